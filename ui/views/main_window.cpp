#include "ui/views/main_window.h"

#include "ui/desktop_actions.h"
#include "ui/models/file_names.h"
#include "ui/views/dataset/dataset_page.h"
#include "ui/views/library/library_page.h"
#include "ui/views/metrics/metrics_dock.h"
#include "ui/views/preview/inspector.h"
#include "ui/views/preview/preview_dialog.h"
#include "ui/views/search/search_page.h"
#include "ui/views/start_page.h"
#include "ui/views/status_strip.h"
#include "ui/views/train/train_wizard.h"
#include "ui/views/widgets/drop_shade.h"
#include "ui/views/widgets/navigation_bar.h"

#include <QtCore/QMimeData>
#include <QtGui/QAction>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>

namespace fusefind {

MainWindow::MainWindow(WorkerClient& client, QWidget* parent)
    : QMainWindow(parent), client_(client), state_(client), recall_(client), training_(client), spaces_(client) {
    setWindowTitle(QStringLiteral("FuseFind"));
    setAcceptDrops(true);
    makePages();
    makeDocks();
    makeNavigation();
    makeMenus();
    connectSearch();
    connectLibrary();
    connectTraining();
    connectData();
    // Sizes in columns and lines of text. The least is said, lest a long word in some corner decide it.
    constexpr QSize kUsual(220, 48);
    constexpr QSize kLeast(100, 28);
    const QSize character(fontMetrics().averageCharWidth(), fontMetrics().height());
    setMinimumSize(kLeast.width() * character.width(), kLeast.height() * character.height());
    resize(kUsual.width() * character.width(), kUsual.height() * character.height());
    searchAction_->trigger();
}

void MainWindow::makePages() {
    auto* centre = new QWidget(this);
    navigationBar_ = new NavigationBar(centre);
    notices_ = new NoticeArea(centre);
    pages_ = new QStackedWidget(centre);
    start_ = new StartPage(pages_);
    search_ = new SearchPage(client_, pages_);
    library_ = new LibraryPage(client_, state_, *notices_, pages_);
    data_ = new DatasetPage(client_, *notices_, pages_);
    for (QWidget* page : std::initializer_list<QWidget*>{start_, search_, library_, data_})
        pages_->addWidget(page);

    auto* rows = new QVBoxLayout;
    rows->addWidget(notices_);
    rows->addWidget(pages_, 1);
    auto* columns = new QHBoxLayout(centre);
    columns->setContentsMargins({});
    columns->setSpacing(0);
    columns->addWidget(navigationBar_);
    columns->addLayout(rows, 1);
    setCentralWidget(centre);
    shade_ =
        new DropShade(tr("Drop folders to add them to the library,\npictures and sounds to search by them"), centre);
}

void MainWindow::makeDocks() {
    inspector_ = new Inspector(client_, this);
    inspectorDock_ = new QDockWidget(tr("Inspector"), this);
    inspectorDock_->setObjectName(QStringLiteral("inspector"));
    inspectorDock_->setWidget(inspector_);
    addDockWidget(Qt::RightDockWidgetArea, inspectorDock_);
    connect(pages_, &QStackedWidget::currentChanged, this, &MainWindow::followPage);
    followPage();
    metrics_ = new MetricsDock(state_, recall_, this);
    addDockWidget(Qt::RightDockWidgetArea, metrics_);
    metrics_->hide();
}

void MainWindow::connectSearch() {
    connect(search_, &SearchPage::currentHitChanged, this, &MainWindow::showCurrentHit);
    connect(search_, &SearchPage::previewRequested, this, &MainWindow::showPreview);
    connect(search_, &SearchPage::openRequested, this, &MainWindow::openPath);
    connect(search_, &SearchPage::revealRequested, this, &MainWindow::revealPath);
    connect(search_, &SearchPage::searched, metrics_, &MetricsDock::addSearch);
    connect(&search_->judged(), &JudgedResults::counted, metrics_, &MetricsDock::showJudged);
    connect(&state_, &LibraryState::statusChanged, &search_->judged(),
            [this] { search_->judged().askCounts(state_.status().space.toStdString()); });
    connect(search_, &SearchPage::folderDropped, this,
            [this](const std::filesystem::path& folder) { askToAdd({folder}); });
    connect(inspector_, &Inspector::moreLike, search_, &SearchPage::moreLike);
    connect(inspector_, &Inspector::lessLike, search_, &SearchPage::lessLike);
    connect(inspector_, &Inspector::judged, search_, &SearchPage::judge);
    connect(&search_->judged(), &JudgedResults::changed, inspector_, &Inspector::showVerdict);
    connect(inspector_, &Inspector::openRequested, this, &MainWindow::openPath);
    connect(inspector_, &Inspector::revealRequested, this, &MainWindow::revealPath);
}

void MainWindow::connectLibrary() {
    connect(start_, &StartPage::addFolderRequested, library_, &LibraryPage::askForFolder);
    connect(start_, &StartPage::sampleRequested, this, [this] { library_->addFolders({sample_.library}); });
    connect(library_, &LibraryPage::revealRequested, this, &MainWindow::revealPath);
    connect(&state_, &LibraryState::facetsChanged, this, &MainWindow::followFolders);
    connect(&state_, &LibraryState::statusChanged, this, [this] { start_->setStatus(state_.status()); });
    connect(&client_, &WorkerClient::stateChanged, this, &MainWindow::followEngine);
}

void MainWindow::connectTraining() {
    auto* strip = new StatusStrip(client_, state_, training_, this);
    setStatusBar(strip);
    connect(strip, &StatusStrip::trainingRequested, this, &MainWindow::showWizard);
    connect(start_, &StartPage::trainRequested, this, &MainWindow::showWizard);
    connect(library_, &LibraryPage::trainRequested, this, &MainWindow::showWizard);
    connect(&training_, &TrainingJob::failed, notices_, &NoticeArea::addProblem);
    connect(&spaces_, &SpaceCommands::failed, notices_, &NoticeArea::addProblem);
    connect(&spaces_, &SpaceCommands::used, this, [this](const QString& name) {
        notices_->add({.icon = "search", .text = tr("“%1” is in use again.").arg(name)});
    });
}

void MainWindow::connectData() {
    connect(data_, &DatasetPage::openRequested, this, &MainWindow::openPath);
    connect(data_, &DatasetPage::currentFileChanged, this, [this] {
        if (pages_->currentWidget() == data_) inspector_->inspect(data_->currentFile());
    });
    // What was trained on can be looked through, and its recall is followed.
    connect(&training_, &TrainingJob::succeeded, this,
            [this] { data_->addFolders(training_.state().request.folders); });
    for (const auto like : {&Inspector::moreLike, &Inspector::lessLike})
        connect(inspector_, like, this, [this] {
            if (pages_->currentWidget() == data_) searchAction_->trigger();
        });
}

void MainWindow::usePreferences(const Preferences& preferences) {
    preferences_ = preferences;
    pages_->setCurrentWidget(search_); // the docks are remembered as they are there
    restoreGeometry(preferences_.geometry());
    restoreState(preferences_.windowState());
    showSearch();
}

void MainWindow::offerSample(SampleData sample) {
    sample_ = std::move(sample);
    start_->setSampleThere(!sample_.library.empty());
}

void MainWindow::showSearch() {
    const bool anything = state_.isKnown() ? !state_.facets().folders.empty() : preferences_.hadFolders();
    pages_->setCurrentWidget(anything ? static_cast<QWidget*>(search_) : start_);
    if (anything)
        search_->focusBox();
    else
        start_->setFocus();
}

void MainWindow::showLibrary() {
    pages_->setCurrentWidget(library_);
    library_->setFocus();
}

// The search and the data have something to inspect; the inspector comes back there as it was left.
void MainWindow::followPage() {
    const QWidget* const page = pages_->currentWidget();
    const bool inspecting = page == search_ || page == data_;
    if (page == data_) inspector_->inspect(data_->currentFile());
    if (page == search_) inspector_->inspect(current_, &search_->judged());
    QAction* const toggle = inspectorDock_->toggleViewAction();
    if (toggle->isEnabled() == inspecting) return;
    if (!inspecting) inspectorWanted_ = !inspectorDock_->isHidden();
    toggle->setEnabled(inspecting);
    inspectorDock_->setVisible(inspecting && inspectorWanted_);
}

void MainWindow::showData() {
    pages_->setCurrentWidget(data_);
    data_->setFocus();
}

void MainWindow::showCurrentHit(const std::optional<LibraryHit>& hit) {
    current_ = hit;
    inspector_->inspect(hit, &search_->judged());
    if (hit && preview_ && preview_->isVisible()) preview_->preview(*hit);
}

void MainWindow::showPreview() {
    if (!current_) return;
    if (!preview_) {
        preview_ = new PreviewDialog(client_, this);
        connect(preview_, &PreviewDialog::nextRequested, search_, &SearchPage::selectNext);
        connect(preview_, &PreviewDialog::previousRequested, search_, &SearchPage::selectPrevious);
        connect(preview_, &PreviewDialog::openRequested, this, &MainWindow::openPath);
        connect(preview_, &PreviewDialog::soundStarted, inspector_, &Inspector::pauseSound);
    }
    preview_->preview(*current_);
}

void MainWindow::openPath(const std::filesystem::path& path) {
    openFile(path, [this](const QString& sentence) { notices_->addProblem(sentence); });
}

void MainWindow::revealPath(const std::filesystem::path& path) {
    // The desktop may answer when the window is gone.
    revealFile(path, [area = QPointer(notices_)](const QString& sentence) {
        if (area) area->addProblem(sentence);
    });
}

void MainWindow::offerToGoBack(const QString& space, const QString& previous) {
    Notice notice{.icon = "search", .text = tr("Searches use “%1” now.").arg(space)};
    if (!previous.isEmpty())
        notice.choices = {{tr("Go back to “%1”").arg(previous), [this, previous] { spaces_.use(previous); }}};
    notices_->add(notice);
}

void MainWindow::followFolders() {
    const bool any = !state_.facets().folders.empty();
    if (any != preferences_.hadFolders()) preferences_.setHadFolders(any);
    // Only where the other page stood in for it: nobody is taken away from the library.
    const bool elsewhere = pages_->currentWidget() == library_ || pages_->currentWidget() == data_;
    if (!elsewhere && any != (pages_->currentWidget() == search_)) showSearch();
}

void MainWindow::followEngine(WorkerClient::State state) {
    if (engineNotice_) engineNotice_->deleteLater();
    if (state != WorkerClient::State::failed) return;
    engineNotice_ =
        notices_->add({.text = tr("The engine does not run: %1").arg(QString::fromStdString(client_.problem().text())),
                       .choices = {{tr("Try again"), [this] { client_.start(); }}}});
}

void MainWindow::askToAdd(const std::vector<std::filesystem::path>& folders) {
    const QString question = folders.size() == 1
                                 ? tr("Add “%1” to the library?").arg(shownPath(folders.front()))
                                 : tr("Add %Ln folders to the library?", nullptr, static_cast<int>(folders.size()));
    notices_->add({.icon = "folder",
                   .text = question,
                   .choices = {{tr("Add"), [this, folders] { library_->addFolders(folders); }},
                               {tr("Train on it"),
                                [this, folders] {
                                    showWizard();
                                    wizard_->addFolders(folders);
                                }},
                               {tr("Not now"), {}}}});
}

void MainWindow::take(const QMimeData& dropped) {
    std::vector<std::filesystem::path> folders;
    std::vector<std::filesystem::path> files;
    for (const QUrl& url : dropped.urls()) {
        std::error_code ignored;
        if (const auto path = localFile(url))
            (std::filesystem::is_directory(*path, ignored) ? folders : files).push_back(*path);
    }
    if (!folders.empty()) askToAdd(folders);
    if (files.empty() && folders.empty())
        return notices_->addProblem(tr("Only files and folders of this computer can be dropped here."));
    if (files.empty()) return;
    if (pages_->currentWidget() == start_)
        return notices_->addProblem(tr("There is nothing to search yet: add a folder first."));
    searchAction_->trigger();
    search_->addFiles(files);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    pages_->setCurrentWidget(search_);
    preferences_.setWindow(saveGeometry(), saveState());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!event->mimeData()->hasUrls()) return;
    event->setDropAction(Qt::CopyAction); // never a move: the files are only read
    event->accept();
    shade_->cover();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) {
    shade_->hide();
}

void MainWindow::dropEvent(QDropEvent* event) {
    shade_->hide();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    take(*event->mimeData());
}

} // namespace fusefind

#include "ui/views/train/train_wizard.h"

#include "ui/models/file_names.h"
#include "ui/models/training_text.h"
#include "ui/views/train/pairs_page.h"
#include "ui/views/train/recipe_page.h"
#include "ui/views/train/result_page.h"
#include "ui/views/train/step_list.h"
#include "ui/views/train/training_page.h"
#include "ui/views/widgets/action_button.h"
#include "ui/views/widgets/drop_shade.h"

#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QPushButton>

namespace fusefind {

namespace {

constexpr auto kKeep = QWizard::CustomButton1;
constexpr auto kKeepBeside = QWizard::CustomButton2;
constexpr auto kDiscard = QWizard::CustomButton3;

} // namespace

TrainWizard::TrainWizard(WorkerClient& client, TrainingJob& job, QWidget* parent)
    : QWizard(parent), job_(job), spaces_(client) {
    setWindowTitle(tr("Train on my data"));
    setWizardStyle(QWizard::ClassicStyle);
    setTitleFormat(Qt::PlainText);
    setAcceptDrops(true);
    makePages(client);
    makeButtons();
    shade_ = new DropShade(tr("Drop folders of pairs to train on"), this);
    // Sizes in columns and lines of text.
    constexpr QSize kUsual(190, 56);
    constexpr QSize kLeast(150, 42);
    const QSize character(fontMetrics().averageCharWidth(), fontMetrics().height());
    setMinimumSize(kLeast.width() * character.width(), kLeast.height() * character.height());
    resize(kUsual.width() * character.width(), kUsual.height() * character.height());

    connect(this, &QWizard::currentIdChanged, this, &TrainWizard::showButtons);
    connect(&job_, &TrainingJob::changed, this, &TrainWizard::follow);
    connect(&job_, &TrainingJob::failed, this, [this](const QString& sentence) {
        if (currentId() == recipePage) recipe_->refuse(sentence);
        if (currentId() == resultPage) result_->say(sentence);
    });
    connect(&spaces_, &SpaceCommands::failed, result_, &ResultPage::say);
    connect(&spaces_, &SpaceCommands::busyChanged, this, &TrainWizard::showButtons);
    connect(&spaces_, &SpaceCommands::used, this, [this](const QString& name) {
        const auto& result = job_.state().result;
        Q_EMIT kept(name, result ? QString::fromStdString(result->previousSpace) : QString());
        finish();
    });
    connect(&spaces_, &SpaceCommands::removed, this, &TrainWizard::finish);
    startFrom(pairsPage);
    follow();
}

void TrainWizard::makePages(WorkerClient& client) {
    pairs_ = new PairsPage(client, this);
    recipe_ = new RecipePage(client, spaces_, this);
    training_ = new TrainingPage(job_, this);
    result_ = new ResultPage(client, job_, this);
    setPage(pairsPage, pairs_);
    setPage(recipePage, recipe_);
    setPage(trainingPage, training_);
    setPage(resultPage, result_);
    steps_ = new StepList({tr("Data"), tr("Encoders and recipe"), tr("Training"), tr("Result")}, this);
    setSideWidget(steps_);
    connect(pairs_, &PairsPage::openRequested, this, &TrainWizard::openRequested);
    connect(pairs_, &PairsPage::revealRequested, this, &TrainWizard::revealRequested);
    connect(pairs_, &PairsPage::browseRequested, this, [this] { Q_EMIT browseRequested(pairs_->folders()); });
    connect(training_, &TrainingPage::againRequested, this, [this] {
        pairs_->addFolders(job_.state().request.folders);
        job_.dismiss();
    });
}

void TrainWizard::makeButtons() {
    setButtonText(QWizard::CancelButton, tr("Close"));
    setButtonText(QWizard::NextButton, tr("Next"));
    setButtonText(QWizard::BackButton, tr("Back"));
    setButtonText(QWizard::CommitButton, tr("Train"));
    setButtonText(kKeep, tr("Keep and use"));
    setButtonText(kKeepBeside, tr("Keep beside"));
    setButtonText(kDiscard, tr("Discard…"));
    training_->setButtonText(QWizard::NextButton, tr("See the result"));
    for (const WizardButton which : {CancelButton, NextButton, CommitButton, kKeep, kKeepBeside, kDiscard})
        if (auto* const push = qobject_cast<QPushButton*>(button(which))) giveRoom(*push);
    button(kKeep)->setToolTip(tr("Search in the new space from now on; the one before stays and can be gone back to"));
    button(kKeepBeside)->setToolTip(tr("The space in use stays in use; the new one can be chosen under Spaces"));
    button(kDiscard)->setToolTip(tr("Delete the new space"));
    connect(this, &QWizard::customButtonClicked, this, [this](int which) {
        if (which == kKeep) keep();
        if (which == kKeepBeside) finish();
        if (which == kDiscard) askToDiscard();
    });
}

void TrainWizard::present() {
    follow();
    if (currentId() == trainingPage && job_.state().phase == TrainingPhase::done) next();
    show();
    activateWindow();
}

void TrainWizard::addFolders(const std::vector<std::filesystem::path>& folders) {
    if (currentId() < trainingPage) pairs_->addFolders(folders);
}

void TrainWizard::offerSample(const std::vector<std::filesystem::path>& pairs) {
    pairs_->offerSample(pairs);
}

void TrainWizard::follow() {
    const TrainingPhase phase = job_.state().phase;
    // The page's own buttons are of no use any more, and Enter would close the window.
    if (phase == TrainingPhase::done && currentId() == trainingPage) button(NextButton)->setFocus();
    const bool idle = phase == TrainingPhase::idle;
    if (idle == (currentId() < trainingPage)) return;
    startFrom(idle ? pairsPage : trainingPage);
    if (std::exchange(finishing_, false)) accept();
}

void TrainWizard::startFrom(Page page) {
    result_->say({});
    setStartId(page);
    restart();
}

// The training itself turns the page, when the engine has taken it.
bool TrainWizard::validateCurrentPage() {
    if (currentId() != recipePage) return QWizard::validateCurrentPage();
    job_.begin(recipe_->request());
    return false;
}

void TrainWizard::initializePage(int id) {
    if (id == recipePage) recipe_->setPairs(pairs_->folders(), *pairs_->pairs());
    QWizard::initializePage(id);
}

void TrainWizard::showButtons() {
    steps_->setCurrent(currentId());
    switch (currentId()) {
    case pairsPage:
        return setButtonLayout({Stretch, CancelButton, NextButton});
    case recipePage:
        return setButtonLayout({Stretch, BackButton, CancelButton, CommitButton});
    case trainingPage:
        return setButtonLayout({Stretch, CancelButton, NextButton});
    case resultPage:
        break;
    default:
        return; // between two pages
    }
    const auto& result = job_.state().result;
    if (result && result->previousSpace.empty())
        setButtonLayout({kDiscard, Stretch, BackButton, CancelButton, kKeep});
    else
        setButtonLayout({kDiscard, Stretch, BackButton, CancelButton, kKeepBeside, kKeep});
    for (const WizardButton which : {kKeep, kKeepBeside, kDiscard})
        button(which)->setEnabled(!spaces_.busy());
    if (auto* const standard = qobject_cast<QPushButton*>(button(kKeep))) standard->setDefault(true);
}

void TrainWizard::keep() {
    const auto& result = job_.state().result;
    if (!result) return;
    result_->say(tr("The library is put into the new space. Searches use the one before until it is ready…"));
    spaces_.use(QString::fromStdString(result->space));
}

void TrainWizard::askToDiscard() {
    const auto& result = job_.state().result;
    if (!result) return;
    const QString space = QString::fromStdString(result->space);
    result_->ask({.icon = "minus",
                  .text = tr("Delete the space “%1”? Your files and the other spaces stay as they are.").arg(space),
                  .choices = {{tr("Delete"), [this, space] { spaces_.remove(space); }}}});
}

// What was trained is dealt with.
void TrainWizard::finish() {
    finishing_ = true;
    job_.dismiss();
}

void TrainWizard::dragEnterEvent(QDragEnterEvent* event) {
    if (currentId() >= recipePage || !event->mimeData()->hasUrls()) return;
    event->setDropAction(Qt::CopyAction); // never a move: the files are only read
    event->accept();
    shade_->cover();
}

void TrainWizard::dragLeaveEvent(QDragLeaveEvent*) {
    shade_->hide();
}

void TrainWizard::dropEvent(QDropEvent* event) {
    shade_->hide();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    std::vector<std::filesystem::path> folders;
    for (const QUrl& url : event->mimeData()->urls()) {
        std::error_code ignored;
        const auto path = localFile(url);
        if (path && std::filesystem::is_directory(*path, ignored)) folders.push_back(*path);
    }
    addFolders(folders);
}

} // namespace fusefind

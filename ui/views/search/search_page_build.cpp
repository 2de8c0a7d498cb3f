// How the search page is put together: its layout, keys and connections. What it does is in search_page.cpp.
#include "core/protocol/methods.h"
#include "ui/models/file_names.h"
#include "ui/models/plain_tip.h"
#include "ui/views/search/facet_panel.h"
#include "ui/views/search/filter_bar.h"
#include "ui/views/search/query_box.h"
#include "ui/views/search/result_bar.h"
#include "ui/views/search/result_view.h"
#include "ui/views/search/search_page.h"
#include "ui/views/widgets/notice_bar.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QShortcut>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace fusefind {

namespace {

constexpr int kSmallestPicture = 96; // logical pixels; each step of the slider adds as much again as below
constexpr int kPictureStep = 28;

} // namespace

void SearchPage::build() {
    setAcceptDrops(true);
    description_->setTextFormat(Qt::PlainText);
    description_->setWordWrap(true);
    description_->hide();
    auto* const split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(facets_);
    split->addWidget(buildResults());
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    auto* const column = new QVBoxLayout(this);
    for (QWidget* widget : std::initializer_list<QWidget*>{box_, message_, engine_, description_, filterBar_})
        column->addWidget(widget);
    column->addWidget(split, 1);
}

QWidget* SearchPage::buildResults() {
    auto* const results = new QWidget(this);
    empty_->setTextFormat(Qt::PlainText);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    stack_ = new QStackedWidget(results);
    stack_->addWidget(view_);
    stack_->addWidget(empty_);
    auto* const column = new QVBoxLayout(results);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(bar_);
    column->addWidget(banner_);
    column->addWidget(stack_, 1);
    return results;
}

void SearchPage::connectBox() {
    connect(box_, &QueryBox::changed, this, &SearchPage::ask);
    connect(box_, &QueryBox::message, message_, &NoticeBar::say);
    connect(box_, &QueryBox::folderDropped, this, &SearchPage::folderDropped);
    connect(box_, &QueryBox::left, this, [this] {
        view_->setFocus(Qt::OtherFocusReason);
        if (!view_->currentIndex().isValid()) view_->select(0);
    });
    connect(&session_, &SearchSession::answered, this, &SearchPage::showAnswer);
    connect(&session_, &SearchSession::failed, this, &SearchPage::showError);
}

void SearchPage::connectResults() {
    connect(&model_, &ResultModel::browsed, this, &SearchPage::showCounts);
    connect(&model_, &ResultModel::browseFailed, this, &SearchPage::showError);
    model_.setJudged(judged_);
    connect(&judged_, &JudgedResults::changed, view_->viewport(), qOverload<>(&QWidget::update));
    connect(&judged_, &JudgedResults::failed, message_, &NoticeBar::say);
    const auto tellCurrent = [this] {
        const LibraryHit* const hit = view_->currentHit();
        Q_EMIT currentHitChanged(hit ? std::optional(*hit) : std::nullopt);
    };
    connect(view_, &ResultView::currentHitChanged, this, tellCurrent);
    connect(&model_, &QAbstractItemModel::modelReset, this, tellCurrent);
    connect(view_, &ResultView::previewRequested, this, &SearchPage::previewRequested);
    connect(view_, &ResultView::openRequested, this, &SearchPage::openRequested);
    connect(view_, &ResultView::typed, box_, &QueryBox::typeOn);
    connect(view_, &QWidget::customContextMenuRequested, this, &SearchPage::showMenu);
    connect(facets_, &FacetPanel::filterChanged, this, &SearchPage::setFilter);
    connect(filterBar_, &FilterBar::filterChanged, this, &SearchPage::setFilter);
}

void SearchPage::connectBar() {
    const auto askNow = [this] { ask(SearchSession::When::now); };
    connect(bar_, &ResultBar::foldSimilarChanged, this, askNow);
    connect(bar_, &ResultBar::orderChanged, this, [this] {
        if (!asked_) browse();
    });
    connect(bar_, &ResultBar::thresholdChanged, this, [this](float threshold) {
        model_.setThreshold(threshold);
        showCounts();
    });
    QSlider* const size = bar_->sizeSlider();
    const auto resize = [this](int step) { view_->setPictureWidth(kSmallestPicture + step * kPictureStep); };
    connect(size, &QSlider::valueChanged, view_, resize);
    resize(size->value());
    connect(bar_->gridButton(), &QToolButton::toggled, view_, [this, size](bool grid) {
        view_->setResultLayout(grid ? ResultDelegate::Layout::grid : ResultDelegate::Layout::list);
        size->setEnabled(grid);
    });
    bar_->filterButton()->setChecked(true);
    connect(bar_->filterButton(), &QToolButton::toggled, facets_, &QWidget::setVisible);
}

void SearchPage::addShortcuts() {
    addShortcut(ShortcutId::focusBox, [this] { focusBox(); });
    addShortcut(ShortcutId::showGrid, [this] { bar_->gridButton()->setChecked(true); });
    addShortcut(ShortcutId::showList, [this] { bar_->listButton()->setChecked(true); });
    addShortcut(ShortcutId::filters, [this] { bar_->filterButton()->toggle(); });
    QSlider* const size = bar_->sizeSlider();
    addShortcut(ShortcutId::larger, [size] { size->triggerAction(QAbstractSlider::SliderSingleStepAdd); });
    addShortcut(ShortcutId::smaller, [size] { size->triggerAction(QAbstractSlider::SliderSingleStepSub); });
    const auto withCurrent = [this](auto run) {
        return [this, run] {
            if (const LibraryHit* const hit = view_->currentHit()) run(std::filesystem::path(hit->item.path));
        };
    };
    addShortcut(ShortcutId::reveal, withCurrent([this](const auto& file) { Q_EMIT revealRequested(file); }));
    addShortcut(ShortcutId::moreLike, withCurrent([this](const auto& file) { moreLike(file); }));
    addShortcut(ShortcutId::lessLike, withCurrent([this](const auto& file) { lessLike(file); }));
    addShortcut(ShortcutId::goodResult, withCurrent([this](const auto& file) { judge(file, Verdict::good); }));
    addShortcut(ShortcutId::badResult, withCurrent([this](const auto& file) { judge(file, Verdict::bad); }));
}

void SearchPage::addShortcut(ShortcutId id, std::function<void()> run) {
    auto* const shortcut = new QShortcut(this);
    shortcut->setKeys(keysOf(id));
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, std::move(run));
}

void SearchPage::connectWorker() {
    connect(&client_, &WorkerClient::eventArrived, this, [this](const QString& name) {
        if (name == QLatin1String(event::kChanged)) refresh();
    });
    connect(&client_, &WorkerClient::restarting, this, [this](const QString& reason) {
        restarted_ = true;
        engine_->setToolTip(plainTip(reason));
        showEngine();
    });
    connect(&client_, &WorkerClient::stateChanged, this, [this](WorkerClient::State state) {
        if (state == WorkerClient::State::starting) saySearchProblem({}); // its end explains what failed just now
        const bool again = restarted_ && state == WorkerClient::State::ready;
        showEngine();
        if (again) refresh(); // what was on its way to the page when the engine stopped
    });
    showEngine();
}

void SearchPage::showMenu(const QPoint& place) {
    const LibraryHit* const hit = view_->currentHit();
    if (!hit) return;
    const std::filesystem::path file = hit->item.path;
    QMenu menu(this);
    const auto add = [&](const QString& text, const QList<QKeySequence>& keys, auto run) {
        QAction* const action = menu.addAction(text, this, run);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut); // shown only: the page's own shortcuts listen
        return action;
    };
    add(tr("&Open"), keysOf(ShortcutId::open), [this, file] { Q_EMIT openRequested(file); });
    add(tr("Show in folde&r"), keysOf(ShortcutId::reveal), [this, file] { Q_EMIT revealRequested(file); });
    menu.addSeparator();
    add(tr("&More like this"), keysOf(ShortcutId::moreLike), [this, file] { moreLike(file); });
    add(tr("&Less like this"), keysOf(ShortcutId::lessLike), [this, file] { lessLike(file); });
    if (judged_.canJudge()) menu.addSeparator();
    for (const Verdict verdict : {Verdict::good, Verdict::bad}) {
        if (!judged_.canJudge()) break;
        const ShortcutId id = verdict == Verdict::good ? ShortcutId::goodResult : ShortcutId::badResult;
        QAction* const action = add(verdictText(verdict), keysOf(id), [this, file, verdict] { judge(file, verdict); });
        action->setCheckable(true);
        action->setChecked(judged_.verdictOf(file) == verdict);
    }
    menu.addSeparator();
    add(tr("&Copy path"), {}, [this] { copyPaths(); });
    menu.exec(view_->viewport()->mapToGlobal(place));
}

void SearchPage::copyPaths() const {
    QStringList paths;
    for (const QModelIndex& index : view_->selectionModel()->selectedIndexes())
        if (const LibraryHit* const hit = model_.hit(index.row())) paths << shownPath(hit->item.path);
    QGuiApplication::clipboard()->setText(paths.join(QLatin1Char('\n')));
}

} // namespace fusefind

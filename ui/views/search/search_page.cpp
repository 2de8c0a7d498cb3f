#include "ui/views/search/search_page.h"

#include "core/protocol/methods.h"
#include "ui/models/file_names.h"
#include "ui/models/item_text.h"
#include "ui/views/search/facet_panel.h"
#include "ui/views/search/filter_bar.h"
#include "ui/views/search/query_box.h"
#include "ui/views/search/result_bar.h"
#include "ui/views/search/result_view.h"
#include "ui/views/widgets/notice_bar.h"

#include <QtCore/QLocale>
#include <QtGui/QDropEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>

namespace fusefind {

namespace {

constexpr int kSlowMs = 400;
constexpr int kChangesMs = 500;

} // namespace

SearchPage::SearchPage(WorkerClient& client, QWidget* parent)
    : QWidget(parent),
      client_(client),
      judged_(client),
      model_(client),
      thumbnails_(client),
      session_(client),
      box_(new QueryBox(client, this)),
      message_(new NoticeBar(NoticeBar::Closing::byHand, this, "warning")),
      engine_(new NoticeBar(NoticeBar::Closing::never, this)),
      description_(new QLabel(this)),
      filterBar_(new FilterBar(this)),
      facets_(new FacetPanel(this)),
      bar_(new ResultBar(this)),
      banner_(new NoticeBar(NoticeBar::Closing::never, this)),
      view_(new ResultView(model_, thumbnails_, this)),
      empty_(new QLabel(this)) {
    slow_.setSingleShot(true);
    slow_.setInterval(kSlowMs);
    connect(&slow_, &QTimer::timeout, this, [this] { bar_->setStatus(tr("Searching…")); });
    changes_.setSingleShot(true);
    changes_.setInterval(kChangesMs);
    connect(&changes_, &QTimer::timeout, this, [this] {
        thumbnails_.forgetFailures();
        loadFacets();
        asked_ ? session_.askAgain() : model_.reload();
    });
    build();
    connectBox();
    connectResults();
    connectBar();
    connectWorker();
    addShortcuts();
    loadFacets();
    browse();
}

void SearchPage::focusBox() {
    box_->focusText();
}

void SearchPage::addFiles(const std::vector<std::filesystem::path>& files) {
    box_->addFiles(files);
}

void SearchPage::moreLike(const std::filesystem::path& file) {
    box_->clear();
    box_->addFiles({file}, QueryBox::Role::similar);
}

void SearchPage::lessLike(const std::filesystem::path& file) {
    box_->addFiles({file}, QueryBox::Role::unwanted);
}

void SearchPage::selectNext() {
    view_->selectBeside(1);
}

void SearchPage::selectPrevious() {
    view_->selectBeside(-1);
}

void SearchPage::refresh() {
    if (!changes_.isActive()) changes_.start(); // at this pace also while a scan changes it all the time
}

void SearchPage::judge(const std::filesystem::path& file, Verdict verdict) {
    judged_.judge(file, model_.rowOf(file), verdict);
}

void SearchPage::ask(SearchSession::When when) {
    const std::vector<DescribedTerm> terms = box_->terms();
    describe({});
    LibraryQuery query;
    bool wanted = false;
    for (const DescribedTerm& one : terms) {
        query.terms.push_back(one.term);
        wanted = wanted || one.term.wanted;
    }
    if (!wanted) {
        session_.ask({}, SearchSession::When::now);
        slow_.stop();
        if (!terms.empty())
            saySearchProblem(tr("Say also what to look for: what is unwanted only takes away from it."));
        if (asked_) browse();
        return;
    }
    asked_ = true;
    bar_->setSearching(true);
    query.filter = filter_;
    query.foldSimilar = bar_->foldSimilar();
    terms_ = query.terms;
    session_.ask(std::move(query), when);
    slow_.start();
}

void SearchPage::describe(const std::vector<std::filesystem::path>& shortened) {
    QStringList parts(describeQuery(box_->terms()));
    for (const auto& sound : shortened)
        parts << tr("of %1 only the first %2").arg(shownName(sound), durationText(kSearchedSeconds));
    description_->setText(parts.join(QStringLiteral(" · ")));
    description_->setVisible(!description_->text().isEmpty());
}

void SearchPage::browse() {
    asked_ = false;
    bar_->setSearching(false);
    banner_->say({});
    judged_.setQuery({}, {});
    model_.browse(filter_, bar_->order());
    view_->scrollToTop();
    showCounts();
}

void SearchPage::setFilter(const LibraryFilter& filter) {
    filter_ = filter;
    facets_->setFilter(filter);
    filterBar_->setFilter(filter);
    asked_ ? ask(SearchSession::When::now) : browse();
}

void SearchPage::loadFacets() {
    client_.call(method::kFacets, Json::object(), this, [this](Result<Json> answer) {
        const auto facets = answer ? facetsFromJson(*answer) : Result<Facets>(fail(answer.error()));
        if (facets) facets_->setFacets(*facets); // without them the page works as well
    });
}

void SearchPage::showAnswer(const LibraryAnswer& answer, bool again) {
    slow_.stop();
    saySearchProblem({});
    // The same question again keeps the place; a new one starts at the top with nothing selected.
    const LibraryHit* const current = again ? view_->currentHit() : nullptr;
    const std::filesystem::path kept = current ? current->item.path : std::filesystem::path();
    const int scrolled = view_->verticalScrollBar()->value();
    const bool fromElsewhere = answer.space != model_.space();
    model_.showHits(answer);
    describe(answer.shortened);
    if (!again || fromElsewhere) judged_.setQuery(terms_, answer.space);
    if (again) {
        if (const int row = model_.rowOf(kept); row >= 0)
            view_->selectionModel()->setCurrentIndex(model_.index(row), QItemSelectionModel::ClearAndSelect);
        view_->verticalScrollBar()->setValue(scrolled);
    } else {
        view_->scrollToTop();
        Q_EMIT searched(answer.elapsedMs);
    }
    showCounts();
}

void SearchPage::showError(const Error& error) {
    slow_.stop();
    showCounts();
    if (client_.state() != WorkerClient::State::ready) return; // showEngine() says why
    const QString reason = QString::fromStdString(error.reason());
    saySearchProblem(error.file.empty() ? reason : QStringLiteral("%1: %2").arg(shownName(error.file), reason));
}

void SearchPage::saySearchProblem(const QString& problem) {
    // What was said of a drop stays when a search succeeds.
    if (problem.isEmpty() && message_->text() != searchProblem_) return;
    searchProblem_ = problem;
    message_->say(problem);
}

void SearchPage::showCounts() {
    const int rows = model_.rowCount();
    if (model_.browsing()) {
        bar_->setStatus(rows == 0 ? QString() : tr("%Ln files", nullptr, rows));
        bar_->setHidden(0);
    } else {
        const int close = model_.closeCount();
        const bool nothingClose = model_.closeScore() && close == 0;
        banner_->say(nothingClose ? tr("Nothing close was found. These are the nearest.") : QString());
        bar_->setStatus(model_.closeScore() && close > 0 ? tr("Close matches: %L1, then the nearest others").arg(close)
                                                         : tr("The nearest %L1").arg(rows));
        bar_->setHidden(model_.hiddenCount());
    }
    showEmptiness();
}

void SearchPage::showEmptiness() {
    const bool any = model_.rowCount() > 0 || !model_.loaded();
    const bool filtered = !filter_.kinds.empty() || !filter_.under.empty() || filter_.fromMs;
    if (model_.browsing())
        empty_->setText(filtered ? tr("No file of the library passes these filters.")
                                 : tr("The library is empty.\nAdd a folder of pictures or sounds, or drop one here."));
    else if (model_.hiddenCount() > 0)
        empty_->setText(tr("All results score lower than the slider says."));
    else
        empty_->setText(filtered ? tr("Nothing passes these filters.") : tr("There is nothing to find yet."));
    stack_->setCurrentWidget(any ? static_cast<QWidget*>(view_) : empty_);
}

void SearchPage::showEngine() {
    switch (client_.state()) {
    case WorkerClient::State::starting:
        engine_->say(restarted_ ? tr("The engine stopped and is being started again…") : tr("The engine is starting…"));
        break;
    case WorkerClient::State::ready:
        restarted_ = false;
        engine_->say({});
        break;
    case WorkerClient::State::failed:
        engine_->say(tr("The engine does not run: %1").arg(QString::fromStdString(client_.problem().text())));
        break;
    }
}

void SearchPage::keyPressEvent(QKeyEvent* event) {
    if (!isKeyOf(ShortcutId::clearBox, *event)) return QWidget::keyPressEvent(event);
    box_->clear();
    box_->focusText();
}

void SearchPage::dragEnterEvent(QDragEnterEvent* event) {
    if (event->source() == view_) return event->ignore(); // a result is dropped on the box, if it is meant
    event->setDropAction(Qt::CopyAction);
    event->accept();
    box_->setDropHighlight(true);
}

void SearchPage::dragLeaveEvent(QDragLeaveEvent*) {
    box_->setDropHighlight(false);
}

void SearchPage::dropEvent(QDropEvent* event) {
    box_->setDropHighlight(false);
    event->setDropAction(Qt::CopyAction); // never a move: the files are only read
    event->accept();
    box_->takeDrop(*event->mimeData());
}

} // namespace fusefind

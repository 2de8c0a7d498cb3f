#pragma once

#include "core/protocol/library_messages.h"
#include "ui/models/result_model.h"
#include "ui/models/search_session.h"
#include "ui/models/thumbnail_cache.h"
#include "ui/shortcuts.h"

#include <QtWidgets/QWidget>

class QLabel;
class QStackedWidget;

namespace fusefind {

class FacetPanel;
class FilterBar;
class NoticeBar;
class QueryBox;
class ResultBar;
class ResultView;

// Type or drop something, see what is like it; with nothing asked for, the whole library.
class SearchPage : public QWidget {
    Q_OBJECT

public:
    explicit SearchPage(WorkerClient& client, QWidget* parent = nullptr);

    void focusBox();
    void addFiles(const std::vector<std::filesystem::path>& files);
    void moreLike(const std::filesystem::path& file); // instead of what was asked for
    void lessLike(const std::filesystem::path& file); // besides what was asked for
    void selectNext();
    void selectPrevious();
    void refresh(); // the library changed
    // Of a hit that is shown; the same again takes it back.
    void judge(const std::filesystem::path& file, Verdict verdict);
    [[nodiscard]] JudgedResults& judged() { return judged_; }

Q_SIGNALS:
    void currentHitChanged(const std::optional<fusefind::LibraryHit>& hit);
    void previewRequested();
    void openRequested(const std::filesystem::path& file);
    void revealRequested(const std::filesystem::path& file);
    void folderDropped(const std::filesystem::path& folder);
    void searched(double elapsedMs); // in the worker, of a new question

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    QWidget* buildResults();
    void connectBox();
    void connectResults();
    void connectBar();
    void connectWorker();
    void addShortcuts();
    void addShortcut(ShortcutId id, std::function<void()> run);
    void showMenu(const QPoint& place);
    void copyPaths() const;

    void ask(SearchSession::When when);
    void browse();
    void setFilter(const LibraryFilter& filter);
    void loadFacets();
    // Says what is searched by, and of which sounds the beginning alone.
    void describe(const std::vector<std::filesystem::path>& shortened);
    void showAnswer(const LibraryAnswer& answer, bool again);
    void showError(const Error& error);
    void saySearchProblem(const QString& problem);
    void showCounts();
    void showEngine();
    void showEmptiness();

    WorkerClient& client_;
    JudgedResults judged_;
    ResultModel model_;
    ThumbnailCache thumbnails_;
    SearchSession session_;
    QTimer slow_;    // a search that takes so long that it is worth saying
    QTimer changes_; // of the library, several at once
    LibraryFilter filter_;
    std::vector<QueryTerm> terms_; // asked for last
    bool asked_ = false;           // something is looked for
    bool restarted_ = false;
    QString searchProblem_;

    QueryBox* box_;
    NoticeBar* message_;
    NoticeBar* engine_;
    QLabel* description_;
    FilterBar* filterBar_;
    FacetPanel* facets_;
    ResultBar* bar_;
    NoticeBar* banner_;
    QStackedWidget* stack_ = nullptr;
    ResultView* view_;
    QLabel* empty_;
};

} // namespace fusefind

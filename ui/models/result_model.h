#pragma once

#include "ui/models/browse_pages.h"
#include "ui/models/judged_results.h"

#include <QtCore/QAbstractListModel>

namespace fusefind {

// What the result view lists: the hits of a search, best first, down to a threshold, or the whole library page by page.
class ResultModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit ResultModel(WorkerClient& client, QObject* parent = nullptr);

    void showHits(LibraryAnswer answer);
    void browse(const LibraryFilter& filter, BrowseOrder order);
    // The same files again, where they may have changed; keeps the rows meanwhile. While browsing only.
    void reload() { pages_.reload(); }

    [[nodiscard]] bool browsing() const { return browsing_; }
    [[nodiscard]] bool loaded() const { return loaded_; } // the first answer has come
    // Null for a row that is still on its way.
    [[nodiscard]] const LibraryHit* hit(int row) const;
    [[nodiscard]] const std::string& space() const { return answer_.space; } // of a search
    // What is said of hits; it outlives the model. Views are painted anew by whoever hears of changes.
    void setJudged(const JudgedResults& judged) { judged_ = &judged; }
    [[nodiscard]] std::optional<Verdict> verdict(const LibraryHit& hit) const;
    [[nodiscard]] int rowOf(const std::filesystem::path& path) const; // of a search's hit; -1

    // Hits under it are hidden.
    void setThreshold(float threshold);
    [[nodiscard]] int hiddenCount() const { return static_cast<int>(answer_.hits.size()) - shown_; }
    [[nodiscard]] std::optional<float> closeScore() const { return answer_.closeScore; }
    [[nodiscard]] int closeCount() const; // hits, hidden or not, that are close; 0 if the library cannot say

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;

Q_SIGNALS:
    void browsed(qint64 total);
    void browseFailed(const fusefind::Error& error);

private:
    void resize(int rows);
    [[nodiscard]] int countFrom(float score) const; // hits of at least this score

    const JudgedResults* judged_ = nullptr;
    bool browsing_ = false;
    bool loaded_ = false;
    // Looking at a row is what fetches its page, so a const model asks for pages.
    mutable BrowsePages pages_;
    LibraryAnswer answer_;
    int rows_ = 0; // what views were told
    int shown_ = 0;
    float threshold_ = -1;
};

} // namespace fusefind

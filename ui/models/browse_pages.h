#pragma once

#include "core/protocol/library_messages.h"
#include "ui/client/worker_client.h"

#include <list>
#include <map>
#include <set>

namespace fusefind {

// The whole library in an order, fetched in pages as rows are looked at. Only the pages looked at last are kept, so
// that memory does not grow with the library.
class BrowsePages : public QObject {
    Q_OBJECT

public:
    static constexpr int64_t kPageSize = 500;
    static constexpr size_t kPagesKept = 12;

    explicit BrowsePages(WorkerClient& client, QObject* parent = nullptr);

    // Starts anew: total() is 0 until the first page has come.
    void start(const LibraryFilter& filter, BrowseOrder order);
    // Asks again for what is kept; it is shown until the answer comes.
    void reload();
    void stop();

    [[nodiscard]] int64_t total() const { return total_; }
    [[nodiscard]] size_t pagesKept() const { return pages_.size(); }
    // Null while its page is on the way, which this call asks for.
    const LibraryHit* hit(int64_t row);

Q_SIGNALS:
    void totalChanged(int64_t total);
    void rowsArrived(int64_t first, int64_t count);
    void failed(const fusefind::Error& error);

private:
    struct Page {
        std::vector<LibraryHit> hits; // without a score
        bool stale = false;
    };

    void fetch(int64_t page);
    void finish(int64_t page, Result<Json> answer);
    void touch(int64_t page);
    void dropRequests();

    WorkerClient& client_;
    BrowseRequest request_;
    int64_t total_ = 0;
    std::map<int64_t, Page> pages_;
    std::list<int64_t> recent_; // the pages kept, looked at last first
    std::map<int64_t, WorkerClient::RequestId> underWay_;
    std::set<int64_t> refused_; // failed; not asked for again until reload()
};

} // namespace fusefind

#pragma once

#include "ui/client/worker_client.h"

#include <list>
#include <map>
#include <set>

namespace fusefind {

// What RowPages tells: a template has no signals of its own.
class RowPagesSignals : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void totalChanged(int64_t total);
    void rowsArrived(int64_t first, int64_t count);
    void failed(const fusefind::Error& error);
};

// A long list of the worker's, fetched in pages as rows are looked at. Only the pages looked at last are kept, so that
// memory does not grow with the list.
template <class Row>
class RowPages : public RowPagesSignals {
public:
    static constexpr int64_t kPageSize = 500;
    static constexpr size_t kPagesKept = 12;

    // Asks again for what is kept; it is shown until the answer comes.
    void reload() {
        dropRequests();
        refused_.clear();
        for (auto& [number, page] : pages_)
            page.stale = true;
        fetch(recent_.empty() ? 0 : recent_.front());
    }

    void stop() {
        dropRequests();
        pages_.clear();
        recent_.clear();
        refused_.clear();
        total_ = 0;
    }

    [[nodiscard]] int64_t total() const { return total_; }
    [[nodiscard]] size_t pagesKept() const { return pages_.size(); }

protected:
    struct Answer {
        int64_t total = 0;
        std::vector<Row> rows;
    };

    RowPages(WorkerClient& client, const char* method, QObject* parent)
        : RowPagesSignals(parent), client_(client), method_(method) {}

    [[nodiscard]] virtual Json request(int64_t offset, int64_t limit) const = 0;
    [[nodiscard]] virtual Result<Answer> parse(const Json& json) const = 0;

    // Anew, after the request has changed: total() is 0 until the first page has come.
    void restart() {
        stop();
        fetch(0);
    }

    // Null while its page is on the way, which this call asks for.
    const Row* at(int64_t row) {
        const int64_t number = row / kPageSize;
        const auto page = pages_.find(number);
        if (page == pages_.end() || page->second.stale) fetch(number);
        if (page == pages_.end()) return nullptr;
        touch(number);
        const auto index = static_cast<size_t>(row % kPageSize);
        return index < page->second.rows.size() ? &page->second.rows[index] : nullptr;
    }

private:
    // Scrolling fast passes many pages; the ones passed first are given up.
    static constexpr size_t kMaxUnderWay = 3;

    struct Page {
        std::vector<Row> rows;
        bool stale = false;
    };

    void fetch(int64_t page) {
        if (underWay_.contains(page) || refused_.contains(page)) return;
        if (underWay_.size() >= kMaxUnderWay) {
            const auto farthest = page > underWay_.begin()->first ? underWay_.begin() : std::prev(underWay_.end());
            client_.drop(farthest->second);
            underWay_.erase(farthest);
        }
        underWay_[page] = client_.call(method_, request(page * kPageSize, kPageSize), this,
                                       [this, page](Result<Json> answer) { finish(page, std::move(answer)); });
    }

    void finish(int64_t page, Result<Json> answer) {
        underWay_.erase(page);
        auto parsed = answer ? parse(*answer) : Result<Answer>(fail(answer.error()));
        if (!parsed) {
            refused_.insert(page); // not asked for again until reload()
            Q_EMIT failed(parsed.error());
            return;
        }
        const auto count = static_cast<int64_t>(parsed->rows.size());
        pages_[page] = Page{std::move(parsed->rows), false};
        touch(page);
        if (parsed->total != total_) {
            total_ = parsed->total;
            Q_EMIT totalChanged(total_);
        }
        Q_EMIT rowsArrived(page * kPageSize, count);
    }

    void touch(int64_t page) {
        if (!recent_.empty() && recent_.front() == page) return;
        recent_.remove(page);
        recent_.push_front(page);
        if (recent_.size() <= kPagesKept) return;
        pages_.erase(recent_.back());
        recent_.pop_back();
    }

    void dropRequests() {
        for (const auto& [page, id] : underWay_)
            client_.drop(id);
        underWay_.clear();
    }

    WorkerClient& client_;
    const char* method_;
    int64_t total_ = 0;
    std::map<int64_t, Page> pages_;
    std::list<int64_t> recent_; // the pages kept, looked at last first
    std::map<int64_t, WorkerClient::RequestId> underWay_;
    std::set<int64_t> refused_;
};

} // namespace fusefind

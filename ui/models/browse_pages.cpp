#include "ui/models/browse_pages.h"

#include "core/protocol/methods.h"

namespace fusefind {

namespace {

// Scrolling fast passes many pages; the ones passed first are given up.
constexpr size_t kMaxUnderWay = 3;

} // namespace

BrowsePages::BrowsePages(WorkerClient& client, QObject* parent) : QObject(parent), client_(client) {}

void BrowsePages::start(const LibraryFilter& filter, BrowseOrder order) {
    stop();
    request_.filter = filter;
    request_.order = order;
    fetch(0);
}

void BrowsePages::reload() {
    dropRequests();
    refused_.clear();
    for (auto& [number, page] : pages_)
        page.stale = true;
    fetch(recent_.empty() ? 0 : recent_.front());
}

void BrowsePages::stop() {
    dropRequests();
    pages_.clear();
    recent_.clear();
    refused_.clear();
    total_ = 0;
}

void BrowsePages::dropRequests() {
    for (const auto& [page, id] : underWay_)
        client_.drop(id);
    underWay_.clear();
}

const LibraryHit* BrowsePages::hit(int64_t row) {
    const int64_t number = row / kPageSize;
    const auto page = pages_.find(number);
    if (page == pages_.end() || page->second.stale) fetch(number);
    if (page == pages_.end()) return nullptr;
    touch(number);
    const auto index = static_cast<size_t>(row % kPageSize);
    return index < page->second.hits.size() ? &page->second.hits[index] : nullptr;
}

void BrowsePages::fetch(int64_t page) {
    if (underWay_.contains(page) || refused_.contains(page)) return;
    if (underWay_.size() >= kMaxUnderWay) {
        const auto farthest = page > underWay_.begin()->first ? underWay_.begin() : std::prev(underWay_.end());
        client_.drop(farthest->second);
        underWay_.erase(farthest);
    }
    request_.offset = page * kPageSize;
    request_.limit = kPageSize;
    underWay_[page] = client_.call(method::kBrowse, toJson(request_), this,
                                   [this, page](Result<Json> answer) { finish(page, std::move(answer)); });
}

void BrowsePages::finish(int64_t page, Result<Json> answer) {
    underWay_.erase(page);
    auto parsed = answer ? browseAnswerFromJson(*answer) : Result<BrowseAnswer>(fail(answer.error()));
    if (!parsed) {
        refused_.insert(page);
        Q_EMIT failed(parsed.error());
        return;
    }
    Page arrived;
    for (LibraryItem& item : parsed->items)
        arrived.hits.push_back(LibraryHit{std::move(item), 0, {}, {}, {}});
    const auto count = static_cast<int64_t>(arrived.hits.size());
    pages_[page] = std::move(arrived);
    touch(page);
    if (parsed->total != total_) {
        total_ = parsed->total;
        Q_EMIT totalChanged(total_);
    }
    Q_EMIT rowsArrived(page * kPageSize, count);
}

void BrowsePages::touch(int64_t page) {
    if (!recent_.empty() && recent_.front() == page) return;
    recent_.remove(page);
    recent_.push_front(page);
    if (recent_.size() <= kPagesKept) return;
    pages_.erase(recent_.back());
    recent_.pop_back();
}

} // namespace fusefind

#include "ui/models/browse_pages.h"

#include "core/protocol/methods.h"

namespace fusefind {

BrowsePages::BrowsePages(WorkerClient& client, QObject* parent)
    : RowPages<LibraryHit>(client, method::kBrowse, parent) {}

void BrowsePages::start(const LibraryFilter& filter, BrowseOrder order) {
    filter_ = filter;
    order_ = order;
    restart();
}

Json BrowsePages::request(int64_t offset, int64_t limit) const {
    return toJson(BrowseRequest{filter_, order_, offset, limit});
}

Result<BrowsePages::Answer> BrowsePages::parse(const Json& json) const {
    FUSEFIND_TRY_ASSIGN(BrowseAnswer parsed, browseAnswerFromJson(json));
    Answer answer{parsed.total, {}};
    for (LibraryItem& item : parsed.items)
        answer.rows.push_back(LibraryHit{std::move(item), 0, {}, {}, {}});
    return answer;
}

} // namespace fusefind

#pragma once

#include "core/protocol/library_messages.h"
#include "ui/models/row_pages.h"

namespace fusefind {

// The whole library in an order, as hits without a score.
class BrowsePages : public RowPages<LibraryHit> {
public:
    explicit BrowsePages(WorkerClient& client, QObject* parent = nullptr);

    void start(const LibraryFilter& filter, BrowseOrder order);
    const LibraryHit* hit(int64_t row) { return at(row); }

protected:
    [[nodiscard]] Json request(int64_t offset, int64_t limit) const override;
    [[nodiscard]] Result<Answer> parse(const Json& json) const override;

private:
    LibraryFilter filter_;
    BrowseOrder order_ = BrowseOrder::newest;
};

} // namespace fusefind

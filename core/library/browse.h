#pragma once

#include "core/library/database.h"
#include "core/protocol/library_messages.h"

#include <span>
#include <vector>

namespace fusefind {

// The library as a window shows it: pages of files in an order, and what it can be filtered by.

// One page. Names are compared without regard to ASCII case; years and dates are UTC, as cameras do not say where they
// are. `limit` and `offset` are not negative.
Result<BrowseAnswer> browseLibrary(Database& database, const BrowseRequest& request);

// Of the whole library. Looks at each folder on disk, to say which are not there.
Result<Facets> libraryFacets(Database& database);

// In the order of `ids`; what is not in the library any more is left out.
Result<std::vector<LibraryItem>> libraryItems(Database& database, std::span<const int64_t> ids);

// The labels of all segments of files shown by a date in [fromMs, toMs), ascending.
Result<std::vector<int64_t>> labelsShownBetween(Database& database, int64_t fromMs, int64_t toMs);

// Files of which neither size nor duration is known, one for each content: those whose content was encoded before they
// came, so that nobody has looked into them. By path.
Result<std::vector<Item>> undescribedItems(Database& database);

} // namespace fusefind

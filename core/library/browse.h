#pragma once

#include "core/library/database.h"
#include "core/protocol/library_messages.h"

#include <optional>
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

// The content of a file of the library that is unchanged by size and time; nothing for any other.
Result<std::optional<Sha256>> unchangedContent(Database& database, const std::filesystem::path& path, int64_t size,
                                               int64_t mtimeNs);

} // namespace fusefind

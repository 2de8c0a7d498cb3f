#pragma once

#include "core/base/hash.h"
#include "core/library/database.h"

#include <stop_token>

namespace fusefind {

// The content of a file on disk. It is read only if neither the library nor an earlier call knows it by its size and
// time. On a thread that may write. Errors: io, notFound, cancelled.
Result<Sha256> knownContent(Database& database, const std::filesystem::path& file, const std::stop_token& stop = {});

} // namespace fusefind

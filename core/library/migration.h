#pragma once

#include "core/library/connection.h"

#include <span>

namespace fusefind {

// Brings an open library to version schema.size(), all steps in one transaction, after a copy of the file to
// "<path>.before-v<N>". Errors: unsupported (of a newer version), invalidInput (no library of ours), io.
Status migrateLibrary(Connection& connection, std::span<const char* const> schema);

} // namespace fusefind

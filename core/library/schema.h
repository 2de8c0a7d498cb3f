#pragma once

#include <span>

namespace fusefind {

// The SQL of schema/*.sql in order, embedded at build time. File N (from 1) takes a library from version N - 1 to N and
// ends by setting user_version to N.
std::span<const char* const> schemaFiles();

} // namespace fusefind

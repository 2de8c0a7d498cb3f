#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace fusefind {

struct CloseSqlite {
    void operator()(sqlite3* handle) const;
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* handle) const;
};

// What is behind a Database: the open handle and the statements not lent at the moment. Internal to core/library.
struct Connection {
    std::filesystem::path path;
    std::unique_ptr<sqlite3, CloseSqlite> handle;
    std::map<std::string, std::vector<std::unique_ptr<sqlite3_stmt, FinalizeStatement>>, std::less<>> idle;
    int lent = 0;

    // Several statements without values: a schema file, a pragma.
    Status executeScript(const char* sql);
    Result<int64_t> integer(const char* sql);
    // SQLite's result code as an Error.
    [[nodiscard]] Error error(int code) const;
};

// Opens the file with the settings every connection has. Errors: io, invalidInput (not a database).
Result<std::unique_ptr<Connection>> openConnection(const std::filesystem::path& path);

// The Error for a library that cannot be trusted; names the newest copy made before a migration, if there is one.
Error damagedLibrary(const std::filesystem::path& path, std::string_view detail);

} // namespace fusefind

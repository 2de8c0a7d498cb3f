#include "core/library/connection.h"

#include "core/base/text.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <set>

namespace fusefind {

namespace {

// The newest "library.db.before-v<N>" beside the library, or nothing.
std::filesystem::path newestBackup(const std::filesystem::path& path) {
    const std::string prefix = path.filename().native() + ".before-v";
    std::set<std::pair<std::filesystem::file_time_type, std::filesystem::path>> found;
    std::error_code error;
    for (auto it = std::filesystem::directory_iterator(path.parent_path(), error);
         !error && it != std::filesystem::directory_iterator(); it.increment(error)) {
        std::error_code ignored;
        if (it->path().filename().native().starts_with(prefix)) found.emplace(it->last_write_time(ignored), it->path());
    }
    return found.empty() ? std::filesystem::path() : found.rbegin()->second;
}

} // namespace

void CloseSqlite::operator()(sqlite3* handle) const {
    sqlite3_close(handle);
}
void FinalizeStatement::operator()(sqlite3_stmt* handle) const {
    sqlite3_finalize(handle);
}

Error damagedLibrary(const std::filesystem::path& path, std::string_view detail) {
    const auto backup = newestBackup(path);
    std::string advice = "move it away and add your folders again (your pictures and sounds are not touched by this)";
    if (!backup.empty()) advice += ", or put back the copy made before the last update: " + toUtf8(backup);
    return {ErrorCode::invalidInput, fmt::format("the library is damaged ({})", detail), path, std::move(advice)};
}

Error Connection::error(int code) const {
    const std::string_view detail = handle ? sqlite3_errmsg(handle.get()) : sqlite3_errstr(code);
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return damagedLibrary(path, detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::busy, "the library is in use by another program", path,
                "wait for it to finish and try again"};
    case SQLITE_FULL:
        return {ErrorCode::io, "cannot save: the disk is full", path, "free some disk space and try again"};
    case SQLITE_NOMEM:
        return {ErrorCode::outOfMemory, "not enough memory for the library", path, {}};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
        return {ErrorCode::io, fmt::format("cannot read or write the library ({})", detail), path,
                "check the disk and who may read and write there"};
    case SQLITE_TOOBIG:
        return {ErrorCode::limit, "a value is too large for the library", path, {}};
    default:
        return {ErrorCode::internal, fmt::format("the library failed ({}, code {})", detail, code), path, {}};
    }
}

Status Connection::executeScript(const char* sql) {
    const int code = sqlite3_exec(handle.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return fail(error(code));
    return {};
}

Result<int64_t> Connection::integer(const char* sql) {
    sqlite3_stmt* raw = nullptr;
    int code = sqlite3_prepare_v2(handle.get(), sql, -1, &raw, nullptr);
    const std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement(raw);
    if (code == SQLITE_OK) code = sqlite3_step(raw);
    if (code != SQLITE_ROW) return fail(error(code));
    return sqlite3_column_int64(raw, 0);
}

Result<std::unique_ptr<Connection>> openConnection(const std::filesystem::path& path) {
    auto connection = std::make_unique<Connection>();
    connection->path = path;
    sqlite3* raw = nullptr;
    // No mutex: a connection belongs to one thread at a time.
    const int code = sqlite3_open_v2(path.c_str(), &raw,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    connection->handle.reset(raw);
    if (code != SQLITE_OK) return fail(connection->error(code));
    sqlite3_busy_timeout(raw, 5000);
    // 16 MB of cache (negative: in KiB): with the usual 2, what looks up every content of a large library reads most
    // pages many times.
    FUSEFIND_TRY(
        connection->executeScript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;"
                                  "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;"
                                  "PRAGMA cache_size = -16384;"));
    return connection;
}

} // namespace fusefind

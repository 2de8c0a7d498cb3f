#include "core/library/migration.h"

#include "core/base/atomic_file.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace fusefind {

namespace {

constexpr int64_t kApplicationId = 0x46464e44; // as schema/001_library.sql sets it

Status checkOrigin(Connection& connection, int64_t version, int64_t newest) {
    FUSEFIND_TRY_ASSIGN(const int64_t application, connection.integer("PRAGMA application_id"));
    FUSEFIND_TRY_ASSIGN(const int64_t tables, connection.integer("SELECT count(*) FROM sqlite_schema"));
    const bool fresh = version == 0 && application == 0 && tables == 0;
    if (!fresh && application != kApplicationId)
        return fail(ErrorCode::invalidInput, "not a FuseFind library", connection.path,
                    "move it away or choose another --data-dir");
    if (version > newest)
        return fail(ErrorCode::unsupported,
                    fmt::format("the library was made by a newer FuseFind (format {}, this one reads up to {})",
                                version, newest),
                    connection.path, "update FuseFind or choose another --data-dir");
    return {};
}

Status backUp(Connection& connection, int64_t newest) {
    auto backup = connection.path;
    backup += fmt::format(".before-v{}", newest);
    FUSEFIND_TRY_ASSIGN(auto file, AtomicFile::create(backup));
    sqlite3_stmt* raw = nullptr;
    int code = sqlite3_prepare_v2(connection.handle.get(), "VACUUM INTO ?1", -1, &raw, nullptr);
    const std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement(raw);
    const std::string& target = file.temporaryPath().native();
    if (code == SQLITE_OK) code = sqlite3_bind_text(raw, 1, target.c_str(), -1, SQLITE_STATIC);
    if (code == SQLITE_OK) code = sqlite3_step(raw);
    if (code != SQLITE_DONE) return fail(connection.error(code));
    return file.commit();
}

Status applySteps(Connection& connection, int64_t version, std::span<const char* const> schema) {
    for (const char* sql : schema.subspan(static_cast<size_t>(version)))
        FUSEFIND_TRY(connection.executeScript(sql));
    return connection.executeScript("COMMIT");
}

} // namespace

Status migrateLibrary(Connection& connection, std::span<const char* const> schema) {
    const auto newest = static_cast<int64_t>(schema.size());
    FUSEFIND_TRY_ASSIGN(const int64_t version, connection.integer("PRAGMA user_version"));
    FUSEFIND_TRY(checkOrigin(connection, version, newest));
    if (version == newest) return {};
    if (version > 0) FUSEFIND_TRY(backUp(connection, newest));
    FUSEFIND_TRY(connection.executeScript("BEGIN IMMEDIATE"));
    const Status applied = applySteps(connection, version, schema);
    if (!applied) sqlite3_exec(connection.handle.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    return applied;
}

} // namespace fusefind

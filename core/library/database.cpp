#include "core/library/database.h"

#include "core/base/unique_fd.h"
#include "core/library/connection.h"
#include "core/library/migration.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <cerrno>

namespace fusefind {

namespace {

// SQLite gives the WAL the mode of the file, so the file is made here, for its user alone.
Status makeUserOnly(const std::filesystem::path& path) {
    const UniqueFd fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600));
    if (!fd) return fail(systemError("cannot open the library", path, errno));
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0) return fail(systemError("cannot open the library", path, errno));
    if (!S_ISREG(info.st_mode)) return fail(ErrorCode::invalidInput, "the library is not a file", path);
    if ((info.st_mode & 0077) != 0 && ::fchmod(fd.get(), 0600) != 0)
        return fail(systemError("cannot make the library private", path, errno));
    return {};
}

// The last connection to close takes the WAL away; one that is left tells of a kill or a crash.
bool wasClosedProperly(const std::filesystem::path& path) {
    auto wal = path;
    wal += "-wal";
    std::error_code error;
    return std::filesystem::file_size(wal, error) == 0 || error;
}

Status quickCheck(Connection& connection) {
    sqlite3_stmt* raw = nullptr;
    int code = sqlite3_prepare_v2(connection.handle.get(), "PRAGMA quick_check(1)", -1, &raw, nullptr);
    const std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement(raw);
    if (code == SQLITE_OK) code = sqlite3_step(raw);
    if (code != SQLITE_ROW) return fail(connection.error(code));
    const std::string_view found = reinterpret_cast<const char*>(sqlite3_column_text(raw, 0));
    if (found != "ok") return fail(damagedLibrary(connection.path, found));
    return {};
}

} // namespace

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database::~Database() {
    FUSEFIND_ASSERT(!connection_ || connection_->lent == 0);
}

Result<Database> Database::open(const std::filesystem::path& path, std::span<const char* const> schema) {
    FUSEFIND_TRY(makeUserOnly(path));
    const bool trusted = wasClosedProperly(path);
    FUSEFIND_TRY_ASSIGN(auto connection, openConnection(path));
    if (!trusted) FUSEFIND_TRY(quickCheck(*connection));
    FUSEFIND_TRY(migrateLibrary(*connection, schema));
    return Database(std::move(connection));
}

Result<Database> Database::connect(const std::filesystem::path& path) {
    FUSEFIND_TRY_ASSIGN(auto connection, openConnection(path));
    return Database(std::move(connection));
}

Result<Statement> Database::prepare(std::string_view sql) {
    if (const auto found = connection_->idle.find(sql); found != connection_->idle.end() && !found->second.empty()) {
        sqlite3_stmt* handle = found->second.back().release();
        found->second.pop_back();
        ++connection_->lent;
        return Statement(*connection_, handle);
    }
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(connection_->handle.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK) return fail(connection_->error(code));
    ++connection_->lent;
    return Statement(*connection_, handle);
}

int64_t Database::lastInsertId() const {
    return sqlite3_last_insert_rowid(connection_->handle.get());
}
int64_t Database::changedRows() const {
    return sqlite3_changes64(connection_->handle.get());
}

Result<Transaction> Transaction::begin(Database& database) {
    FUSEFIND_TRY(database.execute("BEGIN IMMEDIATE"));
    return Transaction(database);
}

Transaction::~Transaction() {
    // Fails only where SQLite has rolled back by itself (a full disk), which is what is wanted.
    if (database_) (void)database_->execute("ROLLBACK");
}

Status Transaction::commit() {
    FUSEFIND_TRY(database_->execute("COMMIT"));
    database_ = nullptr;
    return {};
}

} // namespace fusefind

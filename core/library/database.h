#pragma once

#include "core/base/result.h"
#include "core/library/schema.h"
#include "core/library/statement.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace fusefind {

// The one place that talks to SQLite: library.db in WAL mode, foreign keys on, readable by its user alone.
// A Database belongs to one thread at a time; each further thread connects on its own. Two threads write: the one that
// opened the library, and a scan while it looks at the folders; SQLite makes the one wait for the other's transaction.
// Errors of all calls: busy, io (disk full …), outOfMemory, invalidInput (the file is damaged; says what to do).
class Database {
public:
    // Opens or creates the library of this process: checks it (all of it, if it was not closed properly) and brings it
    // to the newest version, after a copy to "<path>.before-v<N>". Errors: unsupported (of a newer version),
    // invalidInput (damaged, or not a library). `schema` is for tests.
    static Result<Database> open(const std::filesystem::path& path,
                                 std::span<const char* const> schema = schemaFiles());

    // One more connection to a library that open() has checked, for another thread.
    static Result<Database> connect(const std::filesystem::path& path);

    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) = delete;

    // `sql` is a constant of the program; a statement that was prepared before is used again.
    Result<Statement> prepare(std::string_view sql);

    template <class... Values>
    Status execute(std::string_view sql, const Values&... values) {
        FUSEFIND_TRY_ASSIGN(auto statement, prepare(sql));
        return statement.bind(values...).run();
    }
    // The first column of the first row; nothing if there is none or it is NULL.
    template <class... Values>
    Result<std::optional<int64_t>> integer(std::string_view sql, const Values&... values) {
        FUSEFIND_TRY_ASSIGN(auto statement, prepare(sql));
        FUSEFIND_TRY_ASSIGN(const bool row, statement.bind(values...).step());
        return row && !statement.isNull(0) ? std::optional(statement.integer(0)) : std::nullopt;
    }

    [[nodiscard]] int64_t lastInsertId() const;
    [[nodiscard]] int64_t changedRows() const; // by the last INSERT, UPDATE or DELETE

private:
    explicit Database(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

// Everything until commit() or, destroyed without it, nothing. Not nested.
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;

    Status commit();

private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_; // null once committed or moved from
};

} // namespace fusefind

#pragma once

#include "core/base/hash.h"
#include "core/base/result.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

struct sqlite3_stmt;

namespace fusefind {

struct Connection; // connection.h

// A prepared statement, lent by Database::prepare and given back when destroyed. Must not outlive its database.
class Statement {
public:
    Statement(Connection& connection, sqlite3_stmt* handle) : connection_(&connection), handle_(handle) {}
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;

    // Starts afresh with values for ?1, ?2 …: integers, text, bytes (BLOB), paths (BLOB), nullopt (NULL).
    // Values are copied.
    template <class... Values>
    Statement& bind(const Values&... values) {
        restart();
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }

    // To the next row; false after the last.
    Result<bool> step();
    // Through to the end, ignoring rows.
    Status run();
    // onRow(*this) for every row left.
    template <class OnRow>
    Status each(OnRow&& onRow) {
        while (true) {
            FUSEFIND_TRY_ASSIGN(const bool row, step());
            if (!row) return {};
            onRow(*this);
        }
    }

    // Columns of the current row, from 0. Views are valid until the next step().
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] int64_t integer(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::span<const std::byte> blob(int column) const;
    [[nodiscard]] std::filesystem::path path(int column) const;
    [[nodiscard]] Sha256 content(int column) const; // the schema holds such a column to 32 bytes (asserted)

private:
    template <class Value>
    void bindOne(int index, const Value& value) {
        if constexpr (std::is_same_v<Value, std::filesystem::path>) {
            bindBlob(index, std::as_bytes(std::span(value.native())));
        } else if constexpr (std::integral<Value>) {
            bindInteger(index, static_cast<int64_t>(value));
        } else if constexpr (std::convertible_to<Value, std::string_view>) {
            bindText(index, value);
        } else if constexpr (std::same_as<Value, std::nullopt_t>) {
            bindNull(index);
        } else if constexpr (requires { value.has_value(); }) {
            value.has_value() ? bindOne(index, *value) : bindNull(index);
        } else {
            bindBlob(index, std::as_bytes(std::span(value)));
        }
    }
    void restart();
    void bindNull(int index);
    void bindInteger(int index, int64_t value);
    void bindText(int index, std::string_view value);
    void bindBlob(int index, std::span<const std::byte> value);

    Connection* connection_;
    sqlite3_stmt* handle_; // null once moved from
    int bindResult_ = 0;   // the first failure, told by step()
};

} // namespace fusefind

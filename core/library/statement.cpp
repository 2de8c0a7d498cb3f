#include "core/library/statement.h"

#include "core/library/connection.h"

#include <sqlite3.h>

#include <algorithm>

namespace fusefind {

Statement::Statement(Statement&& other) noexcept
    : connection_(other.connection_), handle_(std::exchange(other.handle_, nullptr)), bindResult_(other.bindResult_) {}

Statement::~Statement() {
    if (!handle_) return;
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
    --connection_->lent;
    connection_->idle[sqlite3_sql(handle_)].emplace_back(handle_);
}

void Statement::restart() {
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
    bindResult_ = SQLITE_OK;
}

void Statement::bindNull(int index) {
    if (bindResult_ == SQLITE_OK) bindResult_ = sqlite3_bind_null(handle_, index);
}
void Statement::bindInteger(int index, int64_t value) {
    if (bindResult_ == SQLITE_OK) bindResult_ = sqlite3_bind_int64(handle_, index, value);
}
void Statement::bindText(int index, std::string_view value) {
    const char* data = value.empty() ? "" : value.data(); // a null pointer would bind NULL
    if (bindResult_ == SQLITE_OK)
        bindResult_ = sqlite3_bind_text64(handle_, index, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}
void Statement::bindBlob(int index, std::span<const std::byte> value) {
    const void* data = value.empty() ? static_cast<const void*>("") : value.data();
    if (bindResult_ == SQLITE_OK)
        bindResult_ = sqlite3_bind_blob64(handle_, index, data, value.size(), SQLITE_TRANSIENT);
}

Result<bool> Statement::step() {
    FUSEFIND_ASSERT(bindResult_ != SQLITE_RANGE);
    if (bindResult_ != SQLITE_OK) return fail(connection_->error(bindResult_));
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW) return true;
    Error error;
    if (code != SQLITE_DONE) error = connection_->error(code);
    sqlite3_reset(handle_); // ends the read transaction of a finished query at once
    if (code == SQLITE_DONE) return false;
    return fail(std::move(error));
}

Status Statement::run() {
    return each([](const Statement&) {});
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}
int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_, column);
}

std::string_view Statement::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    return {data ? data : "", static_cast<size_t>(sqlite3_column_bytes(handle_, column))};
}

std::span<const std::byte> Statement::blob(int column) const {
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(handle_, column));
    return {data, static_cast<size_t>(sqlite3_column_bytes(handle_, column))};
}

std::filesystem::path Statement::path(int column) const {
    const auto bytes = blob(column);
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

Sha256 Statement::content(int column) const {
    const auto bytes = blob(column);
    Sha256 content{};
    FUSEFIND_ASSERT(bytes.size() == content.size());
    std::copy_n(bytes.begin(), std::min(bytes.size(), content.size()), content.begin());
    return content;
}

} // namespace fusefind

#include "core/library/settings.h"

#include "core/library/library.h"

#include <fmt/format.h>

namespace fusefind {

Result<std::optional<std::string>> Settings::get(std::string_view key) {
    FUSEFIND_TRY_ASSIGN(auto query, database_->prepare("SELECT value FROM settings WHERE key = ?1"));
    FUSEFIND_TRY_ASSIGN(const bool found, query.bind(key).step());
    return found ? std::optional<std::string>(query.text(0)) : std::nullopt;
}

Status Settings::set(std::string_view key, std::string_view value) {
    return database_->execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?1, ?2)", key, value);
}

Result<std::vector<SpaceEntry>> SpaceList::all() {
    std::vector<SpaceEntry> spaces;
    FUSEFIND_TRY_ASSIGN(auto query, database_->prepare("SELECT name, created_at_ms, in_use FROM spaces ORDER BY name"));
    FUSEFIND_TRY(query.each([&](const Statement& row) {
        spaces.push_back({std::string(row.text(0)), row.integer(1), row.integer(2) != 0});
    }));
    return spaces;
}

Result<std::optional<std::string>> SpaceList::inUse() {
    FUSEFIND_TRY_ASSIGN(auto query, database_->prepare("SELECT name FROM spaces WHERE in_use = 1"));
    FUSEFIND_TRY_ASSIGN(const bool found, query.bind().step());
    return found ? std::optional<std::string>(query.text(0)) : std::nullopt;
}

Status SpaceList::add(std::string_view name) {
    return database_->execute("INSERT INTO spaces (name, created_at_ms) VALUES (?1, ?2)"
                              " ON CONFLICT (name) DO UPDATE SET created_at_ms = ?2",
                              name, nowMs());
}

Status SpaceList::use(std::string_view name) {
    FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(*database_));
    FUSEFIND_TRY(useNone());
    FUSEFIND_TRY(database_->execute("UPDATE spaces SET in_use = 1 WHERE name = ?1", name));
    if (database_->changedRows() == 0)
        return fail(ErrorCode::notFound, fmt::format("no space named {}", name), {},
                    "`spaces list` shows those there are");
    return transaction.commit();
}

Status SpaceList::useNone() {
    return database_->execute("UPDATE spaces SET in_use = 0 WHERE in_use = 1");
}

Status SpaceList::remove(std::string_view name) {
    return database_->execute("DELETE FROM spaces WHERE name = ?1", name);
}

} // namespace fusefind

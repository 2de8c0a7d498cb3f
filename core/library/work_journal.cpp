#include "core/library/work_journal.h"

namespace fusefind {

namespace {

constexpr int64_t kMaxStrikes = 2;

Result<std::vector<Item>> itemsToSetAside(Database& database) {
    std::vector<Item> items;
    FUSEFIND_TRY_ASSIGN(
        auto query, database.prepare("SELECT i.id, i.path, i.kind, i.size, i.mtime_ns, i.content FROM items i"
                                     " JOIN work w ON w.content = i.content WHERE w.strikes >= ?1 ORDER BY i.path"));
    query.bind(kMaxStrikes);
    FUSEFIND_TRY(query.each([&](const Statement& row) { items.push_back(readItem(row)); }));
    return items;
}

} // namespace

Result<std::vector<PendingItem>> WorkJournal::pending(std::string_view encoder, Modality modality) {
    std::vector<PendingItem> pending;
    // With min(), SQLite takes the other columns from the row of the minimum.
    FUSEFIND_TRY_ASSIGN(
        auto query,
        database_->prepare("SELECT i.id, min(i.path), i.kind, i.size, i.mtime_ns, i.content, coalesce(w.strikes, 0) AS "
                           "strikes FROM items i"
                           " LEFT JOIN work w ON w.content = i.content WHERE (i.kind = 'image') = ?1 AND NOT EXISTS"
                           " (SELECT 1 FROM segments s JOIN latents l ON l.segment = s.id WHERE s.content = i.content"
                           " AND l.encoder = (SELECT id FROM encoders WHERE name = ?2))"
                           " GROUP BY i.content ORDER BY strikes, min(i.path)"));
    query.bind(modality == Modality::image, encoder);
    FUSEFIND_TRY(query.each([&](const Statement& row) { pending.push_back({readItem(row), row.integer(6)}); }));
    return pending;
}

Status WorkJournal::begin(std::span<const Sha256> contents) {
    FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(*database_));
    for (const Sha256& content : contents)
        FUSEFIND_TRY(database_->execute("INSERT INTO work (content, active) VALUES (?1, 1)"
                                        " ON CONFLICT (content) DO UPDATE SET active = 1",
                                        content));
    return transaction.commit();
}

Status WorkJournal::end(std::span<const Sha256> contents) {
    FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(*database_));
    for (const Sha256& content : contents)
        FUSEFIND_TRY(database_->execute("DELETE FROM work WHERE content = ?1", content));
    return transaction.commit();
}

Result<std::vector<Item>> WorkJournal::recover(bool blame) {
    if (blame) FUSEFIND_TRY(database_->execute("UPDATE work SET strikes = strikes + 1 WHERE active = 1"));
    FUSEFIND_TRY(database_->execute("UPDATE work SET active = 0 WHERE active = 1"));
    FUSEFIND_TRY(database_->execute("DELETE FROM work WHERE strikes = 0"
                                    " OR NOT EXISTS (SELECT 1 FROM items WHERE items.content = work.content)"));
    FUSEFIND_TRY_ASSIGN(const auto items, itemsToSetAside(*database_));
    Library library(*database_);
    for (const Item& item : items)
        FUSEFIND_TRY(library.skip(item, "reading it ended the program twice"));
    return items;
}

} // namespace fusefind

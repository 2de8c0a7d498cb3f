#include "core/library/work_journal.h"

namespace fusefind {

Result<std::vector<PendingItem>> WorkJournal::pending(std::string_view encoder, Modality modality) {
    std::vector<PendingItem> pending;
    // With min(), SQLite takes the other columns from the row of the minimum.
    FUSEFIND_TRY_ASSIGN(
        auto query,
        database_->prepare(
            "SELECT i.id, min(i.path), i.kind, i.size, i.mtime_ns, i.content, coalesce(w.strikes, 0) AS "
            "strikes FROM items i"
            " LEFT JOIN work w ON w.content = i.content WHERE (i.kind = 'image') = ?1 AND NOT EXISTS"
            " (SELECT 1 FROM segments s CROSS JOIN latents l ON l.segment = s.id WHERE s.content = i.content"
            " AND l.encoder = (SELECT id FROM encoders WHERE name = ?2))"
            " GROUP BY i.content ORDER BY strikes, min(i.path)"));
    query.bind(modality == Modality::image, encoder);
    FUSEFIND_TRY(query.each([&](const Statement& row) { pending.push_back({readItem(row), row.integer(6)}); }));
    return pending;
}

Result<bool> WorkJournal::strike(const std::filesystem::path& file) {
    constexpr int64_t kMaxStrikes = 2;
    Library library(*database_);
    FUSEFIND_TRY_ASSIGN(const auto item, library.find(file));
    if (!item) return false;
    FUSEFIND_TRY(database_->execute("INSERT INTO work (content, strikes) VALUES (?1, 1)"
                                    " ON CONFLICT (content) DO UPDATE SET strikes = strikes + 1",
                                    item->content));
    FUSEFIND_TRY_ASSIGN(const auto strikes,
                        database_->integer("SELECT strikes FROM work WHERE content = ?1", item->content));
    if (strikes < kMaxStrikes) return false;
    FUSEFIND_TRY(library.skip(*item, "reading it ended the program twice"));
    return true;
}

} // namespace fusefind

#include "core/library/library.h"

#include "core/media/probe.h"

#include <algorithm>

namespace fusefind {

namespace {

// ?1, ?2, ?3: kinds (NULL: none), ?4, ?5: the range of paths (NULL: all).
struct FilterValues {
    std::array<std::optional<std::string>, kItemKinds.size()> kinds;
    std::optional<std::filesystem::path> first, end;

    explicit FilterValues(const ItemFilter& filter) {
        for (size_t i = 0; i < kItemKinds.size(); ++i)
            if (filter.kinds.empty() || std::ranges::count(filter.kinds, kItemKinds.at(i)) > 0)
                kinds.at(i) = toString(kItemKinds.at(i));
        if (!filter.under.empty()) std::tie(first, end) = pathsUnder(resolvedPath(filter.under));
    }
};

// Reads the files of one content from ?6.
constexpr std::string_view kLocate =
    "SELECT s.start_ms, s.end_ms, i.id, i.path, i.kind, i.size, i.mtime_ns, i.content FROM segments s"
    " JOIN items i ON i.content = s.content WHERE s.id = ?6 AND i.kind IN (?1, ?2, ?3)"
    " AND (?4 IS NULL OR (i.path >= ?4 AND i.path < ?5)) ORDER BY i.path";

} // namespace

int64_t nowMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

Item readItem(const Statement& row, int column) {
    Item item;
    item.id = row.integer(column);
    item.path = row.path(column + 1);
    const auto kind = itemKindFromString(row.text(column + 2));
    FUSEFIND_ASSERT(kind.has_value()); // the schema allows no other
    item.kind = kind.value_or(ItemKind::image);
    item.size = row.integer(column + 3);
    item.mtimeNs = row.integer(column + 4);
    item.content = row.content(column + 5);
    return item;
}

Result<std::vector<SegmentRow>> Library::segments(const ItemFilter& filter) {
    const FilterValues values(filter);
    std::vector<SegmentRow> segments;
    // With min(), SQLite takes the other columns from the row of the minimum.
    FUSEFIND_TRY_ASSIGN(
        auto query,
        database_->prepare("SELECT s.id, min(i.id), i.kind, s.start_ms, s.end_ms FROM items i"
                           " JOIN segments s ON s.content = i.content WHERE i.kind IN (?1, ?2, ?3)"
                           " AND (?4 IS NULL OR (i.path >= ?4 AND i.path < ?5)) GROUP BY s.id ORDER BY s.id"));
    query.bind(values.kinds[0], values.kinds[1], values.kinds[2], values.first, values.end);
    FUSEFIND_TRY(query.each([&](const Statement& row) {
        segments.push_back({row.integer(0),
                            row.integer(1),
                            itemKindFromString(row.text(2)).value_or(ItemKind::image),
                            {row.integer(3), row.integer(4)}});
    }));
    return segments;
}

Result<std::vector<LocatedLabel>> Library::locate(std::span<const int64_t> labels, const ItemFilter& filter) {
    const FilterValues values(filter);
    std::vector<LocatedLabel> located;
    FUSEFIND_TRY_ASSIGN(auto query, database_->prepare(kLocate));
    for (const int64_t label : labels) {
        LocatedLabel found{label, {}, {}};
        query.bind(values.kinds[0], values.kinds[1], values.kinds[2], values.first, values.end, label);
        FUSEFIND_TRY(query.each([&](const Statement& row) {
            found.time = {row.integer(0), row.integer(1)};
            found.items.push_back(readItem(row, 2));
        }));
        if (!found.items.empty()) located.push_back(std::move(found));
    }
    return located;
}

Result<std::optional<Item>> Library::find(const std::filesystem::path& path) {
    FUSEFIND_TRY_ASSIGN(
        auto query, database_->prepare("SELECT id, path, kind, size, mtime_ns, content FROM items WHERE path = ?1"));
    FUSEFIND_TRY_ASSIGN(const bool row, query.bind(path).step());
    return row ? std::optional(readItem(query)) : std::nullopt;
}

Status Library::describe(const Sha256& content, const MediaInfo& info) {
    std::optional<int64_t> taken;
    if (info.taken) taken = std::chrono::milliseconds(info.taken->time_since_epoch()).count();
    return database_->execute("UPDATE items SET width = nullif(?1, 0), height = nullif(?2, 0),"
                              " duration_ms = nullif(?3, 0), taken_at_ms = ?4 WHERE content = ?5",
                              info.width, info.height, static_cast<int64_t>(info.seconds * 1000), taken, content);
}

Status Library::skip(const Item& item, std::string_view reason) {
    const bool picture = item.kind == ItemKind::image;
    FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(*database_));
    FUSEFIND_TRY(database_->execute("INSERT OR REPLACE INTO skipped (path, folder, size, mtime_ns, reason, at_ms)"
                                    " SELECT path, folder, size, mtime_ns, ?3, ?4 FROM items"
                                    " WHERE content = ?1 AND (kind = 'image') = ?2",
                                    item.content, picture, reason, nowMs()));
    FUSEFIND_TRY(
        database_->execute("DELETE FROM items WHERE content = ?1 AND (kind = 'image') = ?2", item.content, picture));
    FUSEFIND_TRY(database_->execute("DELETE FROM work WHERE content = ?1", item.content));
    return transaction.commit();
}

Result<std::vector<SkippedFile>> Library::skipped() {
    std::vector<SkippedFile> skipped;
    FUSEFIND_TRY_ASSIGN(auto query, database_->prepare("SELECT path, reason FROM skipped ORDER BY path"));
    FUSEFIND_TRY(query.each([&](const Statement& row) { skipped.push_back({row.path(0), std::string(row.text(1))}); }));
    return skipped;
}

Result<LibraryCounts> Library::counts() {
    LibraryCounts counts;
    FUSEFIND_TRY_ASSIGN(auto kinds, database_->prepare("SELECT kind, count(*) FROM items GROUP BY kind"));
    FUSEFIND_TRY(kinds.each([&](const Statement& row) {
        if (const auto kind = itemKindFromString(row.text(0)))
            counts.items.at(static_cast<size_t>(*kind)) = row.integer(1);
    }));
    FUSEFIND_TRY_ASSIGN(
        auto query,
        database_->prepare("SELECT (SELECT count(*) FROM folders), (SELECT count(DISTINCT content) FROM items),"
                           " (SELECT count(DISTINCT content) FROM items WHERE EXISTS (SELECT 1 FROM segments s"
                           " CROSS JOIN latents l ON l.segment = s.id WHERE s.content = items.content)), (SELECT "
                           "count(*) FROM skipped)"));
    FUSEFIND_TRY(query.each([&](const Statement& row) {
        counts.folders = row.integer(0);
        counts.contents = row.integer(1);
        counts.searchable = row.integer(2);
        counts.skipped = row.integer(3);
    }));
    return counts;
}

} // namespace fusefind

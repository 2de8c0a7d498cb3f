#include "core/library/browse.h"

#include "core/library/library.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

namespace fusefind {

namespace {

// ?1, ?2, ?3: kinds (NULL: none); ?4, ?5: from and to; ?6: a folder of the library (NULL: all); ?7, ?8: a range of
// paths (NULL: all). All are answered from an index: reading the items themselves, in an order that is not theirs,
// takes ten times as long.
constexpr std::string_view kKinds = "kind IN (?1, ?2, ?3)";
constexpr std::string_view kTimes = "shown_at_ms >= ?4 AND shown_at_ms < ?5";
constexpr std::string_view kPlaces = "(?6 IS NULL OR folder = ?6)"
                                     " AND (?7 IS NULL OR id IN (SELECT id FROM items WHERE path >= ?7 AND path < ?8))";

struct FilterValues {
    std::array<std::optional<std::string>, kItemKinds.size()> kinds;
    int64_t from = std::numeric_limits<int64_t>::min();
    int64_t to = std::numeric_limits<int64_t>::max();
    std::optional<int64_t> folder;
    std::optional<std::filesystem::path> firstPath, endPath;
    bool anyTime = true;
    bool all = true; // nothing is filtered

    static Result<FilterValues> of(Database& database, const LibraryFilter& filter) {
        FilterValues values;
        for (size_t i = 0; i < kItemKinds.size(); ++i)
            if (filter.kinds.empty() || filter.kinds.contains(kItemKinds.at(i)))
                values.kinds.at(i) = toString(kItemKinds.at(i));
        values.from = filter.fromMs.value_or(values.from);
        values.to = filter.toMs.value_or(values.to);
        values.anyTime = !filter.fromMs && !filter.toMs;
        FUSEFIND_TRY(values.setPlace(database, filter.under));
        values.all = values.anyTime && !values.folder && !values.firstPath &&
                     std::ranges::all_of(values.kinds, [](const auto& kind) { return kind.has_value(); });
        return values;
    }

private:
    // All of the library and one of its folders are what is asked for most, and easier than a range of paths.
    Status setPlace(Database& database, const std::filesystem::path& under) {
        if (under.empty()) return {};
        const auto resolved = resolvedPath(under);
        const auto [first, end] = pathsUnder(resolved);
        FUSEFIND_TRY_ASSIGN(const auto folders, Library(database).folders());
        std::vector<Folder> inside;
        std::ranges::copy_if(folders, std::back_inserter(inside), [&](const Folder& it) {
            const auto begin = pathsUnder(it.path).first;
            return begin.native() >= first.native() && begin.native() < end.native();
        });
        if (inside.size() == folders.size()) return {};
        if (inside.size() == 1 && inside[0].path == resolved)
            folder = inside[0].id;
        else
            std::tie(firstPath, endPath) = std::pair(first, end);
        return {};
    }
};

struct Order {
    BrowseOrder order;
    std::string_view index;
    std::string_view columns;
    bool byTime = false;
};

// To the last column of the index, so that nothing is sorted, and ties broken, so that no file is on two pages.
constexpr std::array<Order, 5> kOrders{{
    {BrowseOrder::newest, "items_by_time", "shown_at_ms DESC, kind DESC, folder DESC, id DESC", true},
    {BrowseOrder::oldest, "items_by_time", "shown_at_ms, kind, folder, id", true},
    {BrowseOrder::name, "items_by_name", "name, kind, folder, id"},
    {BrowseOrder::largest, "items_by_size", "size DESC, kind DESC, folder DESC, id DESC"},
    {BrowseOrder::longest, "items_by_length", "duration_ms DESC, kind DESC, folder DESC, id DESC"},
}};

// Put together from the constants above; whatever a user says is bound.
const std::string& pageSql(BrowseOrder order) {
    static const auto all = [] {
        std::array<std::string, kOrders.size()> made;
        for (size_t i = 0; i < kOrders.size(); ++i) {
            const std::string times =
                kOrders.at(i).byTime
                    ? std::string(kTimes)
                    : fmt::format("(?9 OR id IN (SELECT id FROM items INDEXED BY items_by_time WHERE {}))", kTimes);
            made.at(i) = fmt::format("SELECT id FROM items INDEXED BY {} WHERE {} AND {} AND {} ORDER BY {}"
                                     " LIMIT ?10 OFFSET ?11",
                                     kOrders.at(i).index, kKinds, times, kPlaces, kOrders.at(i).columns);
        }
        return made;
    }();
    const auto found = std::ranges::find(kOrders, order, &Order::order);
    FUSEFIND_ASSERT(found != kOrders.end());
    return all.at(static_cast<size_t>(found - kOrders.begin()));
}

Result<int64_t> countItems(Database& database, const FilterValues& values) {
    static const std::string sql = fmt::format(
        "SELECT count(*) FROM items INDEXED BY items_by_time WHERE {} AND {} AND {}", kKinds, kTimes, kPlaces);
    if (values.all) {
        FUSEFIND_TRY_ASSIGN(const auto count, database.integer("SELECT count(*) FROM items"));
        return count.value_or(0);
    }
    FUSEFIND_TRY_ASSIGN(const auto count,
                        database.integer(sql, values.kinds[0], values.kinds[1], values.kinds[2], values.from, values.to,
                                         values.folder, values.firstPath, values.endPath));
    return count.value_or(0);
}

// A folder that is gone, or the empty place where its drive should be (as a scan tells it).
bool isOffline(const std::filesystem::path& folder, int64_t device) {
    struct stat info {};
    if (::stat(folder.c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) return true;
    std::error_code error;
    return static_cast<int64_t>(info.st_dev) != device && std::filesystem::is_empty(folder, error) && !error;
}

int yearOf(int64_t ms) {
    using namespace std::chrono;
    const year_month_day date{floor<days>(sys_time<milliseconds>(milliseconds(ms)))};
    return static_cast<int>(date.year());
}

// The first millisecond of a year.
int64_t yearBegin(int year) {
    using namespace std::chrono;
    return duration_cast<milliseconds>(sys_days(std::chrono::year(year) / 1 / 1).time_since_epoch()).count();
}

Result<std::vector<FolderFacet>> folderFacets(Database& database) {
    std::vector<FolderFacet> folders;
    FUSEFIND_TRY_ASSIGN(auto query,
                        database.prepare("SELECT path, device, (SELECT count(*) FROM items WHERE folder = folders.id)"
                                         " FROM folders ORDER BY path"));
    FUSEFIND_TRY(query.each([&](const Statement& row) {
        folders.push_back({row.path(0), row.integer(2), isOffline(row.path(0), row.integer(1))});
    }));
    return folders;
}

// Kinds and years in one walk over an index.
Status countKindsAndYears(Database& database, Facets& facets) {
    std::array<int64_t, kItemKinds.size()> kinds{};
    int64_t begin = std::numeric_limits<int64_t>::max(); // of the last year of facets.years
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare("SELECT shown_at_ms, kind FROM items INDEXED BY items_by_time"
                                                     " ORDER BY shown_at_ms DESC, kind DESC, folder DESC, id DESC"));
    FUSEFIND_TRY(query.each([&](const Statement& row) {
        const int64_t shownAt = row.integer(0);
        if (facets.years.empty() || shownAt < begin) {
            facets.years.push_back({yearOf(shownAt), 0});
            begin = yearBegin(facets.years.back().year);
        }
        ++facets.years.back().items;
        ++kinds.at(static_cast<size_t>(itemKindFromString(row.text(1)).value_or(ItemKind::image)));
    }));
    for (const ItemKind kind : kItemKinds)
        facets.kinds.emplace_back(kind, kinds.at(static_cast<size_t>(kind)));
    return {};
}

LibraryItem readLibraryItem(const Statement& row) {
    LibraryItem item;
    item.path = row.path(0);
    item.kind = itemKindFromString(row.text(1)).value_or(ItemKind::image);
    item.size = row.integer(2);
    item.mtimeMs = row.integer(3);
    item.width = static_cast<int>(row.integer(4)); // NULL is read as 0
    item.height = static_cast<int>(row.integer(5));
    item.seconds = static_cast<double>(row.integer(6)) / 1000;
    if (!row.isNull(7)) item.takenMs = row.integer(7);
    return item;
}

} // namespace

Result<BrowseAnswer> browseLibrary(Database& database, const BrowseRequest& request) {
    FUSEFIND_ASSERT(request.offset >= 0 && request.limit >= 0);
    FUSEFIND_TRY_ASSIGN(const auto values, FilterValues::of(database, request.filter));
    BrowseAnswer answer;
    FUSEFIND_TRY_ASSIGN(answer.total, countItems(database, values));
    std::vector<int64_t> ids;
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare(pageSql(request.order)));
    query.bind(values.kinds[0], values.kinds[1], values.kinds[2], values.from, values.to, values.folder,
               values.firstPath, values.endPath, values.anyTime, request.limit, request.offset);
    FUSEFIND_TRY(query.each([&](const Statement& row) { ids.push_back(row.integer(0)); }));
    FUSEFIND_TRY_ASSIGN(answer.items, libraryItems(database, ids));
    return answer;
}

Result<Facets> libraryFacets(Database& database) {
    Facets facets;
    FUSEFIND_TRY(countKindsAndYears(database, facets));
    FUSEFIND_TRY_ASSIGN(facets.folders, folderFacets(database));
    return facets;
}

Result<std::vector<LibraryItem>> libraryItems(Database& database, std::span<const int64_t> ids) {
    std::vector<LibraryItem> items;
    items.reserve(ids.size());
    FUSEFIND_TRY_ASSIGN(auto query,
                        database.prepare("SELECT path, kind, size, mtime_ns / 1000000, width, height, duration_ms,"
                                         " taken_at_ms FROM items WHERE id = ?1"));
    for (const int64_t id : ids) {
        FUSEFIND_TRY_ASSIGN(const bool found, query.bind(id).step());
        if (found) items.push_back(readLibraryItem(query));
    }
    return items;
}

Result<std::vector<int64_t>> labelsShownBetween(Database& database, int64_t fromMs, int64_t toMs) {
    std::vector<int64_t> labels;
    FUSEFIND_TRY_ASSIGN(auto query,
                        database.prepare("SELECT DISTINCT s.id FROM items i JOIN segments s ON s.content = i.content"
                                         " WHERE i.shown_at_ms >= ?1 AND i.shown_at_ms < ?2 ORDER BY s.id"));
    query.bind(fromMs, toMs);
    FUSEFIND_TRY(query.each([&](const Statement& row) { labels.push_back(row.integer(0)); }));
    return labels;
}

Result<std::vector<Item>> undescribedItems(Database& database) {
    std::vector<Item> items;
    // With min(), SQLite takes the other columns from the row of the minimum.
    FUSEFIND_TRY_ASSIGN(
        auto query,
        database.prepare("SELECT id, min(path), kind, size, mtime_ns, content FROM items"
                         " WHERE width IS NULL AND duration_ms IS NULL GROUP BY content ORDER BY min(path)"));
    FUSEFIND_TRY(query.each([&](const Statement& row) { items.push_back(readItem(row)); }));
    return items;
}

} // namespace fusefind

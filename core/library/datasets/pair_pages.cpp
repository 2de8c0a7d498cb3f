#include "core/library/datasets/pair_pages.h"

#include "core/library/datasets/captions.h"
#include "core/library/datasets/data_sets.h"
#include "core/library/datasets/pair_overlay.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <limits>

namespace fusefind {

namespace {

// ?1: the reading; ?2 to ?4: kinds and ?5 to ?7: splits (NULL: none); ?8: problem, ?9: excluded, ?10: item and ?11:
// words (NULL: any). Answered from the index alone.
constexpr std::string_view kMatching =
    "SELECT p.id FROM data_pairs p INDEXED BY {index} WHERE p.reading = ?1 AND p.kind IN (?2, ?3, ?4)"
    " AND p.split IN (?5, ?6, ?7) AND (?8 IS NULL OR p.problem = ?8) AND (?9 IS NULL OR p.excluded = ?9) AND {item}"
    " AND (?11 IS NULL OR p.caption IN (SELECT rowid FROM caption_words WHERE caption_words MATCH ?11))"
    " ORDER BY p.id";

std::string matchingSql(bool byItem) {
    return fmt::format(kMatching, fmt::arg("index", byItem ? "data_pairs_by_item" : "data_pairs_by_number"),
                       fmt::arg("item", byItem ? "p.item = ?10" : "?10 IS NULL"));
}

template <class Enum, size_t kCount>
std::array<std::optional<std::string>, kCount> names(const std::set<Enum>& wanted,
                                                     const std::array<Enum, kCount>& all) {
    std::array<std::optional<std::string>, kCount> names;
    for (size_t i = 0; i < kCount; ++i)
        if (wanted.empty() || wanted.contains(all[i])) names[i] = codeOf(all[i]);
    return names;
}

// But for their numbers.
bool letsAllPass(const DataPairFilter& filter) {
    return filter.kinds.empty() && filter.splits.empty() && !filter.problem && !filter.excluded && !filter.item &&
           captionQuery(filter.words).empty();
}

Result<Statement> matching(Database& database, int64_t reading, const DataPairFilter& filter) {
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare(matchingSql(filter.item.has_value())));
    const auto kinds = names(filter.kinds, kDataPairKinds);
    const auto splits = names(filter.splits, kSplits);
    const std::string words = captionQuery(filter.words);
    const auto flag = [](std::optional<bool> value) { return value ? std::optional(*value ? 1 : 0) : std::nullopt; };
    query.bind(reading, kinds[0], kinds[1], kinds[2], splits[0], splits[1], splits[2], flag(filter.problem),
               flag(filter.excluded), filter.item, words.empty() ? std::nullopt : std::optional(words));
    return query;
}

// The pairs of a reading have numbers without gaps.
struct Numbers {
    int64_t first = 0;
    int64_t count = 0;
};

Result<Numbers> numbersOf(Database& database, int64_t reading) {
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare("SELECT first_pair, pairs FROM data_readings WHERE id = ?1"));
    FUSEFIND_TRY_ASSIGN(const bool found, query.bind(reading).step());
    return found ? Numbers{query.integer(0), query.integer(1)} : Numbers{};
}

// The numbers of rows that a filter lets pass: those in [offset, offset + limit), and how many there are in all.
struct Found {
    int64_t total = 0;
    std::vector<int64_t> ids;
};

Result<Found> findInFolder(Database& database, int64_t reading, const DataPairFilter& filter, int64_t offset,
                           int64_t limit) {
    Found found;
    const auto take = [&](int64_t id) {
        if (found.total >= offset && found.total - offset < limit) found.ids.push_back(id);
        ++found.total;
    };
    if (letsAllPass(filter)) {
        FUSEFIND_TRY_ASSIGN(const Numbers all, numbersOf(database, reading));
        if (filter.pairs.empty()) {
            found.total = all.count;
            const int64_t count = std::min(limit, all.count - std::min(offset, all.count));
            for (int64_t i = 0; i < count; ++i)
                found.ids.push_back(all.first + offset + i);
        }
        for (const int64_t id : filter.pairs)
            if (id >= all.first && id - all.first < all.count) take(id);
        return found;
    }
    FUSEFIND_TRY_ASSIGN(auto query, matching(database, reading, filter));
    FUSEFIND_TRY(query.each([&](const Statement& row) {
        const int64_t id = row.integer(0);
        if (filter.pairs.empty() || std::ranges::binary_search(filter.pairs, id)) take(id);
    }));
    return found;
}

// For each pair of a reading what it is sorted by, smallest first.
Result<std::vector<int64_t>> sortKeys(Database& database, const Numbers& all, PairOrder order) {
    constexpr std::array kKeys{"NULL", "fit", "-rank", "twins"}; // by PairOrder
    std::vector<int64_t> keys(static_cast<size_t>(all.count), std::numeric_limits<int64_t>::max());
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare(fmt::format("SELECT pair, {0} FROM pair_fits WHERE pair >= ?1 AND"
                                                                 " pair < ?2 AND {0} IS NOT NULL",
                                                                 kKeys.at(static_cast<size_t>(order)))));
    query.bind(all.first, all.first + all.count);
    FUSEFIND_TRY(query.each(
        [&](const Statement& row) { keys[static_cast<size_t>(row.integer(0) - all.first)] = row.integer(1); }));
    return keys;
}

// Sorted here: the database takes eight times as long.
Result<Found> find(Database& database, int64_t reading, const DataPairFilter& filter, int64_t offset, int64_t limit) {
    if (filter.order == PairOrder::folder) return findInFolder(database, reading, filter, offset, limit);
    FUSEFIND_TRY_ASSIGN(Found found, findInFolder(database, reading, filter, 0, std::numeric_limits<int64_t>::max()));
    FUSEFIND_TRY_ASSIGN(const Numbers all, numbersOf(database, reading));
    FUSEFIND_TRY_ASSIGN(const std::vector<int64_t> keys, sortKeys(database, all, filter.order));
    std::ranges::stable_sort(found.ids, {}, [&](int64_t id) { return keys[static_cast<size_t>(id - all.first)]; });
    const auto first = found.ids.begin() + std::min(offset, found.total);
    found.ids = {first, first + std::min(limit, found.ids.end() - first)};
    return found;
}

constexpr std::string_view kPair =
    "SELECT p.kind, p.split, p.own_split, p.excluded, p.item, c.text, c.original, i.path, i.width, i.height, i.problem,"
    " s.path, s.kind, s.duration_ms, s.problem, p.id, f.fit, f.rank, f.twins FROM data_pairs p"
    " LEFT JOIN data_captions c ON c.id = p.caption LEFT JOIN data_files i ON i.id = p.image"
    " LEFT JOIN data_files s ON s.id = p.sound LEFT JOIN pair_fits f ON f.pair = p.id"
    " WHERE p.id = ?1 AND p.reading = ?2";

DataPair readPair(const Statement& row, const std::filesystem::path& folder) {
    DataPair pair;
    pair.id = row.integer(15);
    pair.kind = readKind(row, 0);
    pair.split = readSplit(row, 1);
    pair.moved = pair.split != readSplit(row, 2);
    pair.excluded = row.integer(3) != 0;
    pair.item = row.integer(4);
    pair.caption = row.text(5);
    pair.original = row.text(6);
    if (!row.isNull(7)) pair.image = folder / row.path(7);
    pair.width = static_cast<int>(row.integer(8)); // NULL is read as 0
    pair.height = static_cast<int>(row.integer(9));
    pair.problem = row.text(10);
    if (!row.isNull(16)) pair.fit = static_cast<double>(row.integer(16)) / 1000;
    if (!row.isNull(17)) pair.rank = row.integer(17);
    pair.hasTwins = !row.isNull(18);
    if (row.isNull(11)) return pair;
    pair.sound = folder / row.path(11);
    pair.soundIsVideo = row.text(12) == toString(ItemKind::video);
    pair.seconds = static_cast<double>(row.integer(13)) / 1000;
    if (!pair.problem.empty() && !row.text(14).empty()) pair.problem += "; ";
    pair.problem += row.text(14);
    return pair;
}

void lookAtFiles(DataPair& pair) {
    for (const auto* file : {&pair.sound, &pair.image}) { // the picture's time is the one that stays
        if (file->empty()) continue;
        struct stat about {};
        if (::stat(file->c_str(), &about) != 0) {
            pair.missing = true;
            continue;
        }
        pair.size = about.st_size;
        pair.mtimeMs = int64_t{about.st_mtim.tv_sec} * 1000 + about.st_mtim.tv_nsec / 1'000'000;
    }
}

} // namespace

Result<std::vector<DataPair>> dataPairs(Database& database, int64_t dataSet, std::span<const int64_t> ids) {
    FUSEFIND_TRY_ASSIGN(const ShownDataSet shown, shownDataSet(database, dataSet));
    std::vector<DataPair> pairs;
    pairs.reserve(ids.size());
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare(kPair));
    for (const int64_t id : ids) {
        FUSEFIND_TRY_ASSIGN(const bool found, query.bind(id, shown.reading).step());
        if (!found) continue;
        pairs.push_back(readPair(query, shown.folder));
        lookAtFiles(pairs.back());
    }
    return pairs;
}

Result<DataPairPage> dataPage(Database& database, const DataPageRequest& request) {
    FUSEFIND_ASSERT(request.offset >= 0 && request.limit >= 0);
    FUSEFIND_TRY_ASSIGN(const ShownDataSet shown, shownDataSet(database, request.dataSet));
    FUSEFIND_TRY_ASSIGN(const Found found,
                        find(database, shown.reading, request.filter, request.offset, request.limit));
    DataPairPage page{found.total, {}};
    FUSEFIND_TRY_ASSIGN(page.pairs, dataPairs(database, request.dataSet, found.ids));
    return page;
}

Result<std::vector<int64_t>> selectedPairs(Database& database, const DataSelection& selection) {
    FUSEFIND_TRY_ASSIGN(const ShownDataSet shown, shownDataSet(database, selection.dataSet));
    if (!selection.pairs.empty()) return selection.pairs;
    FUSEFIND_TRY_ASSIGN(const Found all,
                        find(database, shown.reading, selection.filter, 0, std::numeric_limits<int64_t>::max()));
    std::vector<bool> wanted(all.ids.size());
    for (const RowRange& range : selection.rows) {
        const int64_t first = std::min(range.first, std::ssize(wanted));
        const int64_t end = first + std::min(range.count, std::ssize(wanted) - first);
        for (int64_t row = first; row < end; ++row)
            wanted[row] = true;
    }
    std::vector<int64_t> ids;
    for (size_t row = 0; row < wanted.size(); ++row)
        if (wanted[row]) ids.push_back(all.ids[row]);
    return ids;
}

} // namespace fusefind

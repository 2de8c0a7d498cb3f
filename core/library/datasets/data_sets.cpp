#include "core/library/datasets/data_sets.h"

#include "core/library/datasets/captions.h"
#include "core/library/datasets/reading_writer.h"
#include "core/library/library.h"

#include <sys/stat.h>

namespace fusefind {

namespace {

constexpr int64_t kBatch = 4000; // rows of one transaction

constexpr std::string_view kInfo =
    "SELECT s.id, s.path, r.format, r.pairs, r.problems, r.read_at_ms"
    " FROM data_sets s JOIN data_readings r ON r.id = s.reading WHERE s.removed = 0 AND (?1 IS NULL OR s.id = ?1)"
    " ORDER BY s.path";

Result<std::vector<DataSetInfo>> listed(Database& database, std::optional<int64_t> only) {
    std::vector<DataSetInfo> sets;
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare(kInfo));
    FUSEFIND_TRY(query.bind(only).each([&](const Statement& row) {
        DataSetInfo info{row.integer(0), row.path(1), std::string(row.text(2)), row.integer(3), row.integer(4),
                         row.integer(5), false};
        struct stat about {};
        info.offline = ::stat(info.path.c_str(), &about) != 0 || !S_ISDIR(about.st_mode);
        sets.push_back(std::move(info));
    }));
    return sets;
}

Result<int64_t> removeRows(Database& database, std::string_view sql, int64_t reading) {
    FUSEFIND_TRY(database.execute(sql, reading, kBatch));
    return database.changedRows();
}

// A part of a reading, or the reading itself when nothing of it is left; false then.
Result<bool> removePart(Database& database, int64_t reading) {
    FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(database));
    FUSEFIND_TRY_ASSIGN(int64_t removed, removeCaptions(database, reading, kBatch));
    for (const std::string_view sql :
         {"DELETE FROM pair_fits WHERE pair IN (SELECT pair FROM pair_fits WHERE reading = ?1 LIMIT ?2)",
          "DELETE FROM data_pairs WHERE id IN (SELECT id FROM data_pairs WHERE reading = ?1 LIMIT ?2)",
          "DELETE FROM data_files WHERE id IN (SELECT id FROM data_files WHERE reading = ?1 LIMIT ?2)"}) {
        if (removed > 0) break;
        FUSEFIND_TRY_ASSIGN(removed, removeRows(database, sql, reading));
    }
    if (removed == 0) FUSEFIND_TRY(database.execute("DELETE FROM data_readings WHERE id = ?1", reading));
    FUSEFIND_TRY(transaction.commit());
    return removed > 0;
}

Status removeHidden(Database& database, const std::stop_token& stop) {
    std::vector<int64_t> hidden;
    {
        FUSEFIND_TRY_ASSIGN(auto query,
                            database.prepare("SELECT r.id FROM data_readings r JOIN data_sets s ON s.id = r.data_set"
                                             " WHERE s.reading IS NOT r.id"));
        FUSEFIND_TRY(query.each([&](const Statement& row) { hidden.push_back(row.integer(0)); }));
    }
    for (const int64_t reading : hidden) {
        while (true) {
            if (stop.stop_requested()) return {}; // the next start goes on
            FUSEFIND_TRY_ASSIGN(const bool more, removePart(database, reading));
            if (!more) break;
        }
    }
    return {};
}

Result<int64_t> idOf(Database& database, const std::filesystem::path& folder) {
    FUSEFIND_TRY(database.execute("INSERT INTO data_sets (path) VALUES (?1) ON CONFLICT (path) DO NOTHING", folder));
    FUSEFIND_TRY_ASSIGN(const auto id, database.integer("SELECT id FROM data_sets WHERE path = ?1", folder));
    FUSEFIND_ASSERT(id.has_value());
    return *id;
}

} // namespace

Result<std::vector<DataSetInfo>> dataSets(Database& database) {
    return listed(database, {});
}

Result<DataSetInfo> storeDataSet(Database& database, const PairCheck& check, const std::stop_token& stop,
                                 const ProgressSink& progress) {
    FUSEFIND_ASSERT(check.data.folders.size() == 1);
    FUSEFIND_TRY_ASSIGN(const int64_t id, idOf(database, check.data.folders.front().path));
    auto reading = writeReading(database, id, check, stop, progress);
    if (reading)
        FUSEFIND_TRY(database.execute("UPDATE data_sets SET reading = ?2, removed = 0 WHERE id = ?1", id, *reading));
    FUSEFIND_TRY(removeHidden(database, reading ? std::stop_token() : stop));
    if (!reading) return fail(reading.error());
    FUSEFIND_TRY_ASSIGN(const auto sets, listed(database, id));
    FUSEFIND_ASSERT(sets.size() == 1);
    return sets.front();
}

Status setDataSetRemoved(Database& database, int64_t dataSet, bool removed) {
    FUSEFIND_TRY(database.execute("UPDATE data_sets SET removed = ?2 WHERE id = ?1", dataSet, removed ? 1 : 0));
    if (database.changedRows() == 0) return fail(ErrorCode::notFound, "this data set is gone; add its folder again");
    return {};
}

Result<ShownDataSet> shownDataSet(Database& database, int64_t dataSet) {
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare("SELECT reading, path FROM data_sets WHERE id = ?1"
                                                     " AND removed = 0 AND reading IS NOT NULL"));
    FUSEFIND_TRY_ASSIGN(const bool found, query.bind(dataSet).step());
    if (!found) return fail(ErrorCode::notFound, "this data set is gone; add its folder again");
    return ShownDataSet{query.integer(0), query.path(1)};
}

Status forgetRemovedDataSets(Database& database, const std::stop_token& stop) {
    FUSEFIND_TRY(database.execute("UPDATE data_sets SET reading = NULL WHERE removed = 1"));
    FUSEFIND_TRY(removeHidden(database, stop));
    if (stop.stop_requested()) return {};
    FUSEFIND_TRY(database.execute("DELETE FROM data_sets WHERE reading IS NULL"));
    return database.execute("DELETE FROM file_contents WHERE NOT EXISTS (SELECT 1 FROM data_sets s WHERE"
                            " substr(file_contents.path, 1, length(s.path) + 1) = CAST(s.path || '/' AS BLOB))");
}

} // namespace fusefind

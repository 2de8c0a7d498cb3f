#include "core/library/recall_history.h"

#include "core/library/library.h"

#include <algorithm>

namespace fusefind {

namespace {

constexpr int64_t kKept = 500; // of a data set

std::string textOf(const std::vector<DirectionRecall>& recalls) {
    Json list = Json::array();
    for (const DirectionRecall& recall : recalls)
        list.push_back(toJson(recall));
    return list.dump(); // with as many digits as it takes to read the same number again
}

// Empty where the text is damaged: as good as not remembered.
std::vector<DirectionRecall> recallsOf(std::string_view text) {
    std::vector<DirectionRecall> recalls;
    const Json list = Json::parse(text, nullptr, false);
    if (!list.is_array()) return recalls;
    for (const Json& one : list)
        if (const auto recall = directionRecallFromJson(one)) recalls.push_back(*recall);
    return recalls;
}

RecallPoint pointOf(const std::vector<DirectionRecall>& recalls, int64_t atMs, std::string_view space) {
    RecallPoint point{atMs, std::string(space)};
    for (const DirectionRecall& one : recalls) {
        point.r1 += one.recall.r1;
        point.r5 += one.recall.r5;
        point.r10 += one.recall.r10;
    }
    // Divided once: a sum of sixths of 100 is above 100 by its rounding, which nobody reads as a share.
    for (double* mean : {&point.r1, &point.r5, &point.r10})
        *mean /= static_cast<double>(std::max<size_t>(1, recalls.size()));
    return point;
}

} // namespace

Status rememberRecall(Database& database, const MeasuredRecall& measured) {
    {
        FUSEFIND_TRY_ASSIGN(auto last, database.prepare("SELECT basis, space FROM recall_history WHERE data_set = ?1"
                                                        " ORDER BY id DESC LIMIT 1"));
        FUSEFIND_TRY_ASSIGN(const bool any, last.bind(measured.dataSet).step());
        if (any && last.content(0) == measured.basis && last.text(1) == measured.space) return {};
    }
    FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(database));
    FUSEFIND_TRY(database.execute("INSERT INTO recall_history (data_set, space, basis, at_ms, recalls)"
                                  " VALUES (?1, ?2, ?3, ?4, ?5)",
                                  measured.dataSet, measured.space, measured.basis, nowMs(), textOf(measured.recalls)));
    FUSEFIND_TRY(database.execute("DELETE FROM recall_history WHERE data_set = ?1 AND id <= (SELECT id"
                                  " FROM recall_history WHERE data_set = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)",
                                  measured.dataSet, kKept));
    return transaction.commit();
}

Result<std::optional<std::vector<DirectionRecall>>> recallOn(Database& database, int64_t dataSet, const Sha256& basis) {
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare("SELECT recalls FROM recall_history WHERE data_set = ?1"
                                                     " AND basis = ?2 ORDER BY id DESC LIMIT 1"));
    FUSEFIND_TRY_ASSIGN(const bool found, query.bind(dataSet, basis).step());
    auto recalls = found ? recallsOf(query.text(0)) : std::vector<DirectionRecall>();
    return recalls.empty() ? std::nullopt : std::optional(std::move(recalls));
}

Result<std::vector<RecallPoint>> recallHistory(Database& database, int64_t dataSet, int64_t most) {
    std::vector<RecallPoint> points;
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare("SELECT recalls, at_ms, space FROM recall_history"
                                                     " WHERE data_set = ?1 ORDER BY id DESC LIMIT ?2"));
    FUSEFIND_TRY(query.bind(dataSet, most).each([&](const Statement& row) {
        points.push_back(pointOf(recallsOf(row.text(0)), row.integer(1), row.text(2)));
    }));
    std::ranges::reverse(points);
    return points;
}

} // namespace fusefind

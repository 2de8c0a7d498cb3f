#include "core/protocol/recall_messages.h"

#include "core/protocol/internal/train_fields.h"

namespace fusefind {

namespace {

constexpr std::array<const char*, 3> kModalityNames{"image", "text", "audio"}; // as Modality
constexpr double kAll = 100;                                                   // per cent

Json intervalJson(const Interval& interval) {
    return {{"low", interval.low}, {"high", interval.high}};
}

Result<Interval> readInterval(const Json& json) {
    Interval interval;
    FieldReader fields(json, "an interval");
    fields.number("low", interval.low, 0, kAll);
    fields.number("high", interval.high, 0, kAll);
    return fields.finish(interval);
}

void readIntervals(FieldReader& fields, RecallIntervals& target) {
    std::vector<Interval> intervals;
    fields.list("intervals", intervals, readInterval);
    fields.require(intervals.size() == target.size(), "\"intervals\" are not three");
    std::copy_n(intervals.begin(), std::min(intervals.size(), target.size()), target.begin());
}

Json pointJson(const RecallPoint& point) {
    return {{"atMs", point.atMs}, {"space", point.space}, {"r1", point.r1}, {"r5", point.r5}, {"r10", point.r10}};
}

Result<RecallPoint> readPoint(const Json& json) {
    RecallPoint point;
    FieldReader fields(json, "a recall of the past");
    fields.whole<int64_t>("atMs", point.atMs, 0, kMostMoment);
    fields.text("space", point.space);
    fields.number("r1", point.r1, 0, kAll);
    fields.number("r5", point.r5, 0, kAll);
    fields.number("r10", point.r10, 0, kAll);
    return fields.finish(std::move(point));
}

Json setJson(const DataSetRecall& set) {
    return {{"dataSet", set.dataSet},
            {"path", pathJson(set.path)},
            {"split", codeOf(set.split)},
            {"pairs", set.pairs},
            {"encoded", set.encoded},
            {"recalls", listJson(set.recalls, [](const DirectionRecall& one) { return toJson(one); })},
            {"history", listJson(set.history, pointJson)}};
}

Result<Split> readSplit(const Json& json) {
    if (json.is_string())
        if (const auto split = splitFromString(json.get_ref<const std::string&>())) return *split;
    return fail(ErrorCode::invalidInput, "\"split\" is unknown");
}

Result<DataSetRecall> readSet(const Json& json) {
    DataSetRecall set;
    FieldReader fields(json, "the recall of a data set");
    fields.whole<int64_t>("dataSet", set.dataSet, 0, kMostCount);
    fields.file("path", set.path);
    fields.value("split", set.split, readSplit);
    readCount(fields, "pairs", set.pairs);
    readCount(fields, "encoded", set.encoded);
    fields.list("recalls", set.recalls, directionRecallFromJson);
    fields.list("history", set.history, readPoint);
    return fields.finish(std::move(set));
}

} // namespace

Json toJson(const DirectionRecall& direction) {
    const Recall& recall = direction.recall;
    Json json{{"from", toString(direction.from)},
              {"to", toString(direction.to)},
              {"r1", recall.r1},
              {"r5", recall.r5},
              {"r10", recall.r10},
              {"queries", recall.queries},
              {"candidates", recall.candidates}};
    if (direction.intervals) json["intervals"] = listJson(*direction.intervals, intervalJson);
    return json;
}

Result<DirectionRecall> directionRecallFromJson(const Json& json) {
    DirectionRecall direction;
    Recall& recall = direction.recall;
    FieldReader fields(json, "a recall");
    fields.name("from", direction.from, kModalityNames);
    fields.name("to", direction.to, kModalityNames);
    fields.number("r1", recall.r1, 0, kAll);
    fields.number("r5", recall.r5, 0, kAll);
    fields.number("r10", recall.r10, 0, kAll);
    readCount(fields, "queries", recall.queries);
    readCount(fields, "candidates", recall.candidates);
    fields.optional("intervals", direction.intervals, [&](auto& intervals) { readIntervals(fields, intervals); });
    return fields.finish(std::move(direction));
}

Json toJson(const RecallState& state) {
    return {{"measuring", state.measuring},
            {"space", state.space},
            {"dataSets", listJson(state.dataSets, setJson)},
            {"problem", state.problem}};
}

Result<RecallState> recallStateFromJson(const Json& json) {
    RecallState state;
    FieldReader fields(json, "the recall of the data sets");
    fields.flag("measuring", state.measuring);
    fields.text("space", state.space);
    fields.list("dataSets", state.dataSets, readSet);
    fields.text("problem", state.problem);
    return fields.finish(std::move(state));
}

} // namespace fusefind

#include "core/protocol/internal/train_fields.h"
#include "core/protocol/train_messages.h"

namespace fusefind {

namespace {

constexpr std::array<const char*, 8> kPhases{"idle",    "read",   "encode", "train", // as TrainingPhase
                                             "compare", "paused", "done",   "failed"};
constexpr std::array<const char*, 3> kModalityNames{"image", "text", "audio"}; // as Modality
constexpr double kLargestLoss = 1e12;
constexpr double kAll = 100; // per cent

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

Json directionJson(const DirectionRecall& direction) {
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

Result<DirectionRecall> readDirection(const Json& json) {
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

Json epochJson(const TrainingEpoch& epoch) {
    return {{"epoch", epoch.epoch},
            {"epochs", epoch.epochs},
            {"step", epoch.step},
            {"steps", epoch.steps},
            {"loss", epoch.loss},
            {"temperature", epoch.temperature},
            {"recalls", listJson(epoch.recalls, directionJson)},
            {"meanRecall", epoch.meanRecall},
            {"best", epoch.best}};
}

Result<TrainingEpoch> readEpoch(const Json& json) {
    TrainingEpoch epoch;
    FieldReader fields(json, "an epoch");
    readCount(fields, "epoch", epoch.epoch);
    readCount(fields, "epochs", epoch.epochs);
    readCount(fields, "step", epoch.step);
    readCount(fields, "steps", epoch.steps);
    fields.number("loss", epoch.loss, -kLargestLoss, kLargestLoss);
    fields.number("temperature", epoch.temperature, 0, kLargestLoss);
    fields.list("recalls", epoch.recalls, readDirection);
    fields.number("meanRecall", epoch.meanRecall, 0, kAll);
    fields.flag("best", epoch.best);
    return fields.finish(std::move(epoch));
}

Json comparisonJson(const QueryComparison& comparison) {
    return {{"caption", comparison.caption},
            {"wanted", listJson(comparison.wanted, pathJson)},
            {"before", listJson(comparison.before, pathJson)},
            {"after", listJson(comparison.after, pathJson)}};
}

Result<QueryComparison> readComparison(const Json& json) {
    QueryComparison comparison;
    FieldReader fields(json, "a query asked of both spaces");
    fields.text("caption", comparison.caption);
    fields.list("wanted", comparison.wanted, pathFromJson);
    fields.list("before", comparison.before, pathFromJson);
    fields.list("after", comparison.after, pathFromJson);
    return fields.finish(std::move(comparison));
}

Json resultJson(const TrainingResult& result) {
    return {{"space", result.space},
            {"previousSpace", result.previousSpace},
            {"before", listJson(result.before, directionJson)},
            {"after", listJson(result.after, directionJson)},
            {"comparisons", listJson(result.comparisons, comparisonJson)},
            {"bestEpoch", result.bestEpoch},
            {"encodeSeconds", result.encodeSeconds},
            {"trainSeconds", result.trainSeconds},
            {"stopped", result.stopped}};
}

Result<TrainingResult> readResult(const Json& json) {
    TrainingResult result;
    FieldReader fields(json, "the result of the training");
    fields.text("space", result.space);
    fields.text("previousSpace", result.previousSpace);
    fields.list("before", result.before, readDirection);
    fields.list("after", result.after, readDirection);
    fields.list("comparisons", result.comparisons, readComparison);
    readCount(fields, "bestEpoch", result.bestEpoch);
    fields.number("encodeSeconds", result.encodeSeconds, 0, kMostSeconds);
    fields.number("trainSeconds", result.trainSeconds, 0, kMostSeconds);
    fields.flag("stopped", result.stopped);
    return fields.finish(std::move(result));
}

} // namespace

Json toJson(const TrainingState& state) {
    Json json{{"phase", kPhases.at(static_cast<size_t>(state.phase))},
              {"request", toJson(state.request)},
              {"done", state.done},
              {"total", state.total},
              {"perSecond", state.perSecond},
              {"skipped", state.skipped},
              {"baselineSpace", state.baselineSpace},
              {"baseline", listJson(state.baseline, directionJson)},
              {"epochs", listJson(state.epochs, epochJson)},
              {"problem", state.problem}};
    writeOptional(json, "remainingSeconds", state.remainingSeconds);
    if (state.result) json["result"] = resultJson(*state.result);
    return json;
}

Result<TrainingState> trainingStateFromJson(const Json& json) {
    TrainingState state;
    FieldReader fields(json, "the state of the training");
    fields.name("phase", state.phase, kPhases);
    fields.value("request", state.request, trainingRequestFromJson);
    readCount(fields, "done", state.done);
    readCount(fields, "total", state.total);
    fields.number("perSecond", state.perSecond, 0, kFastestRate);
    fields.optional("remainingSeconds", state.remainingSeconds,
                    [&](double& seconds) { fields.number("remainingSeconds", seconds, 0, kMostSeconds); });
    readCount(fields, "skipped", state.skipped);
    fields.text("baselineSpace", state.baselineSpace);
    fields.list("baseline", state.baseline, readDirection);
    fields.list("epochs", state.epochs, readEpoch);
    fields.text("problem", state.problem);
    fields.optional("result", state.result,
                    [&](TrainingResult& result) { fields.value("result", result, readResult); });
    return fields.finish(std::move(state));
}

} // namespace fusefind

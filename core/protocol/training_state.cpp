#include "core/protocol/internal/train_fields.h"
#include "core/protocol/recall_messages.h"

namespace fusefind {

namespace {

constexpr std::array<const char*, 8> kPhases{"idle",    "read",   "encode", "train", // as TrainingPhase
                                             "compare", "paused", "done",   "failed"};
constexpr double kLargestLoss = 1e12;
constexpr double kAll = 100; // per cent

Json directionJson(const DirectionRecall& recall) {
    return toJson(recall);
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
    fields.list("recalls", epoch.recalls, directionRecallFromJson);
    fields.number("meanRecall", epoch.meanRecall, 0, kAll);
    fields.flag("best", epoch.best);
    return fields.finish(std::move(epoch));
}

Json modalityJson(Modality modality) {
    return std::string(toString(modality));
}

Result<Modality> readModality(const Json& json) {
    FUSEFIND_TRY_ASSIGN(const std::string name, textFromJson(json));
    if (const auto modality = modalityFromString(name)) return *modality;
    return fail(ErrorCode::invalidInput, "of something else than image, text and audio");
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
            {"stopped", result.stopped},
            {"kept", listJson(result.kept, modalityJson)}};
}

Result<TrainingResult> readResult(const Json& json) {
    TrainingResult result;
    FieldReader fields(json, "the result of the training");
    fields.text("space", result.space);
    fields.text("previousSpace", result.previousSpace);
    fields.list("before", result.before, directionRecallFromJson);
    fields.list("after", result.after, directionRecallFromJson);
    fields.list("comparisons", result.comparisons, readComparison);
    readCount(fields, "bestEpoch", result.bestEpoch);
    fields.number("encodeSeconds", result.encodeSeconds, 0, kMostSeconds);
    fields.number("trainSeconds", result.trainSeconds, 0, kMostSeconds);
    fields.flag("stopped", result.stopped);
    fields.list("kept", result.kept, readModality);
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
    fields.list("baseline", state.baseline, directionRecallFromJson);
    fields.list("epochs", state.epochs, readEpoch);
    fields.text("problem", state.problem);
    fields.optional("result", state.result,
                    [&](TrainingResult& result) { fields.value("result", result, readResult); });
    return fields.finish(std::move(state));
}

} // namespace fusefind

#include "ui/stand_in_training.h"

#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

constexpr int kEpochs = 30;
constexpr int kSteps = 300;

struct Direction {
    Modality from;
    Modality to;
    Recall before;
};

const std::vector<Direction> kDirections{
    {Modality::text, Modality::image, {29.2, 51.4, 59.7, 216, 146}},
    {Modality::image, Modality::text, {27.9, 48.8, 59.6, 146, 216}},
    {Modality::text, Modality::audio, {45.8, 75.0, 83.3, 24, 24}},
    {Modality::audio, Modality::text, {50.0, 75.0, 91.7, 24, 24}},
};

std::vector<DirectionRecall> before() {
    std::vector<DirectionRecall> recalls;
    for (const Direction& direction : kDirections)
        recalls.push_back({direction.from, direction.to, direction.before, {}});
    return recalls;
}

// Climbs from a tenth of the space before to a tenth above it.
std::vector<DirectionRecall> after(int epoch) {
    const double share = 1.1 - 1.0 * std::exp(-epoch / 5.0);
    std::vector<DirectionRecall> recalls = before();
    for (DirectionRecall& one : recalls)
        for (double* rank : {&one.recall.r1, &one.recall.r5, &one.recall.r10})
            *rank = std::min(100.0, *rank * (share + 0.02 * std::sin(epoch * 1.7 + *rank)));
    return recalls;
}

double meanOf(const std::vector<DirectionRecall>& recalls) {
    double sum = 0;
    for (const DirectionRecall& one : recalls)
        sum += one.recall.mean();
    return sum / static_cast<double>(recalls.size());
}

TrainingState newTraining(const TrainingRequest& request) {
    TrainingState state;
    state.phase = TrainingPhase::read;
    state.request = request;
    state.baselineSpace = "sample";
    return state;
}

void addIntervals(std::vector<DirectionRecall>& recalls) {
    for (DirectionRecall& one : recalls) {
        const double wide = 100 / std::sqrt(static_cast<double>(one.recall.queries));
        one.intervals.emplace();
        size_t rank = 0;
        for (const double value : {one.recall.r1, one.recall.r5, one.recall.r10})
            one.intervals->at(rank++) = {std::max(0.0, value - wide), std::min(100.0, value + wide)};
    }
}

std::vector<std::filesystem::path> pictures(int first) {
    std::vector<std::filesystem::path> paths;
    for (int i = 0; i < 5; ++i)
        paths.push_back(madeUpItem(12 * (first + i)).path);
    return paths;
}

std::vector<std::filesystem::path> sounds(int first) {
    std::vector<std::filesystem::path> paths;
    for (int i = 0; i < 5; ++i)
        paths.push_back(madeUpItem(3 * (first + i) + 1).path);
    return paths;
}

} // namespace

StandInTraining::StandInTraining(StandInWorker& worker) : worker_(worker) {
    pairs.formats = {{"/pairs", "metadata.csv"}};
    pairs.imageText = 2307;
    pairs.audioText = 241;
    pairs.images = 1464;
    pairs.sounds = 241;
    pairs.captions = 2548;
    for (int i = 0; i < 10; ++i)
        pairs.examples.push_back(
            i % 3 == 2
                ? PairExample{{}, madeUpItem(3 * i + 1).path, "Rain falls on a tin roof while a tram passes"}
                : PairExample{madeUpItem(12 * i).path, {}, "A red tram crosses an old stone bridge in the rain"});
    pairs.problems = {{"/pairs/tower.jpg", "no caption names it"}, {"/pairs/torn.png", "the file ends too early"}};
    estimate.encodeSeconds = 78;
    estimate.trainSeconds = 34;
    estimate.memoryBytes = int64_t{640} << 20;
    estimate.itemsPerSecond = {{"minilm-l6", 310}, {"efficientnet-lite0", 41.5}, {"aisfx", 6.2}};
    estimate.reasons = {"1 layer of 2 times the width: 2384 training pairs",
                        "512 dimensions: better than 256 where measured",
                        "256 mixed pairs a step: about an eighth of the largest kind's 2091 pairs"};
    worker.answer(method::kPairs, [this](const Json&) -> Result<Json> {
        if (!pairsComplaint.empty()) return fail(ErrorCode::invalidInput, pairsComplaint);
        return toJson(pairs);
    });
    worker.answer(method::kEstimate, [this](const Json&) -> Result<Json> {
        if (!estimateComplaint.empty()) return fail(ErrorCode::invalidInput, estimateComplaint);
        return toJson(estimate);
    });
    worker.answer(method::kTrainingState, [this](const Json&) { return toJson(state); });
    worker.answer(method::kTrain, [this](const Json& params) {
        begun.push_back(trainingRequestFromJson(params).value());
        state = newTraining(begun.back());
        return toJson(state);
    });
    worker.answer(method::kTrainingPause, [this](const Json& params) {
        state.phase = params.at("pause").get<bool>() ? TrainingPhase::paused : TrainingPhase::train;
        return toJson(state);
    });
    worker.answer(method::kTrainingStop, [this](const Json&) {
        state.phase = TrainingPhase::compare;
        return toJson(state);
    });
    worker.answer(method::kTrainingDismiss, [this](const Json&) { return toJson(state = {}); });
}

void StandInTraining::tell(const TrainingState& now) {
    state = now;
    worker_.tell(event::kTraining, toJson(state));
}

TrainingState StandInTraining::encoding() {
    TrainingState state = newTraining({{"/pairs"}, "mine", "auto", {}, {}});
    state.phase = TrainingPhase::encode;
    state.done = 812;
    state.total = 1705;
    state.perSecond = 24.1;
    state.remainingSeconds = 37;
    state.skipped = 3;
    return state;
}

TrainingState StandInTraining::training(int epochs) {
    TrainingState state = encoding();
    state.phase = TrainingPhase::train;
    state.done = epochs * kSteps / kEpochs;
    state.total = kSteps;
    state.perSecond = 9.4;
    state.remainingSeconds = static_cast<double>(kSteps - state.done) / state.perSecond;
    state.baseline = before();
    double most = 0;
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        TrainingEpoch one{epoch, kEpochs, epoch * kSteps / kEpochs, kSteps, 0, 0, after(epoch), 0, false};
        one.loss = 0.2 + 4.6 * std::exp(-epoch / 4.0);
        one.temperature = 0.03 + 0.04 * std::exp(-epoch / 10.0);
        one.meanRecall = meanOf(one.recalls);
        one.best = one.meanRecall > most;
        most = std::max(most, one.meanRecall);
        state.epochs.push_back(one);
    }
    return state;
}

TrainingState StandInTraining::done() {
    TrainingState state = training(kEpochs);
    state.phase = TrainingPhase::done;
    state.remainingSeconds.reset();
    TrainingResult result;
    result.space = "mine";
    result.previousSpace = "sample";
    result.before = before();
    result.after = after(kEpochs);
    addIntervals(result.before);
    addIntervals(result.after);
    for (int i = 0; i < 10; ++i) {
        const bool heard = i % 4 == 3;
        const auto found = heard ? sounds(i) : pictures(i);
        const auto now = heard ? sounds(i + 2) : pictures(i + 1);
        result.comparisons.push_back(
            {heard ? "rain on a tin roof" : "a red tram on an old bridge", {now.at(0)}, found, now});
    }
    result.bestEpoch = 27;
    result.encodeSeconds = 71;
    result.trainSeconds = 32;
    state.result = result;
    return state;
}

TrainingState StandInTraining::failed() {
    TrainingState state = training(3);
    state.phase = TrainingPhase::failed;
    state.problem = "the loss is no number any more at step 31; train again with a smaller --lr";
    return state;
}

} // namespace fusefind

#include "gpu/fusemix/training_run.h"

#include "gpu/device/torch_call.h"
#include "gpu/fusemix/mix.h"
#include "gpu/fusemix/random.h"
#include "gpu/fusemix/step.h"
#include "gpu/fusemix/tensor_io.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

Model newModel(const TrainingSet& set, const Recipe& recipe, const Device& device) {
    PerModality<int64_t> dims{};
    for (const PairSplit& kind : set.kinds)
        for (const Modality modality : {kind.a, kind.b})
            dims[indexOf(modality)] = static_cast<int64_t>(set.latents[indexOf(modality)].cols());
    return makeModel(recipe, dims, device);
}

PerModality<std::vector<int64_t>> rowsInTraining(const TrainingSet& set) {
    PerModality<std::vector<int64_t>> rows;
    const auto add = [&](Modality modality, const std::vector<int64_t>& more) {
        std::vector<int64_t> all;
        std::ranges::set_union(rows[indexOf(modality)], more, std::back_inserter(all));
        rows[indexOf(modality)] = std::move(all);
    };
    for (const PairSplit& kind : set.kinds) {
        add(kind.a, distinctRows(kind.train, &RowPair::a));
        add(kind.b, distinctRows(kind.train, &RowPair::b));
    }
    return rows;
}

// On a GPU latents of moderate size are copied there once; larger ones go batch by batch.
PerModality<at::Tensor> placeLatents(const TrainingSet& set, const Device& device) {
    constexpr size_t kResidentBytes = size_t{4} << 30U;
    size_t bytes = 0;
    for (const Matrix& latents : set.latents)
        bytes += latents.values().size_bytes();
    PerModality<at::Tensor> placed;
    for (const Modality modality : kModalities) {
        at::Tensor view = viewOf(set.latents[indexOf(modality)]);
        const bool resident = device.kind == Device::Kind::cuda && bytes <= kResidentBytes;
        placed[indexOf(modality)] = resident ? view.to(torchDevice(device)) : view;
    }
    return placed;
}

std::vector<PairKind> heldOut(const TrainingSet& set) {
    std::vector<PairKind> kinds;
    for (const PairSplit& kind : set.kinds)
        if (!kind.val.empty()) kinds.push_back({kind.a, kind.b, kind.val});
    return kinds;
}

std::vector<Parameter> joined(std::vector<Parameter> a, const std::vector<Parameter>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

} // namespace

TrainingRun::TrainingRun(const TrainingSet& set, const Recipe& recipe, const TrainOptions& options)
    : set_(set),
      options_(options),
      recipe_(recipe),
      plan_(recipe, sizeOf(set).pairs),
      length_(runLength(recipe, plan_.passSteps())),
      model_(newModel(set, recipe, options.device)),
      optimizer_(model_.parameters(), recipe.weightDecay),
      state_(joined(model_.parameters(), optimizer_.state())),
      dropout_(newGenerator(options.device, recipe.seed)),
      latents_(placeLatents(set, options.device)),
      trainingRows_(rowsInTraining(set)),
      heldOut_(heldOut(set)) {
    if (!options.checkpoint.empty()) fingerprint_ = fingerprintOf(set, recipe);
    for (const Modality modality : kModalities) {
        auto& part = model_.modalities[indexOf(modality)];
        if (part && recipe.standardize && recipe.fixed != modality)
            fitStandardizer(*part, set.latents[indexOf(modality)], trainingRows_[indexOf(modality)], options.device);
    }
}

Result<TrainResult> TrainingRun::run() {
    FUSEFIND_TRY(resume());
    if (options_.onStart) options_.onStart(progressed_.history);
    while (!isOver()) {
        if (options_.stop.stop_requested()) {
            saveState();
            return finish(true);
        }
        FUSEFIND_TRY(step());
        if (progressed_.step % length_.epochSteps == 0 || progressed_.step == length_.steps)
            FUSEFIND_TRY(finishEpoch());
        if (Clock::now() >= saveDue_) saveState();
    }
    return finish(false);
}

Status TrainingRun::resume() {
    std::error_code ignored;
    if (!options_.resume || !std::filesystem::exists(options_.checkpoint, ignored)) return {};
    FUSEFIND_TRY_ASSIGN(progressed_, loadCheckpoint(options_.checkpoint, fingerprint_, state_, model_.parameters()));
    spdlog::info("training goes on after step {}", progressed_.step);
    return {};
}

Status TrainingRun::step() {
    const Batch batch = plan_.at(progressed_.step);
    const PairSplit& kind = set_.kinds[batch.kind];
    const auto count = static_cast<uint64_t>(progressed_.step);
    dropout_.set_current_seed(seedOf(recipe_.seed, Draw::dropout, count));
    StepInput input{kind.a, kind.b, {}, {}, {}, learningRate(recipe_, length_, progressed_.step), dropout_};
    input.latentsA = gather(kind.a, kind.train, batch.pairs, &RowPair::a);
    input.latentsB = gather(kind.b, kind.train, batch.pairs, &RowPair::b);
    if (batch.mixed) input.lambda = drawLambda(recipe_.alpha, seedOf(recipe_.seed, Draw::lambda, count));

    const double loss = trainingStep(model_, optimizer_, input).item<double>();
    if (!std::isfinite(loss))
        return fail(ErrorCode::internal, fmt::format("the loss is no number any more at step {}", progressed_.step), {},
                    "train again with a smaller --lr");
    ++progressed_.step;
    progressed_.epochLoss += loss;
    if (options_.onStep) options_.onStep(progressed_.step, length_.steps, loss);
    return {};
}

at::Tensor TrainingRun::gather(Modality modality, std::span<const RowPair> pairs, std::span<const int64_t> numbers,
                               int64_t RowPair::*side) const {
    const at::Tensor rows = at::empty({static_cast<int64_t>(numbers.size())}, at::kLong);
    std::ranges::transform(numbers, rows.mutable_data_ptr<int64_t>(),
                           [&](int64_t number) { return pairs[number].*side; });
    const at::Tensor& latents = latents_[indexOf(modality)];
    return at::index_select(latents, 0, rows.to(latents.device())).to(torchDevice(options_.device));
}

Status TrainingRun::finishEpoch() {
    FUSEFIND_TRY_ASSIGN(EpochReport report, measureEpoch());
    progressed_.lastLoss = report.loss;
    progressed_.epochLoss = 0;
    if (report.best) keepBest(report);
    progressed_.history.push_back(report);
    if (options_.onEpoch) options_.onEpoch(report);
    return {};
}

Result<EpochReport> TrainingRun::measureEpoch() {
    EpochReport report;
    report.epoch = (progressed_.step + length_.epochSteps - 1) / length_.epochSteps;
    report.epochs = length_.epochs();
    report.step = progressed_.step;
    report.steps = length_.steps;
    const int64_t inEpoch = progressed_.step - (report.epoch - 1) * length_.epochSteps;
    report.loss = progressed_.epochLoss / static_cast<double>(inEpoch);
    report.temperature = model_.temperature.item<double>();
    report.learningRate = learningRate(recipe_, length_, progressed_.step - 1);
    if (heldOut_.empty()) return report;
    updateGaps();
    const auto project = [&](Modality modality, const Matrix& rows) {
        return callTorch([&] { return model_.project(modality, rows); });
    };
    FUSEFIND_TRY_ASSIGN(report.recalls, measureRecalls(set_.latents, heldOut_, project));
    report.recall = meanRecall(report.recalls);
    report.best = progressed_.best.epoch == 0 || report.recall > progressed_.best.recall;
    return report;
}

// The mean point of each modality's training rows, of evenly spaced ones where there are many.
void TrainingRun::updateGaps() {
    constexpr size_t kSample = 2048;
    if (!recipe_.correctGap) return;
    for (const Modality modality : kModalities) {
        auto& part = model_.modalities[indexOf(modality)];
        if (!part) continue;
        const std::vector<int64_t>& rows = trainingRows_[indexOf(modality)];
        std::vector<int64_t> sample;
        const size_t stride = std::max<size_t>(1, rows.size() / kSample);
        for (size_t i = 0; i < rows.size(); i += stride)
            sample.push_back(rows[i]);
        part->gap = meanRow(model_.projectUncorrected(modality, gatherRows(set_.latents[indexOf(modality)], sample)));
    }
}

void TrainingRun::keepBest(const EpochReport& report) {
    BestEpoch& best = progressed_.best;
    best.epoch = report.epoch;
    best.recall = report.recall;
    best.recalls = report.recalls;
    best.weights.clear();
    for (const Parameter& parameter : model_.parameters())
        best.weights.push_back({parameter.name, parameter.value.detach().clone()});
    for (const Modality modality : kModalities)
        if (const auto& part = model_.modalities[indexOf(modality)]) best.gaps[indexOf(modality)] = part->gap;
}

bool TrainingRun::patienceIsOver() const {
    if (recipe_.patience == 0 || progressed_.best.epoch == 0) return false;
    return progressed_.history.back().epoch - progressed_.best.epoch >= recipe_.patience;
}

// A checkpoint that cannot be written costs time after a crash, not the run: training goes on, the previous file stays.
void TrainingRun::saveState() {
    if (options_.checkpoint.empty()) return;
    constexpr int kLeastBetween = 20; // times as long as writing one takes
    const bool throttled = options_.checkpointEvery.count() > 0;
    const auto begun = Clock::now();
    Progressed progressed = progressed_;
    progressed.seconds = seconds();
    checkpoint_ = saveCheckpoint(options_.checkpoint, fingerprint_, state_, progressed);
    const auto ended = Clock::now();
    saveDue_ = ended;
    if (throttled) saveDue_ += std::max<Clock::duration>(options_.checkpointEvery, kLeastBetween * (ended - begun));
    if (!checkpoint_) spdlog::warn("training goes on without a checkpoint: {}", checkpoint_.error().text());
}

double TrainingRun::seconds() const {
    return progressed_.seconds + std::chrono::duration<double>(Clock::now() - started_).count();
}

void TrainingRun::restoreBest() {
    const c10::NoGradGuard guard;
    const std::vector<Parameter> parameters = model_.parameters();
    for (size_t i = 0; i < parameters.size(); ++i)
        parameters[i].value.copy_(progressed_.best.weights[i].value);
    for (const Modality modality : kModalities)
        if (auto& part = model_.modalities[indexOf(modality)]) part->gap = progressed_.best.gaps[indexOf(modality)];
}

Result<TrainResult> TrainingRun::finish(bool cancelled) {
    if (cancelled && progressed_.history.empty())
        return fail(ErrorCode::cancelled, "cancelled before the first epoch ended");
    if (progressed_.best.epoch > 0) {
        restoreBest();
    } else {
        updateGaps();
    }
    SpaceInfo info = describe();
    TrainResult result{Space(info, std::move(model_)),
                       progressed_.history,
                       info.bestEpoch,
                       info.steps,
                       info.seconds,
                       info.finalLoss,
                       info.temperature,
                       cancelled,
                       progressed_.step < length_.steps && !cancelled,
                       checkpoint_};
    return result;
}

SpaceInfo TrainingRun::describe() const {
    SpaceInfo info;
    info.name = options_.name;
    for (const Modality modality : kModalities) {
        if (!model_.modalities[indexOf(modality)]) continue;
        const auto width = static_cast<int64_t>(set_.latents[indexOf(modality)].cols());
        info.modalities[modality] = {set_.encoders[indexOf(modality)], width};
    }
    for (const PairSplit& kind : set_.kinds)
        info.kinds.push_back({kind.a, kind.b, std::ssize(kind.train), std::ssize(kind.val)});
    info.dim = recipe_.dim;
    info.correctsGap = recipe_.correctGap;
    info.recipe = recipe_;
    info.recalls = progressed_.best.recalls;
    info.steps = progressed_.step;
    info.bestEpoch = progressed_.best.epoch > 0 ? progressed_.best.epoch : std::ssize(progressed_.history);
    info.seconds = seconds();
    info.finalLoss = progressed_.lastLoss;
    info.temperature = model_.temperature.item<double>();
    return info;
}

} // namespace fusefind

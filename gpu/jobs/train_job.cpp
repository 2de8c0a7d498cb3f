#include "gpu/jobs/train_job.h"

#include "gpu/jobs/close_reference.h"
#include "gpu/jobs/paired_latents.h"
#include "gpu/jobs/space_index.h"

#include <fmt/format.h>

#include <chrono>

namespace fusefind {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Result<PairedLatents> readPairs(Workspace& workspace, const PairSource& pairs, const EncoderChoice& encoders,
                                JobContext& context) {
    if (pairs.latentFiles) return readPairedLatents(pairs.latentFiles->first, pairs.latentFiles->second);
    return encodePairs(workspace, pairs.folders, encoders, context);
}

Result<EncoderChoice> chooseEncoders(Workspace& workspace, const TrainRequest& request) {
    if (request.pairs.latentFiles) return EncoderChoice();
    FUSEFIND_TRY_ASSIGN(EncoderChoice choice, workspace.defaultEncoders());
    for (const auto& [modality, ids] : request.encoders)
        choice[modality] = ids;
    return choice;
}

Result<Recipe> chooseRecipe(const TrainRequest& request, const TrainingSet& set) {
    Recipe recipe = request.paper ? paperRecipe() : autoRecipe(sizeOf(set));
    FUSEFIND_TRY(applyOverrides(recipe, request.overrides));
    return recipe;
}

Result<std::vector<PairSplit>> split(const PairedLatents& pairs, const RecipeOverrides& overrides) {
    SplitOptions options;
    options.valFraction = overrides.valFraction.value_or(options.valFraction);
    options.seed = overrides.seed.value_or(options.seed);
    return splitByItem(pairs.rows, pairs.kinds, options);
}

TrainOptions optionsFor(Workspace& workspace, const TrainRequest& request, JobContext& context) {
    TrainOptions options;
    options.name = request.name;
    options.device = workspace.device();
    options.checkpoint = workspace.spaces().checkpointFile(request.name);
    options.resume = request.resume;
    options.stop = context.stop();
    auto detail = std::make_shared<std::string>(); // the last epoch's recall, shown while the next one runs
    options.onEpoch = [detail](const EpochReport& report) {
        *detail =
            fmt::format("epoch {}, mean recall {:.1f}{}", report.epoch, report.recall, report.best ? " (best)" : "");
    };
    options.onStep = [detail, &context](int64_t step, int64_t steps, double loss) {
        context.progress({"train", step, steps, fmt::format("loss {:.3f}  {}", loss, *detail)});
        context.yield();
    };
    return options;
}

std::vector<PairKind> kindsToEvaluate(const std::vector<PairSplit>& parts) {
    const bool hasTest = std::ranges::any_of(parts, [](const PairSplit& part) { return !part.test.empty(); });
    std::vector<PairKind> kinds;
    for (const PairSplit& part : parts) {
        PairKind kind{part.a, part.b, hasTest ? part.test : part.train};
        if (!hasTest) kind.pairs.insert(kind.pairs.end(), part.val.begin(), part.val.end());
        kinds.push_back(std::move(kind));
    }
    return kinds;
}

} // namespace

Result<TrainReport> trainSpace(Workspace& workspace, const TrainRequest& request, JobContext& context) {
    const auto start = Clock::now();
    FUSEFIND_TRY(SpaceStore::checkName(request.name));
    FUSEFIND_TRY_ASSIGN(const EncoderChoice encoders, chooseEncoders(workspace, request));
    FUSEFIND_TRY_ASSIGN(PairedLatents pairs, readPairs(workspace, request.pairs, encoders, context));

    TrainReport report;
    report.skipped = std::move(pairs.skipped);
    report.encodeSeconds = pairs.encodeSeconds;
    TrainingSet set;
    FUSEFIND_TRY_ASSIGN(set.kinds, split(pairs, request.overrides));
    set.latents = std::move(pairs.latents);
    for (const auto& [modality, ids] : encoders)
        set.encoders.at(static_cast<size_t>(modality)) = ids;
    FUSEFIND_TRY_ASSIGN(const Recipe recipe, chooseRecipe(request, set));

    const TrainOptions options = optionsFor(workspace, request, context);
    FUSEFIND_TRY_ASSIGN(const TrainResult result, train(set, recipe, options));
    FUSEFIND_TRY(workspace.spaces().keep(result.space));
    FUSEFIND_TRY(saveExamples(workspace.spaces().examplesFile(request.name), set, pairs.texts));
    report.space = result.space.info();
    report.cancelled = result.cancelled;
    if (!result.cancelled) {
        std::error_code ignored; // a finished training has no use for it; one that stays behind is only space on disk
        std::filesystem::remove(options.checkpoint, ignored);
        FUSEFIND_TRY_ASSIGN(const auto used, workspace.spaces().inUse());
        if (used == request.name) FUSEFIND_TRY(updateIndexInUse(workspace, context));
    }
    report.seconds = secondsSince(start);
    return report;
}

Result<EvalReport> evaluateSpace(Workspace& workspace, const PairSource& source, const std::string& name,
                                 JobContext& context) {
    const auto start = Clock::now();
    FUSEFIND_TRY_ASSIGN(const std::shared_ptr<const Space> space, workspace.spaces().load(name));
    EncoderChoice encoders;
    for (const auto& [modality, description] : space->info().modalities)
        encoders[modality] = description.encoders;
    FUSEFIND_TRY_ASSIGN(PairedLatents pairs, readPairs(workspace, source, encoders, context));
    SplitOptions nothingHeldOut;
    nothingHeldOut.valFraction = 0;
    FUSEFIND_TRY_ASSIGN(const auto parts, splitByItem(pairs.rows, pairs.kinds, nothingHeldOut));

    EvalReport report;
    report.space = space->info().name;
    report.skipped = std::move(pairs.skipped);
    report.encodeSeconds = pairs.encodeSeconds;
    FUSEFIND_TRY_ASSIGN(report.recalls, space->evaluate(pairs.latents, kindsToEvaluate(parts)));
    report.seconds = secondsSince(start);
    return report;
}

} // namespace fusefind

#include "gpu/jobs/train_job.h"

#include "gpu/jobs/base_space.h"
#include "gpu/jobs/close_reference.h"
#include "gpu/jobs/held_out.h"
#include "gpu/jobs/judged_training.h"
#include "gpu/jobs/paired_latents.h"
#include "gpu/jobs/space_index.h"
#include "gpu/jobs/train_subset.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <chrono>

namespace fusefind {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Result<PairedLatents> trainingPairs(Workspace& workspace, const PairSource& pairs, const EncoderChoice& encoders,
                                    JobContext& context, const OnSkipped& onSkipped) {
    if (pairs.latentFiles) return readPairedLatents(pairs.latentFiles->first, pairs.latentFiles->second);
    return encodePairs(workspace, pairs.folders, encoders, context, onSkipped);
}

Result<EncoderChoice> chooseEncoders(Workspace& workspace, const TrainRequest& request,
                                     const std::optional<BaseSpace>& base) {
    if (request.pairs.latentFiles) return EncoderChoice();
    FUSEFIND_TRY_ASSIGN(EncoderChoice choice, workspace.defaultEncoders());
    if (base)
        for (const auto& [modality, description] : base->space().info().modalities)
            choice[modality] = description.encoders;
    for (const auto& [modality, ids] : request.encoders)
        choice[modality] = ids;
    return choice;
}

Result<Recipe> chooseRecipe(const TrainRequest& request, const TrainingSet& set, const std::optional<BaseSpace>& base) {
    std::optional<int64_t> textDim;
    if (base) textDim = base->dim();
    Recipe recipe = request.paper ? paperRecipe() : autoRecipe(sizeOf(set), textDim);
    FUSEFIND_TRY(applyOverrides(recipe, request.overrides));
    return recipe;
}

// Captions of different pictures may well be alike; pictures and sounds that are, are one thing twice.
Status findAlike(PairedLatents& pairs, JobContext& context) {
    for (const Modality modality : {Modality::image, Modality::audio}) {
        const auto index = static_cast<size_t>(modality);
        FUSEFIND_TRY_ASSIGN(pairs.rows[index].alike, alikeRows(pairs.latents[index], context));
    }
    return {};
}

Result<std::vector<PairSplit>> split(PairedLatents& pairs, const RecipeOverrides& overrides, JobContext& context) {
    FUSEFIND_TRY(findAlike(pairs, context));
    SplitOptions options;
    options.valFraction = overrides.valFraction.value_or(options.valFraction);
    return splitByItem(pairs.rows, pairs.kinds, options);
}

bool hasTest(std::span<const PairSplit> parts) {
    return std::ranges::any_of(parts, [](const PairSplit& part) { return !part.test.empty(); });
}

TrainingEpoch epochOf(const EpochReport& report) {
    return {report.epoch,
            report.epochs,
            report.step,
            report.steps,
            report.loss,
            report.temperature,
            directionsOf(report.recalls),
            report.recall,
            report.best};
}

// The space in use, and how it does on the pairs that the training holds out.
class Rival {
public:
    Rival(Workspace& workspace, const EncoderChoice& encoders) : workspace_(workspace), encoders_(encoders) {}

    // Both kinds of held-out pairs, before the training takes their latents away.
    Status prepare(const PairedLatents& pairs, std::span<const PairSplit> parts, const std::string& newSpace) {
        val_ = heldOutPairs(pairs, parts, &PairSplit::val);
        measured_ = hasTest(parts) ? heldOutPairs(pairs, parts, &PairSplit::test) : val_;
        FUSEFIND_TRY_ASSIGN(const auto used, workspace_.spaces().inUse());
        if (!used || *used == newSpace) return {}; // a training that ended unseen has put its own there
        FUSEFIND_TRY_ASSIGN(space_, workspace_.spaces().load(*used));
        return {};
    }

    // On the pairs by which the training chooses its best epoch.
    Status measure(const TrainWatch& watch) const {
        if (!space_ || !watch.onBaseline) return {};
        FUSEFIND_TRY_ASSIGN(const HeldOutPairs seen, asSeenBy(*space_, workspace_, val_, encoders_));
        FUSEFIND_TRY_ASSIGN(const auto recalls, space_->evaluate(seen.latents, seen.kinds));
        watch.onBaseline(space_->info().name, directionsOf(recalls));
        return {};
    }

    Result<SpaceComparison> compare(const Space& after) const {
        SpaceComparison comparison;
        HeldOutPairs seen;
        if (space_) {
            comparison.previousSpace = space_->info().name;
            FUSEFIND_TRY_ASSIGN(seen, asSeenBy(*space_, workspace_, measured_, encoders_));
            FUSEFIND_TRY_ASSIGN(comparison.before, recallWithIntervals(*space_, seen));
        }
        FUSEFIND_TRY_ASSIGN(const HeldOutPairs seenAfter, asSeenBy(after, workspace_, measured_, encoders_));
        FUSEFIND_TRY_ASSIGN(comparison.after, recallWithIntervals(after, seenAfter));
        FUSEFIND_TRY_ASSIGN(comparison.queries, compareQueries(space_.get(), seen, after, seenAfter));
        return comparison;
    }

private:
    Workspace& workspace_;
    const EncoderChoice& encoders_;
    std::shared_ptr<const Space> space_;
    HeldOutPairs val_;
    HeldOutPairs measured_;
};

// Stops when either of two is asked to.
class EitherStop {
public:
    EitherStop(const std::stop_token& a, const std::stop_token& b)
        : a_(a, [this] { source_.request_stop(); }), b_(b, [this] { source_.request_stop(); }) {}
    [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

private:
    std::stop_source source_;
    std::stop_callback<std::function<void()>> a_;
    std::stop_callback<std::function<void()>> b_;
};

TrainOptions optionsFor(Workspace& workspace, const TrainRequest& request, JobContext& context,
                        const TrainWatch& watch) {
    TrainOptions options;
    options.name = request.name;
    options.device = workspace.device();
    options.checkpoint = workspace.spaces().checkpointFile(request.name);
    options.resume = request.resume;
    options.onStart = [&watch](const std::vector<EpochReport>& history) {
        if (!watch.onStart) return;
        std::vector<TrainingEpoch> epochs;
        std::ranges::transform(history, std::back_inserter(epochs), epochOf);
        watch.onStart(std::move(epochs));
    };
    auto detail = std::make_shared<std::string>(); // the last epoch's recall, shown while the next one runs
    options.onEpoch = [detail, &watch](const EpochReport& report) {
        *detail =
            fmt::format("epoch {}, mean recall {:.1f}{}", report.epoch, report.recall, report.best ? " (best)" : "");
        if (watch.onEpoch) watch.onEpoch(epochOf(report));
    };
    options.onStep = [detail, &context](int64_t step, int64_t steps, double loss) {
        context.progress({"train", step, steps, fmt::format("loss {:.3f}  {}", loss, *detail)});
        context.yield();
    };
    return options;
}

Result<TrainResult> runTraining(const TrainingSet& set, const Recipe& recipe, TrainOptions options,
                                const JobContext& context, const TrainWatch& watch) {
    const EitherStop stop(context.stop(), watch.finish);
    options.stop = stop.token();
    auto result = train(set, recipe, options);
    const auto doesNotFit = [&](const Error& error) {
        return error.file == options.checkpoint &&
               (error.code == ErrorCode::invalidInput || error.code == ErrorCode::unsupported);
    };
    if (!result && options.resume && watch.startsAgain && doesNotFit(result.error())) {
        spdlog::warn("the training starts again: {}", result.error().text());
        options.resume = false;
        result = train(set, recipe, options);
    }
    if (result && !result->checkpoint)
        spdlog::warn("no checkpoint could be kept: {}", result->checkpoint.error().text());
    if (result && result->cancelled && context.cancelled() && !watch.keepsWhenCancelled)
        return fail(ErrorCode::cancelled, "cancelled");
    return result;
}

// Among the texts of the base, if there is one, which then gives what it knows better.
Result<TrainResult> trainAmong(const std::optional<BaseSpace>& base, TrainingSet& set, const Recipe& recipe,
                               const TrainOptions& options, const JobContext& context, const TrainWatch& watch,
                               std::vector<Modality>& kept) {
    if (!base) return runTraining(set, recipe, options, context, watch);
    FUSEFIND_TRY_ASSIGN(Matrix texts, base->placeTexts(set));
    FUSEFIND_TRY_ASSIGN(TrainResult result, runTraining(set, recipe, options, context, watch));
    set.latents[static_cast<size_t>(Modality::text)] = std::move(texts);
    FUSEFIND_TRY_ASSIGN(kept, base->complete(result.space));
    return result;
}

Status endTraining(Workspace& workspace, const TrainOptions& options, JobContext& context) {
    std::error_code ignored; // a finished training has no use for it; one that stays behind is only space on disk
    std::filesystem::remove(options.checkpoint, ignored);
    FUSEFIND_TRY_ASSIGN(const auto used, workspace.spaces().inUse());
    return used == options.name ? updateIndexInUse(workspace, context) : Status();
}

Result<EvalReport> evaluateOn(Workspace& workspace, const std::string& name,
                              const std::function<Result<PairedLatents>(const EncoderChoice&)>& pairsFor) {
    const auto start = Clock::now();
    FUSEFIND_TRY_ASSIGN(const std::shared_ptr<const Space> space, workspace.spaces().load(name));
    EncoderChoice encoders;
    for (const auto& [modality, description] : space->info().modalities)
        encoders[modality] = description.encoders;
    FUSEFIND_TRY_ASSIGN(PairedLatents pairs, pairsFor(encoders));

    EvalReport report;
    report.space = space->info().name;
    report.skipped = std::move(pairs.skipped);
    report.encodeSeconds = pairs.encodeSeconds;
    FUSEFIND_TRY_ASSIGN(report.recalls, space->evaluate(pairs.latents, pairs.kinds));
    report.seconds = secondsSince(start);
    return report;
}

} // namespace

Result<TrainReport> trainSpace(Workspace& workspace, const TrainRequest& request, JobContext& context,
                               const TrainWatch& watch) {
    const auto start = Clock::now();
    FUSEFIND_TRY(SpaceStore::checkName(request.name));
    FUSEFIND_TRY_ASSIGN(auto base, BaseSpace::of(workspace, request));
    FUSEFIND_TRY_ASSIGN(const EncoderChoice encoders, chooseEncoders(workspace, request, base));
    FUSEFIND_TRY_ASSIGN(PairedLatents pairs,
                        trainingPairs(workspace, request.pairs, encoders, context, watch.onSkipped));

    TrainReport report;
    report.skipped = std::move(pairs.skipped);
    report.encodeSeconds = pairs.encodeSeconds;
    TrainingSet set;
    FUSEFIND_TRY_ASSIGN(set.kinds, split(pairs, request.overrides, context));
    if (request.judged) FUSEFIND_TRY(addJudgedPairs(workspace, encoders, pairs, set.kinds, context));
    Rival rival(workspace, encoders);
    if (watch.compares) {
        FUSEFIND_TRY(rival.prepare(pairs, set.kinds, request.name));
        FUSEFIND_TRY(rival.measure(watch));
    }
    if (base) base->holdOut(pairs, set.kinds, encoders);
    set.latents = std::move(pairs.latents);
    for (const auto& [modality, ids] : encoders)
        set.encoders.at(static_cast<size_t>(modality)) = ids;
    if (request.overrides.subset) FUSEFIND_TRY(keepSubset(set, *request.overrides.subset, context));
    FUSEFIND_TRY_ASSIGN(const Recipe recipe, chooseRecipe(request, set, base));

    const TrainOptions options = optionsFor(workspace, request, context, watch);
    FUSEFIND_TRY_ASSIGN(const TrainResult result, trainAmong(base, set, recipe, options, context, watch, report.kept));
    if (watch.compares) {
        context.progress({"compare", 0, 0, {}});
        auto comparison = rival.compare(result.space); // without which the space is still worth keeping
        if (!comparison) spdlog::warn("the spaces could not be compared: {}", comparison.error().text());
        report.comparison = std::move(comparison).value_or(SpaceComparison());
    }
    FUSEFIND_TRY(workspace.spaces().keep(result.space));
    FUSEFIND_TRY(saveExamples(workspace.spaces().examplesFile(request.name), set, pairs.captions));
    if (!result.cancelled) FUSEFIND_TRY(endTraining(workspace, options, context));
    report.space = result.space.info();
    report.cancelled = result.cancelled;
    report.seconds = secondsSince(start);
    return report;
}

Result<EvalReport> evaluateSpace(Workspace& workspace, const PairSource& source, const std::string& name,
                                 JobContext& context) {
    return evaluateOn(workspace, name, [&](const EncoderChoice& encoders) -> Result<PairedLatents> {
        if (source.latentFiles) return readPairedLatents(source.latentFiles->first, source.latentFiles->second);
        FUSEFIND_TRY_ASSIGN(PairedData data, readPairs(workspace, source.folders, context));
        if (holdsSplit(data, Split::test)) keepSplit(data, Split::test);
        return encodePairs(workspace, data, encoders, context);
    });
}

Result<EvalReport> evaluateSpace(Workspace& workspace, const PairedData& data, const std::string& name,
                                 JobContext& context) {
    return evaluateOn(workspace, name,
                      [&](const EncoderChoice& encoders) { return encodePairs(workspace, data, encoders, context); });
}

} // namespace fusefind

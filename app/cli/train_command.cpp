#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/training_options.h"

#include <CLI/CLI.hpp>

namespace fusefind {

namespace {

struct Options {
    PairSource pairs;
    std::vector<std::filesystem::path> latentFiles;
    TrainingOptions training;
    std::string space;
};

void addPairSource(CLI::App* command, const std::shared_ptr<Options>& options) {
    CLI::Option* folders = command->add_option("DIR", options->pairs.folders, "Paired folders");
    command
        ->add_option("--latents", options->latentFiles,
                     "Two files of ready-made latents instead (.safetensors, or .npy named like photos.image.npy)")
        ->expected(2)
        ->excludes(folders);
}

PairSource pairSource(const Session& session, const Options& options) {
    PairSource pairs;
    for (const auto& folder : options.pairs.folders)
        pairs.folders.push_back(session.absolute(folder));
    if (options.latentFiles.size() == 2)
        pairs.latentFiles = {session.absolute(options.latentFiles[0]), session.absolute(options.latentFiles[1])};
    return pairs;
}

int runTrain(Session& session, const Options& options) {
    TrainRequest request = trainRequest(options.training);
    request.pairs = pairSource(session, options);
    const auto command = [&](Workspace& workspace, JobContext& context) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const TrainReport report, trainSpace(workspace, request, context));
        session.output.answer(toJson(report), toText(report));
        if (report.cancelled) return kExitCancelled;
        return report.skipped.empty() ? kExitDone : kExitSkipped;
    };
    return session.run(command, JobPriority::normal);
}

int runEval(Session& session, const Options& options) {
    const auto command = [&](Workspace& workspace, JobContext& context) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const EvalReport report,
                            evaluateSpace(workspace, pairSource(session, options), options.space, context));
        session.output.answer(toJson(report), toText(report));
        return report.skipped.empty() ? kExitDone : kExitSkipped;
    };
    return session.run(command, JobPriority::normal);
}

// Wrong usage that CLI11 has no word for: neither folders nor latent files.
void requirePairs(const Options& options) {
    if (options.pairs.folders.empty() && options.latentFiles.empty()) throw CLI::RequiredError("DIR or --latents");
}

} // namespace

void addTrainCommand(CLI::App& app, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("train", "Train a space on paired folders or on ready-made latents (what "
                                                    "was excluded, mended or moved in the window's data page counts)");
    addPairSource(command, options);
    addTrainingOptions(*command, options->training)->required();
    command->callback([=, &action] {
        requirePairs(*options);
        action = [=](Session& session) { return runTrain(session, *options); };
    });
}

void addEvalCommand(CLI::App& app, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "eval", "Recall@1/5/10 of a space on pairs, in both directions (changes of the window's data page count)");
    addPairSource(command, options);
    command->add_option("--space", options->space, "A trained space; otherwise the one in use");
    command->callback([=, &action] {
        requirePairs(*options);
        action = [=](Session& session) { return runEval(session, *options); };
    });
}

} // namespace fusefind

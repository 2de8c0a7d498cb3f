#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/training_options.h"
#include "gpu/jobs/self_training.h"

#include <CLI/CLI.hpp>

namespace fusefind {

namespace {

struct Options {
    PairSource pairs;
    std::vector<std::filesystem::path> latentFiles;
    TrainingOptions training;
    std::vector<std::filesystem::path> own; // folders of --self
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

using Training = std::function<Result<TrainReport>(Workspace&, JobContext&)>;

int runTraining(Session& session, const Training& training) {
    const auto command = [&](Workspace& workspace, JobContext& context) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const TrainReport report, training(workspace, context));
        session.output.answer(toJson(report), toText(report));
        if (report.cancelled) return kExitCancelled;
        return report.skipped.empty() ? kExitDone : kExitSkipped;
    };
    return session.run(command, JobPriority::normal);
}

int runTrain(Session& session, const Options& options) {
    TrainRequest request = trainRequest(options.training);
    request.pairs = pairSource(session, options);
    return runTraining(
        session, [&](Workspace& workspace, JobContext& context) { return trainSpace(workspace, request, context); });
}

int runTrainOnSelf(Session& session, const Options& options) {
    std::vector<std::filesystem::path> folders;
    for (const auto& folder : options.own)
        folders.push_back(session.absolute(folder));
    return runTraining(session, [&](Workspace& workspace, JobContext& context) {
        return trainOnSelf(workspace, folders, options.training.request.name, context);
    });
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

// Encoders, weights and pairs are those of the default space.
void requireNothingBesideSelf(const CLI::App& command) {
    for (const CLI::Option* option : command.get_options())
        if (option->count() > 0 && option->get_name() != "--self" && option->get_name() != "--name")
            throw CLI::ExcludesError("--self", option->get_name());
}

} // namespace

void addTrainCommand(CLI::App& app, Action& action) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("train", "Train a space on paired folders or on ready-made latents (what "
                                                    "was excluded, mended or moved in the window's data page counts)");
    addPairSource(command, options);
    command->add_option("--self", options->own,
                        "Instead of pairs, folders of pictures without captions: the default space, adapted to what "
                        "they show");
    addTrainingOptions(*command, options->training)->required();
    command->callback([=, &action] {
        const bool onSelf = !options->own.empty();
        onSelf ? requireNothingBesideSelf(*command) : requirePairs(*options);
        action = [=](Session& session) {
            return onSelf ? runTrainOnSelf(session, *options) : runTrain(session, *options);
        };
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

#include "app/cli/catalogue_models.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "core/base/text.h"
#include "core/catalog/model_card.h"
#include "core/catalog/model_import.h"
#include "gpu/jobs/joint_space.h"
#include "gpu/jobs/shipped_space.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace fusefind {

namespace {

using UsedBy = std::map<std::string, std::vector<std::string>>; // the spaces, by the model

// A space that cannot be read uses none: it serves nobody.
Result<UsedBy> usersOfModels(Workspace& workspace) {
    UsedBy users;
    FUSEFIND_TRY_ASSIGN(const auto entries, workspace.spaces().list());
    for (const SpaceEntry& entry : entries) {
        const auto info = workspace.spaces().info(entry.name);
        if (!info) continue;
        for (const auto& [modality, description] : info->modalities)
            for (const std::string& id : description.encoders)
                if (auto& spaces = users[id]; spaces.empty() || spaces.back() != entry.name)
                    spaces.push_back(entry.name); // once, also of a joint model
    }
    return users;
}

// The manifest's, with the languages that its card names (none: not said) and the spaces that need it.
Json described(Workspace& workspace, const UsedBy& users, const ModelManifest& manifest) {
    Json json = toJson(manifest);
    json["languages"] = readModelCard(workspace.models().folderOf(manifest.id)).languages;
    const auto used = users.find(manifest.id);
    json["spaces"] = used == users.end() ? Json::array() : Json(used->second);
    return json;
}

int listModels(Session& session) {
    return session.run([&](Workspace& workspace, JobContext&) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const UsedBy users, usersOfModels(workspace));
        const auto manifests = workspace.models().list();
        Json list = Json::array();
        for (const ModelManifest& manifest : manifests)
            list.push_back(described(workspace, users, manifest));
        session.output.answer({{"models", list}}, toText(manifests));
        return kExitDone;
    });
}

struct Add {
    std::string nameOrFolder;
    std::string pooling;
    bool licenceAccepted = false;
    AddModelOptions options;
};

// The encoders of the default space: installed beside it or, in a build tree, where set-up converted them.
std::filesystem::path convertedModels() {
    std::error_code ignored;
    auto installed = ShippedSpace::installedFolder().replace_filename("models");
    return std::filesystem::exists(installed, ignored) ? std::move(installed) : FUSEFIND_CONVERTED_MODELS;
}

// The folder that is meant: one there is, or one of the models that set-up converted; nothing: a name.
std::optional<std::filesystem::path> folderOf(const Session& session, const std::string& nameOrFolder) {
    std::error_code ignored;
    auto folder = session.absolute(nameOrFolder);
    if (std::filesystem::exists(folder, ignored)) return folder;
    folder = convertedModels() / nameOrFolder;
    if (isModelId(nameOrFolder) && std::filesystem::exists(folder, ignored)) return folder;
    return std::nullopt;
}

Result<int> answerWith(Session& session, Workspace& workspace, const ModelManifest& manifest,
                       const std::string& note = {}) {
    FUSEFIND_TRY_ASSIGN(const UsedBy users, usersOfModels(workspace));
    session.output.answer(described(workspace, users, manifest), toText({manifest}) + note);
    return kExitDone;
}

// `download`: what the folder is, if it was loaded for this.
int addFolder(Session& session, const std::filesystem::path& folder, const AddModelOptions& options,
              const ModelDownload* download = nullptr) {
    return session.run([&](Workspace& workspace, JobContext& context) -> Result<int> {
        AddModelOptions withStop = options;
        withStop.stop = context.stop();
        const ModelDims dims = [&](const std::filesystem::path& copied) {
            return latentDimsOf(copied, workspace.device());
        };
        const auto added = workspace.models().add(folder, withStop, dims);
        // What cannot be used would not get better by being tried again.
        const bool useless =
            !added && (added.error().code == ErrorCode::invalidInput || added.error().code == ErrorCode::unsupported);
        if (download != nullptr && (added || useless)) download->remove();
        FUSEFIND_TRY(added);
        std::string note;
        if (isJoint(*added)) {
            FUSEFIND_TRY_ASSIGN(const bool ready, addJointSpace(workspace, *added));
            if (ready) note = fmt::format("search in its space with `fusefind-cli spaces use {}`\n", added->id);
        }
        return answerWith(session, workspace, *added, note);
    });
}

// What a folder holds, before anything of it is copied or run.
int checkFolder(Session& session, const std::string& folder) {
    return session.runAlone([&](JobContext&) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const ModelManifest model, describeModelFolder(session.absolute(folder), {}));
        const std::string architecture = singleLine(model.architecture);
        session.output.answer(
            {{"architecture", architecture}, {"license", model.license}, {"program", model.program}},
            fmt::format("{}{}\n", architecture,
                        model.program ? ": a program, which is added with --trust-program alone" : ""));
        return kExitDone;
    });
}

int addFromCatalogue(Session& session, const Add& add) {
    CatalogueLoad loaded;
    // Beside the compute thread, which searches meanwhile.
    const int status = session.runAlone([&](JobContext& context) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(
            loaded, loadFromCatalogue(session, context, {add.nameOrFolder, add.options.id, add.licenceAccepted}));
        return kExitDone;
    });
    if (status != kExitDone) return status;
    AddModelOptions options = add.options;
    options.id = loaded.id;
    if (options.prompt.empty()) options.prompt = loaded.prompt;
    if (loaded.download) return addFolder(session, loaded.download->folder(), options, &*loaded.download);
    return session.run([&](Workspace& workspace, JobContext&) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const ModelManifest present, workspace.models().find(loaded.id));
        return answerWith(session, workspace, present);
    });
}

int addModel(Session& session, const Add& add) {
    if (const auto folder = folderOf(session, add.nameOrFolder)) return addFolder(session, *folder, add.options);
    return addFromCatalogue(session, add);
}

// And what was loaded of it before a download stopped.
int removeModel(Session& session, const std::string& id) {
    return session.run([&](Workspace& workspace, JobContext&) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const bool forgotten, ModelDownload::forget(session.dataDir, id));
        const Status removed = workspace.models().remove(id);
        if (!removed && !(forgotten && removed.error().code == ErrorCode::notFound)) return fail(removed.error());
        session.output.answer({{"removed", id}}, fmt::format("removed {}\n", id));
        return kExitDone;
    });
}

int verifyModels(Session& session) {
    return session.run([&](Workspace& workspace, JobContext& context) -> Result<int> {
        FUSEFIND_TRY_ASSIGN(const auto problems, workspace.models().verify(context.stop()));
        Json list = Json::array();
        std::string text = problems.empty() ? "every file is as it was added\n" : "";
        for (const ModelProblem& problem : problems) {
            list.push_back({{"id", problem.id}, {"path", toUtf8(problem.file)}, {"problem", problem.problem}});
            text += fmt::format("{}: {}: {}\n", problem.id, toUtf8(problem.file), problem.problem);
        }
        session.output.answer({{"problems", list}}, text);
        if (problems.empty()) return kExitDone;
        return fail(ErrorCode::invalidInput, fmt::format("{} model files are not as they were added", problems.size()),
                    {}, "remove these models and add them again");
    });
}

} // namespace

void addModelsCommands(CLI::App& app, Action& action) {
    CLI::App* models = app.add_subcommand("models", "The model store: the encoders that turn files into latents");
    models->require_subcommand(1)->fallthrough();

    auto available = std::make_shared<bool>(false);
    CLI::App* list = models->add_subcommand("list", "Show the installed models")->fallthrough();
    list->add_flag("--available", *available, "Show those that can be loaded by their names");
    list->callback([=, &action] {
        action = [=](Session& session) { return *available ? listAvailableModels(session) : listModels(session); };
    });

    auto options = std::make_shared<Add>();
    CLI::App* add = models->add_subcommand("add", "Add a model in Hugging Face's layout")->fallthrough();
    add->add_option("DIR|NAME", options->nameOrFolder, "Its folder, or its name in the catalogue, to be loaded")
        ->required();
    add->add_option("--id", options->options.id, "Another name than the folder's");
    add->add_option("--pooling", options->pooling, "Where the folder does not say")
        ->check(CLI::IsMember({"cls", "mean"}));
    add->add_option("--prompt", options->options.prompt, "What every text begins with, such as \"query: \" for E5");
    add->add_flag("--accept-licence", options->licenceAccepted,
                  "Load the model although its licence forbids commercial use");
    add->add_flag("--trust-program", options->options.trustProgram,
                  "Add the model although it is a program (TorchScript), which can do whatever you can");
    add->callback([=, &action] {
        action = [=](Session& session) {
            if (!options->pooling.empty()) options->options.pooling = poolingFromString(options->pooling);
            return addModel(session, *options);
        };
    });

    auto folder = std::make_shared<std::string>();
    CLI::App* check =
        models->add_subcommand("check", "Say what a model's folder holds, without adding it")->fallthrough();
    check->add_option("DIR", *folder)->required();
    check->callback([=, &action] { action = [=](Session& session) { return checkFolder(session, *folder); }; });

    auto id = std::make_shared<std::string>();
    CLI::App* remove = models->add_subcommand("remove", "Remove a model")->fallthrough();
    remove->add_option("ID", *id)->required();
    remove->callback([=, &action] { action = [=](Session& session) { return removeModel(session, *id); }; });

    models->add_subcommand("verify", "Compare every file with its checksum")->fallthrough()->callback([&action] {
        action = verifyModels;
    });
}

} // namespace fusefind

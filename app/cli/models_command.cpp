#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "core/base/text.h"
#include "core/catalog/model_card.h"
#include "gpu/jobs/joint_space.h"

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

// A folder, or the name of one of the models that set-up converted.
std::filesystem::path folderOf(const Session& session, const std::string& nameOrFolder) {
    const auto folder = session.absolute(nameOrFolder);
    std::error_code ignored;
    return isModelId(nameOrFolder) && !std::filesystem::exists(folder, ignored)
               ? std::filesystem::path(FUSEFIND_CONVERTED_MODELS) / nameOrFolder
               : folder;
}

int addModel(Session& session, const std::string& nameOrFolder, const AddModelOptions& options) {
    return session.run([&](Workspace& workspace, JobContext& context) -> Result<int> {
        AddModelOptions withStop = options;
        withStop.stop = context.stop();
        const ModelDims dims = [&](const std::filesystem::path& copied) {
            return latentDimsOf(copied, workspace.device());
        };
        FUSEFIND_TRY_ASSIGN(const ModelManifest added,
                            workspace.models().add(folderOf(session, nameOrFolder), withStop, dims));
        std::string text = toText({added});
        if (isJoint(added)) {
            FUSEFIND_TRY_ASSIGN(const bool ready, addJointSpace(workspace, added));
            if (ready) text += fmt::format("search in its space with `fusefind-cli spaces use {}`\n", added.id);
        }
        FUSEFIND_TRY_ASSIGN(const UsedBy users, usersOfModels(workspace));
        session.output.answer(described(workspace, users, added), text);
        return kExitDone;
    });
}

int removeModel(Session& session, const std::string& id) {
    return session.run([&](Workspace& workspace, JobContext&) -> Result<int> {
        FUSEFIND_TRY(workspace.models().remove(id));
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

    models->add_subcommand("list", "Show the installed models")->fallthrough()->callback([&action] {
        action = listModels;
    });

    struct Add {
        std::string nameOrFolder;
        std::string pooling;
        AddModelOptions options;
    };
    auto options = std::make_shared<Add>();
    CLI::App* add = models->add_subcommand("add", "Add a model in Hugging Face's layout")->fallthrough();
    add->add_option("DIR", options->nameOrFolder, "The folder, or the name of a model that set-up brought")->required();
    add->add_option("--id", options->options.id, "Another name than the folder's");
    add->add_option("--pooling", options->pooling, "Where the folder does not say")
        ->check(CLI::IsMember({"cls", "mean"}));
    add->callback([=, &action] {
        action = [=](Session& session) {
            if (!options->pooling.empty()) options->options.pooling = poolingFromString(options->pooling);
            return addModel(session, options->nameOrFolder, options->options);
        };
    });

    auto id = std::make_shared<std::string>();
    CLI::App* remove = models->add_subcommand("remove", "Remove a model")->fallthrough();
    remove->add_option("ID", *id)->required();
    remove->callback([=, &action] { action = [=](Session& session) { return removeModel(session, *id); }; });

    models->add_subcommand("verify", "Compare every file with its checksum")->fallthrough()->callback([&action] {
        action = verifyModels;
    });
}

} // namespace fusefind

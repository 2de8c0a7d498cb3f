#include "app/worker/training_request.h"

#include "app/cli/recipe_options.h"
#include "core/base/text.h"

#include <fmt/format.h>

namespace fusefind {

namespace {

Status checkFolders(const std::vector<std::filesystem::path>& folders) {
    if (folders.empty()) return fail(ErrorCode::invalidInput, "no folder of pairs was chosen");
    for (const auto& folder : folders) {
        std::error_code error;
        if (!folder.is_absolute()) return fail(ErrorCode::invalidInput, "not a whole path from the root on", folder);
        if (!std::filesystem::is_directory(folder, error))
            return fail(ErrorCode::notFound, "there is no such folder", folder);
    }
    return {};
}

Status checkEncoders(const EncoderChoice& encoders, const ModelStore& models) {
    for (const auto& [modality, ids] : encoders) {
        for (const std::string& id : ids) {
            FUSEFIND_TRY_ASSIGN(const ModelManifest manifest, models.find(id));
            if (!manifest.modalities.contains(modality))
                return fail(ErrorCode::invalidInput, fmt::format("{} does not encode {}", id, toString(modality)));
        }
    }
    return {};
}

} // namespace

Result<TrainingRequest> completeRequest(const TrainingRequest& request, Workspace& workspace) {
    FUSEFIND_TRY(engineRequest(request));
    FUSEFIND_TRY(checkFolders(request.folders));
    FUSEFIND_TRY(SpaceStore::checkName(request.name));
    TrainingRequest complete = request;
    FUSEFIND_TRY_ASSIGN(complete.encoders, workspace.defaultEncoders());
    for (const auto& [modality, ids] : request.encoders)
        if (!ids.empty()) complete.encoders[modality] = ids;
    FUSEFIND_TRY(checkEncoders(complete.encoders, workspace.models()));
    return complete;
}

Result<TrainRequest> engineRequest(const TrainingRequest& request) {
    if (request.recipe != "auto" && request.recipe != "paper")
        return fail(ErrorCode::invalidInput,
                    fmt::format("there is no recipe \"{}\"", toUtf8(std::string_view(request.recipe))), {},
                    "use auto or paper");
    TrainRequest engine;
    FUSEFIND_TRY_ASSIGN(engine.overrides, recipeOptionsFrom(request.options));
    engine.pairs.folders = request.folders;
    engine.name = request.name;
    engine.paper = request.recipe == "paper";
    engine.encoders = request.encoders;
    engine.extends = request.extends;
    engine.judged = request.judged;
    return engine;
}

} // namespace fusefind

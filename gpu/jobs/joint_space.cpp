#include "gpu/jobs/joint_space.h"

#include "gpu/fusemix/model.h"

#include <algorithm>
#include <ranges>

namespace fusefind {

namespace {

Space jointSpace(const ModelManifest& model, const Device& device) {
    SpaceInfo info;
    info.name = model.id;
    info.dim = model.modalities.begin()->second;
    info.correctsGap = false; // there are no training pairs to have a mean point
    info.recipe.name = "none";
    info.recipe.dim = info.dim;
    info.recipe.steps = 1; // every recipe ends some time
    info.recipe.reasons = {"the model's towers share one space, and nothing was trained"};
    PerModality<int64_t> dims{};
    PerModality<OtherAdapter> others{};
    for (const auto& [modality, dim] : model.modalities) {
        info.modalities[modality] = {{model.id}, dim, 0, true};
        dims[indexOf(modality)] = dim;
        others[indexOf(modality)].identity = true;
    }
    return {info, makeModel(info.recipe, dims, device, others)};
}

} // namespace

bool isJoint(const ModelManifest& model) {
    const auto widths = std::views::values(model.modalities);
    return model.modalities.size() > 1 && model.modalities.contains(Modality::text) &&
           std::ranges::count(widths, *widths.begin()) == std::ssize(model.modalities);
}

Result<bool> addJointSpace(Workspace& workspace, const ModelManifest& model) {
    const auto known = workspace.spaces().info(model.id);
    const auto isTrained = [](const auto& part) { return !part.second.identity; };
    if (known && std::ranges::any_of(known->modalities, isTrained)) return false;
    FUSEFIND_TRY(workspace.spaces().add(jointSpace(model, workspace.device())));
    return true;
}

} // namespace fusefind

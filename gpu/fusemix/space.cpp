#include "gpu/fusemix/space.h"

#include "core/base/hash.h"
#include "gpu/device/torch_call.h"
#include "gpu/fusemix/class_prior.h"
#include "gpu/fusemix/model.h"

#include <fmt/format.h>

namespace fusefind {

Space::Space(SpaceInfo info, Model model) : info_(std::move(info)), model_(std::make_unique<Model>(std::move(model))) {}
Space::~Space() = default;
Space::Space(Space&&) noexcept = default;
Space& Space::operator=(Space&&) noexcept = default;

void Space::keepOnly(const std::set<Modality>& modalities) {
    for (const Modality modality : kModalities) {
        if (modalities.contains(modality)) continue;
        info_.modalities.erase(modality);
        model_->modalities[indexOf(modality)].reset();
    }
}

void Space::adopt(Modality modality, const Space& other) {
    FUSEFIND_ASSERT(other.info_.dim == info_.dim);
    const Recipe& recipe = other.info_.recipe;
    SpaceModality part = other.info_.modalities.at(modality);
    part.identity = part.identity || recipe.fixed == modality;
    if (!part.identity && part.classes == 0)
        part.size = part.size.value_or(AdapterSize{recipe.layers, recipe.expansion});
    if (info_.recipe.fixed == modality) info_.recipe.fixed.reset();
    info_.modalities[modality] = std::move(part);
    model_->modalities[indexOf(modality)] = other.model_->modalities[indexOf(modality)];
}

Status Space::checkLatents(Modality modality, const Matrix& latents) const {
    const auto known = info_.modalities.find(modality);
    if (known == info_.modalities.end())
        return fail(ErrorCode::invalidInput,
                    fmt::format("space \"{}\" was not trained on {}", info_.name, toString(modality)));
    if (!latents.empty() && latents.cols() != static_cast<size_t>(known->second.latentDim))
        return fail(ErrorCode::invalidInput,
                    fmt::format("space \"{}\" takes {} latents of {} dimensions, not {}", info_.name,
                                toString(modality), known->second.latentDim, latents.cols()));
    if (!allFinite(latents.values()))
        return fail(ErrorCode::invalidInput,
                    fmt::format("a {} latent holds values that are not numbers", toString(modality)));
    return {};
}

Status Space::adaptClasses(const Matrix& latents) {
    FUSEFIND_TRY(checkLatents(Modality::image, latents));
    if (info_.modalities.at(Modality::image).classes == 0)
        return fail(ErrorCode::unsupported,
                    fmt::format("the pictures of space \"{}\" pass no classes that could be adapted", info_.name));
    if (latents.empty()) return {};
    FUSEFIND_TRY(callTorch([&]() -> Status {
        expectClassesOf(*model_, Modality::image, latents);
        return {};
    }));
    addReason(fmt::format("expects the classes that {} pictures show", latents.rows()));
    return {};
}

Result<Matrix> Space::project(Modality modality, const Matrix& latents) const {
    FUSEFIND_TRY(checkLatents(modality, latents));
    if (latents.empty()) return Matrix(0, static_cast<size_t>(info_.dim));
    return callTorch([&] {
        return info_.correctsGap ? model_->project(modality, latents) : model_->projectUncorrected(modality, latents);
    });
}

Result<std::vector<KindRecall>> Space::evaluate(const std::array<Matrix, kModalities.size()>& latents,
                                                std::span<const PairKind> kinds) const {
    return measureRecalls(latents, kinds,
                          [&](Modality modality, const Matrix& rows) { return project(modality, rows); });
}

} // namespace fusefind

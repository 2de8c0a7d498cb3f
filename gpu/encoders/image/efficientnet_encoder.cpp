#include "gpu/device/torch_call.h"
#include "gpu/encoders/architectures.h"
#include "gpu/encoders/image/efficientnet.h"
#include "gpu/encoders/image/picture_encoder.h"

#include <fmt/format.h>

namespace fusefind {

namespace {

// (x - 127) / 128 of the centre, which is size / (size + 32) of the short side.
PictureRecipe recipeOf(const LiteVariant& variant) {
    constexpr int kCropPadding = 32;
    PictureRecipe recipe;
    recipe.width = recipe.height = static_cast<int>(variant.size);
    recipe.shortSide = recipe.width + kCropPadding;
    recipe.corner = CutCorner::even;
    recipe.factor.fill(1.0F / 128);
    recipe.offset.fill(-127.0F / 128);
    recipe.decoded = recipe.shortSide;
    return recipe;
}

} // namespace

Result<std::unique_ptr<Encoder>> loadEfficientNetLite(const EncoderSource& source) {
    FUSEFIND_TRY_ASSIGN(const std::string name, source.config.textOr("", "variant"));
    const LiteVariant* variant = findLiteVariant(name);
    if (variant == nullptr)
        return fail(
            ErrorCode::unsupported,
            fmt::format("the variant \"{}\" of EfficientNet-Lite is unknown (known: {})", name, knownLiteVariants()),
            source.config.file());
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.folder, source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        EfficientNetLite network(*variant, weights);
        FUSEFIND_TRY(weights.status());
        return makePictureEncoder(source, EfficientNetLite::kDim, recipeOf(*variant), std::move(network));
    });
}

} // namespace fusefind

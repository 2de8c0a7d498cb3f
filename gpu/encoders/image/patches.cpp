#include "gpu/encoders/image/patches.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <algorithm>

namespace fusefind {

namespace {

constexpr int64_t kLargestImage = 8192;

// What is left over at the right and the bottom is not seen.
Result<PatchGrid> cutUp(int64_t height, int64_t width, int64_t patch, const ModelConfig& config) {
    constexpr int64_t kMostPatches = 65'536;
    if ((height / patch) * (width / patch) > kMostPatches)
        return fail(ErrorCode::limit, fmt::format("it cuts pictures into more than {} patches", kMostPatches),
                    config.file());
    if (patch <= std::min(height, width)) return PatchGrid{patch, height / patch, width / patch};
    return fail(ErrorCode::invalidInput, "its patches are larger than its pictures", config.file());
}

} // namespace

Result<PatchGrid> PatchGrid::read(const ModelConfig& config, int64_t usualImage, int64_t usualPatch) {
    int64_t height = 0;
    int64_t width = 0;
    if (config.isArray("image_size")) {
        FUSEFIND_TRY_ASSIGN(const auto sides, config.numbersOr({0, 0}, "image_size", 1, kLargestImage));
        height = static_cast<int64_t>(sides[0]);
        width = static_cast<int64_t>(sides[1]);
    } else {
        FUSEFIND_TRY_ASSIGN(height, config.integerOr(usualImage, "image_size", 1, kLargestImage));
        width = height;
    }
    FUSEFIND_TRY_ASSIGN(const int64_t patch, config.integerOr(usualPatch, "patch_size", 1, kLargestImage));
    FUSEFIND_TRY_ASSIGN(const int64_t channels, config.integerOr(3, "num_channels", 1, 64));
    if (channels != 3)
        return fail(ErrorCode::unsupported, fmt::format("it takes pictures of {} channels, not 3", channels),
                    config.file());
    return cutUp(height, width, patch, config);
}

Result<PatchGrid> PatchGrid::over(const PictureRecipe& recipe, const ModelConfig& config) const {
    return cutUp(recipe.height, recipe.width, patch, config);
}

Status PatchGrid::check(const PictureRecipe& recipe, const ModelConfig& config) const {
    if (recipe.height / patch == rows && recipe.width / patch == columns) return {};
    return fail(
        ErrorCode::invalidInput,
        fmt::format("the network takes pictures of {} x {} pixels, and preprocessor_config.json makes them {} x {}",
                    columns * patch, rows * patch, recipe.width, recipe.height),
        config.file(), "get the model again");
}

at::Tensor PatchEmbedding::operator()(const at::Tensor& pixels) const {
    const at::Tensor grid = at::conv2d(pixels, weight, bias, weight.size(2));
    const at::Tensor patches = grid.flatten(2).transpose(1, 2) + positions;
    if (!leading.defined()) return patches;
    return at::cat({leading.expand({pixels.size(0), -1, -1}), patches}, 1);
}

} // namespace fusefind

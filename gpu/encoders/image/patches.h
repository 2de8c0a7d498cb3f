#pragma once

// Inside gpu only (includes Torch): a picture as the tokens of a vision transformer (Dosovitskiy et al. 2020,
// arXiv:2010.11929).

#include "gpu/encoders/image/picture_recipe.h"
#include "gpu/encoders/weight_reader.h"

#include <string>

namespace fusefind {

// A grid of square patches.
struct PatchGrid {
    int64_t patch = 0; // pixels of a side
    int64_t rows = 0;
    int64_t columns = 0;

    // "image_size" (of both sides, or height and width) and "patch_size". Errors: invalidInput, limit.
    static Result<PatchGrid> read(const ModelConfig& config, int64_t usualImage, int64_t usualPatch);

    [[nodiscard]] int64_t count() const { return rows * columns; }
    // The patches of the recipe's pictures. Errors: invalidInput (smaller than one).
    [[nodiscard]] Result<PatchGrid> over(const PictureRecipe& recipe, const ModelConfig& config) const;
    // Errors: invalidInput, if the recipe gives pictures of another size.
    [[nodiscard]] Status check(const PictureRecipe& recipe, const ModelConfig& config) const;
};

// Patches to tokens: one convolution, then positions; tokens of the network's own stand before them.
struct PatchEmbedding {
    at::Tensor weight;    // [width, 3, patch, patch]
    at::Tensor bias;      // [width], or undefined
    at::Tensor positions; // [1, patches, width]
    at::Tensor leading;   // [1, k, width] with their positions, or undefined

    // f32 [N, 3, height, width] -> [N, k + patches, width]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& pixels) const;
};

} // namespace fusefind

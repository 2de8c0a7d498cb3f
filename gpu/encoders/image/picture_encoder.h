#pragma once

#include "gpu/encoders/architectures.h"
#include "gpu/encoders/image/picture_recipe.h"

#include <functional>

namespace at {
class Tensor;
}

namespace fusefind {

// f32 [N, 3, height, width] in channels_last -> [N, dim]
using PictureNetwork = std::function<at::Tensor(const at::Tensor& pixels)>;

// The encoder of a network for pictures that `recipe` prepares.
std::unique_ptr<Encoder> makePictureEncoder(const EncoderSource& source, int64_t dim, const PictureRecipe& recipe,
                                            PictureNetwork network);

} // namespace fusefind

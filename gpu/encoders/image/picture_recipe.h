#pragma once

#include "gpu/encoders/encoder.h"
#include "gpu/encoders/model_config.h"

#include <array>

namespace fusefind {

// From a picture to the pixels a network takes: resized, cut, scaled.
struct PictureRecipe {
    int shortSide =
        0; // > 0: what the short side becomes; else the picture becomes exactly resizedWidth x resizedHeight
    int resizedWidth = 0;
    int resizedHeight = 0;
    Interpolation interpolation = Interpolation::bicubic;
    int width = 0; // the centre that is cut
    int height = 0;
    CutCorner corner = CutCorner::down;
    int decoded = 0;                      // pixels of the short side that decoding must leave (EncoderInfo::shortSide)
    std::array<float, 3> factor{1, 1, 1}; // pixel value * factor + offset, by colour
    std::array<float, 3> offset{0, 0, 0};

    // What preprocessor_config.json says, as the library's processors that work with Pillow do it; `processor` (such as
    // "CLIP") where the file names none. Errors: notFound, io, invalidInput, limit, unsupported.
    static Result<PictureRecipe> read(const std::filesystem::path& folder, const std::string& processor);

    // RGB8 [height, width, 3]. Errors: invalidInput (no picture, an empty one).
    [[nodiscard]] Result<std::vector<uint8_t>> prepare(const Sample& sample, const std::string& encoder) const;
};

} // namespace fusefind

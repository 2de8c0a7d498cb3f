#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <vector>

namespace fusefind {

// A decoded picture: RGB8, [height, width, 3], rows without padding, upright (EXIF orientation applied), alpha laid on
// white.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<uint8_t> rgb;
};

struct PictureLimits {
    int64_t maxPixels = 200'000'000;     // of the file; refused above, before anything is allocated
    int64_t maxBytes = int64_t{1} << 30; // of the file, and of what decoding it takes
};

// Decodes JPEG, PNG, WebP, GIF (first frame), BMP, TIFF, HEIC and AVIF; the format is found by content, not by name.
// `shortSide` > 0: the caller needs no more than this many pixels on the short side, so JPEG is decoded reduced (DCT
// scaling) and anything larger is shrunk by area averaging to at least that. Errors: invalidInput, unsupported, limit,
// io, outOfMemory.
Result<Picture> decodePicture(const std::filesystem::path& path, int shortSide = 0, const PictureLimits& limits = {});

enum class Interpolation { bilinear, bicubic, area };

// Exactly width x height. `bicubic` and `bilinear` filter when shrinking as Pillow does (antialiased), so that encoders
// see what they were trained on.
Picture resizePicture(const Picture& picture, int width, int height, Interpolation interpolation);

// The short side becomes `side`, the long one is rounded down. Of a thread-like picture only the middle is kept: all of
// it would not fit into memory.
Picture resizeShortSide(const Picture& picture, int side, Interpolation interpolation);

// Where an odd difference leaves no pixel in the middle, the corner is half a pixel up, or at the nearest even number.
enum class CutCorner { down, even };
// The centre [height, width] of a picture that is at least as large.
Picture cutCentre(const Picture& picture, int width, int height, CutCorner corner);

} // namespace fusefind

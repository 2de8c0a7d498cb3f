#pragma once

#include "core/media/picture.h"

#include <span>

namespace fusefind {

enum class PixelFormat { rgb, rgba, premultipliedRgba };

// Takes the rows of a picture top down, lays them on white and, if `shortSide` > 0, averages square blocks of pixels so
// that the short side keeps at least that many. Holds one row of sums beside the result.
class PictureBuilder {
public:
    PictureBuilder(int width, int height, int shortSide);

    void addRow(const uint8_t* row, PixelFormat format);
    // `height` rows must have been added.
    Picture finish();

private:
    void flush(uint32_t rows);

    int width_;
    int height_;
    int factor_; // pixels of a block's side
    int rowsSeen_ = 0;
    Picture picture_;
    std::vector<uint8_t> opaque_; // one row without alpha
    std::vector<uint32_t> sums_;  // one row of the result
};

// The whole buffer at once; `stride` in bytes.
Picture buildPicture(const uint8_t* pixels, size_t stride, int width, int height, int shortSide, PixelFormat format);

} // namespace fusefind

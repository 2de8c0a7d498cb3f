#include "core/media/internal/picture_builder.h"

#include <algorithm>

namespace fusefind {

namespace {

uint8_t onWhite(uint32_t value, uint32_t alpha, PixelFormat format) {
    if (format == PixelFormat::premultipliedRgba) return static_cast<uint8_t>(std::min(value + 255 - alpha, 255U));
    return static_cast<uint8_t>((value * alpha + 255 * (255 - alpha) + 127) / 255);
}

void dropAlpha(const uint8_t* from, size_t pixels, PixelFormat format, uint8_t* to) {
    for (size_t i = 0; i < pixels; ++i) {
        const uint32_t alpha = from[4 * i + 3];
        for (size_t c = 0; c < 3; ++c)
            to[3 * i + c] = alpha == 255 ? from[4 * i + c] : onWhite(from[4 * i + c], alpha, format);
    }
}

} // namespace

PictureBuilder::PictureBuilder(int width, int height, int shortSide)
    : width_(width), height_(height), factor_(shortSide > 0 ? std::max(1, std::min(width, height) / shortSide) : 1) {
    picture_.width = (width + factor_ - 1) / factor_;
    picture_.height = (height + factor_ - 1) / factor_;
    picture_.rgb.resize(size_t{3} * static_cast<size_t>(picture_.width) * static_cast<size_t>(picture_.height));
    opaque_.resize(size_t{3} * static_cast<size_t>(width));
    if (factor_ > 1) sums_.resize(size_t{3} * static_cast<size_t>(picture_.width));
}

void PictureBuilder::addRow(const uint8_t* row, PixelFormat format) {
    FUSEFIND_ASSERT(rowsSeen_ < height_);
    const auto width = static_cast<size_t>(width_);
    if (factor_ == 1) {
        uint8_t* to = picture_.rgb.data() + size_t{3} * width * static_cast<size_t>(rowsSeen_++);
        if (format == PixelFormat::rgb)
            std::copy_n(row, 3 * width, to);
        else
            dropAlpha(row, width, format, to);
        return;
    }
    if (format != PixelFormat::rgb) {
        dropAlpha(row, width, format, opaque_.data());
        row = opaque_.data();
    }
    const auto factor = static_cast<size_t>(factor_);
    for (size_t begin = 0, out = 0; begin < width; begin += factor, ++out)
        for (size_t x = begin; x < std::min(begin + factor, width); ++x)
            for (size_t c = 0; c < 3; ++c)
                sums_[3 * out + c] += row[3 * x + c];
    ++rowsSeen_;
    if (rowsSeen_ % factor_ == 0)
        flush(static_cast<uint32_t>(factor_));
    else if (rowsSeen_ == height_)
        flush(static_cast<uint32_t>(height_ % factor_));
}

void PictureBuilder::flush(uint32_t rows) {
    const int outRow = (rowsSeen_ - 1) / factor_;
    uint8_t* to = picture_.rgb.data() + size_t{3} * static_cast<size_t>(picture_.width) * static_cast<size_t>(outRow);
    for (int x = 0; x < picture_.width; ++x) {
        const auto columns = static_cast<uint32_t>(std::min(factor_, width_ - x * factor_));
        const uint32_t area = columns * rows;
        for (size_t c = 0; c < 3; ++c) {
            const size_t i = 3 * static_cast<size_t>(x) + c;
            to[i] = static_cast<uint8_t>((sums_[i] + area / 2) / area);
        }
    }
    std::fill(sums_.begin(), sums_.end(), 0U);
}

Picture PictureBuilder::finish() {
    FUSEFIND_ASSERT(rowsSeen_ == height_);
    return std::move(picture_);
}

Picture buildPicture(const uint8_t* pixels, size_t stride, int width, int height, int shortSide, PixelFormat format) {
    PictureBuilder builder(width, height, shortSide);
    for (int y = 0; y < height; ++y)
        builder.addRow(pixels + stride * static_cast<size_t>(y), format);
    return builder.finish();
}

} // namespace fusefind

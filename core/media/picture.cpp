#include "core/media/picture.h"

#include "core/media/internal/picture_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>

namespace fusefind {

namespace {

Error named(Error error, const std::filesystem::path& path) {
    error.file = path;
    return error;
}

Status checkLimits(const PictureHeader& header, const PictureLimits& limits, int shortSide) {
    if (header.width <= 0 || header.height <= 0) return fail(ErrorCode::invalidInput, "a picture without pixels");
    constexpr int64_t kMaxSide = 1 << 24; // so that no product below can overflow
    if (header.width > kMaxSide || header.height > kMaxSide || header.width * header.height > limits.maxPixels)
        return fail(ErrorCode::limit, fmt::format("{} x {} pixels, more than the limit of {} megapixels", header.width,
                                                  header.height, limits.maxPixels / 1'000'000));
    const int64_t resultBytes = shortSide > 0 ? 0 : 3; // a pixel; reduced, the result is small
    if (header.width * header.height * (header.bytesPerPixel + resultBytes) > limits.maxBytes)
        return fail(ErrorCode::limit, fmt::format("decoding {} x {} pixels takes more than the limit of {} MiB",
                                                  header.width, header.height, limits.maxBytes >> 20));
    return {};
}

// EXIF orientations: 2…4 mirror and turn by 180 degrees; 5…8 swap the axes first. Where pixel (x, y) of the result
// comes from:
Picture upright(Picture picture, int orientation) {
    if (orientation == 1) return picture;
    const bool swapped = orientation >= 5;
    const bool fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    Picture turned;
    turned.width = swapped ? picture.height : picture.width;
    turned.height = swapped ? picture.width : picture.height;
    turned.rgb.resize(picture.rgb.size());
    uint8_t* to = turned.rgb.data();
    for (int y = 0; y < turned.height; ++y)
        for (int x = 0; x < turned.width; ++x, to += 3) {
            const int column = swapped ? y : x;
            const int row = swapped ? x : y;
            const auto fromX = static_cast<size_t>(fromRight ? picture.width - 1 - column : column);
            const auto fromY = static_cast<size_t>(fromBottom ? picture.height - 1 - row : row);
            std::copy_n(&picture.rgb[3 * (fromY * static_cast<size_t>(picture.width) + fromX)], 3, to);
        }
    return turned;
}

Result<Picture> decodeOpened(const PictureFile& file, int shortSide, const PictureLimits& limits) {
    FUSEFIND_TRY(checkLimits(file.header, limits, shortSide));
    FUSEFIND_TRY_ASSIGN(auto picture, file.codec->decode(file.bytes, file.header, shortSide));
    return upright(std::move(picture), file.header.orientation);
}

} // namespace

Result<PictureFile> openPicture(const MediaFile& file, int64_t maxBytes) {
    FUSEFIND_TRY_ASSIGN(const auto head, file.head(kSniffBytes));
    PictureFile opened;
    opened.codec = codecFor(head);
    if (opened.codec == nullptr)
        return fail(ErrorCode::unsupported, "not a picture in a format that is read", file.path(),
                    "JPEG, PNG, WebP, GIF, BMP, TIFF, HEIC and AVIF are");
    FUSEFIND_TRY_ASSIGN(opened.bytes, file.bytes(maxBytes));
    auto header = opened.codec->header(opened.bytes);
    if (!header) return fail(named(std::move(header).error(), file.path()));
    opened.header = std::move(*header);
    return opened;
}

Result<Picture> decodePicture(const std::filesystem::path& path, int shortSide, const PictureLimits& limits) {
    try {
        FUSEFIND_TRY_ASSIGN(const auto file, MediaFile::open(path));
        FUSEFIND_TRY_ASSIGN(const auto opened, openPicture(file, limits.maxBytes));
        auto picture = decodeOpened(opened, shortSide, limits);
        if (!picture) return fail(named(std::move(picture).error(), path));
        return picture;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, "not enough memory for this picture", path);
    }
}

} // namespace fusefind

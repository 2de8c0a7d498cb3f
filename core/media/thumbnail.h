#pragma once

#include "core/base/hash.h"
#include "core/media/picture.h"

#include <string>

namespace fusefind {

// The picture with at most `longSide` pixels on its long side; a smaller one is not enlarged. Errors: as decodePicture.
Result<Picture> reducedPicture(const std::filesystem::path& path, int longSide, const PictureLimits& limits = {});
// The same of a picture that is decoded already.
Picture shrunkPicture(Picture picture, int longSide);

// Where the thumbnail of a content stands below `folder`: "ab/cd…-256.jpg", by the content's hash, so that a moved or
// renamed file keeps its thumbnail.
std::filesystem::path thumbnailPath(const std::filesystem::path& folder, const Sha256& contentHash, int longSide);

struct ThumbnailOptions {
    int longSide = 256;
    uint64_t keepFree = uint64_t{500} << 20; // bytes of the disk; with less, nothing more is kept
    PictureLimits limits = {};
};

// A JPEG of the picture, upright, reduced as above: the bytes of the file. Made on the first call and kept in `folder`,
// found there on later ones. Where it cannot be kept (a full disk, no right to write) it is made anew each time.
// Errors: as decodePicture.
Result<std::string> thumbnailOf(const std::filesystem::path& picture, const Sha256& contentHash,
                                const std::filesystem::path& folder, const ThumbnailOptions& options = {});

} // namespace fusefind

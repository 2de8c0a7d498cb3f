#pragma once

#include "core/base/hash.h"
#include "core/media/picture.h"

namespace fusefind {

// Where the thumbnail of a content stands below `folder`: "ab/cd…-256.jpg", by the content's hash, so that a moved or
// renamed file keeps its thumbnail.
std::filesystem::path thumbnailPath(const std::filesystem::path& folder, const Sha256& contentHash, int longSide);

// A JPEG of the picture, upright, whose long side is at most `longSide` (a smaller picture is not enlarged). Made on
// the first call, found there on later ones. Errors: as decodePicture; io where `folder` cannot be written.
Result<std::filesystem::path> thumbnailOf(const std::filesystem::path& picture, const Sha256& contentHash,
                                          const std::filesystem::path& folder, int longSide = 256,
                                          const PictureLimits& limits = {});

} // namespace fusefind

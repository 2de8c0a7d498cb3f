#pragma once

#include "core/media/internal/media_file.h"
#include "core/media/internal/picture_codec.h"

namespace fusefind {

// A picture file in memory, with what its head says; nothing is decoded yet.
struct PictureFile {
    const PictureCodec* codec = nullptr;
    std::vector<uint8_t> bytes;
    PictureHeader header;
};

// Errors: unsupported (no picture format of ours), invalidInput, limit (bytes), io.
Result<PictureFile> openPicture(const MediaFile& file, int64_t maxBytes);

} // namespace fusefind

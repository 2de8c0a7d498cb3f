#pragma once

#include "core/base/modality.h"
#include "core/base/result.h"

#include <chrono>
#include <optional>

namespace fusefind {

// What a file says of itself without being decoded.
struct MediaInfo {
    ItemKind kind = ItemKind::image;
    int width = 0; // as shown, after EXIF orientation; 0 for sound, and for a video whose container does not say
    int height = 0;
    double seconds = 0;                            // 0 for pictures and where unknown
    std::optional<std::chrono::sys_seconds> taken; // EXIF date, taken as UTC (cameras do not say)
};

// By name alone: what a scan looks at. Nothing for other extensions.
std::optional<ItemKind> kindByExtension(const std::filesystem::path& path);

// By content. Errors: unsupported (neither picture nor sound), invalidInput, io.
Result<MediaInfo> probeMedia(const std::filesystem::path& path);

} // namespace fusefind

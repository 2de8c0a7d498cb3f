#pragma once

#include "core/media/internal/picture_codec.h"

#include <chrono>
#include <optional>

namespace fusefind {

// Orientation and date out of an EXIF block (a TIFF structure, "Exif\0\0" before it or not). What cannot be read leaves
// `header` as it is.
void readExif(Bytes block, PictureHeader& header);

// "YYYY:MM:DD HH:MM:SS"; nothing if it is no date.
std::optional<std::chrono::sys_seconds> parseExifDate(std::string_view text);

} // namespace fusefind

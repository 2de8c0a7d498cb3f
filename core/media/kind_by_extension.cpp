// Beside probe.cpp, not in it: who only asks a name for its kind must not be linked with every decoder.
#include "core/base/text.h"
#include "core/media/probe.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace fusefind {

namespace {

constexpr std::array<std::string_view, 13> kPictureNames{".jpg", ".jpeg", ".jpe",  ".jfif", ".png",  ".webp", ".gif",
                                                         ".bmp", ".tif",  ".tiff", ".heic", ".heif", ".avif"};
constexpr std::array<std::string_view, 14> kSoundNames{".wav", ".flac", ".mp3", ".ogg", ".oga", ".opus", ".m4a",
                                                       ".aac", ".aiff", ".aif", ".w64", ".wma", ".caf",  ".au"};
constexpr std::array<std::string_view, 12> kVideoNames{".mp4", ".m4v",  ".mov", ".mkv", ".webm", ".avi",
                                                       ".mpg", ".mpeg", ".wmv", ".3gp", ".ogv",  ".asf"};

} // namespace

std::optional<ItemKind> kindByExtension(const std::filesystem::path& path) {
    const std::string extension = lowerExtension(path);
    const auto isIn = [&](const auto& names) { return std::ranges::find(names, extension) != names.end(); };
    if (isIn(kPictureNames)) return ItemKind::image;
    if (isIn(kSoundNames)) return ItemKind::audio;
    if (isIn(kVideoNames)) return ItemKind::video;
    return std::nullopt;
}

} // namespace fusefind

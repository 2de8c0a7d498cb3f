#include "core/media/thumbnail.h"

#include "core/base/atomic_file.h"
#include "core/base/log.h"
#include "core/media/internal/turbo.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <optional>

namespace fusefind {

namespace {

Result<std::string> encodeJpeg(const Picture& picture) {
    constexpr int kQuality = 85;
    const TurboHandle handle(tjInitCompress());
    unsigned char* made = nullptr;
    unsigned long size = 0;
    const int error = tjCompress2(handle.get(), picture.rgb.data(), picture.width, 0, picture.height, TJPF_RGB, &made,
                                  &size, TJSAMP_420, kQuality, TJFLAG_ACCURATEDCT);
    const TurboBuffer jpeg(made);
    if (error != 0)
        return fail(ErrorCode::internal, fmt::format("cannot make a thumbnail ({})", tjGetErrorStr2(handle.get())));
    return std::string(reinterpret_cast<const char*>(jpeg.get()), size);
}

// Nothing if it is not there, or damaged.
std::optional<std::string> keptThumbnail(const std::filesystem::path& path) {
    auto jpeg = readFile(path);
    if (!jpeg || !jpeg->starts_with("\xff\xd8") || !jpeg->ends_with("\xff\xd9")) return std::nullopt;
    return std::move(*jpeg);
}

Status keep(const std::filesystem::path& path, std::string_view jpeg, uint64_t keepFree) {
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (error) return fail(systemError("cannot make the folder of thumbnails", path.parent_path(), error.value()));
    const auto space = std::filesystem::space(path.parent_path(), error);
    if (error) return fail(systemError("cannot look at the disk", path.parent_path(), error.value()));
    if (space.available < keepFree)
        return fail(ErrorCode::limit, fmt::format("less than {} MiB are free on the disk", keepFree >> 20));
    return writeFileAtomically(path, jpeg);
}

} // namespace

Picture shrunkPicture(Picture picture, int longSide) {
    const int current = std::max(picture.width, picture.height);
    if (current <= longSide) return picture;
    const auto scaled = [&](int length) {
        return std::max(1, static_cast<int>(static_cast<int64_t>(length) * longSide / current));
    };
    return resizePicture(picture, scaled(picture.width), scaled(picture.height), Interpolation::area);
}

Result<Picture> reducedPicture(const std::filesystem::path& path, int longSide, const PictureLimits& limits) {
    FUSEFIND_ASSERT(longSide > 0);
    FUSEFIND_TRY_ASSIGN(auto decoded, decodePicture(path, longSide, limits));
    return shrunkPicture(std::move(decoded), longSide);
}

std::filesystem::path thumbnailPath(const std::filesystem::path& folder, const Sha256& contentHash, int longSide) {
    const std::string hex = toHex(contentHash);
    return folder / hex.substr(0, 2) / fmt::format("{}-{}.jpg", hex.substr(2), longSide);
}

Result<std::string> thumbnailOf(const std::filesystem::path& picture, const Sha256& contentHash,
                                const std::filesystem::path& folder, const ThumbnailOptions& options) {
    const auto path = thumbnailPath(folder, contentHash, options.longSide);
    if (auto found = keptThumbnail(path)) return std::move(*found);
    FUSEFIND_TRY_ASSIGN(const auto reduced, reducedPicture(picture, options.longSide, options.limits));
    FUSEFIND_TRY_ASSIGN(auto jpeg, encodeJpeg(reduced));
    if (const auto kept = keep(path, jpeg, options.keepFree); !kept) {
        static std::once_flag said; // not for each of thousands
        std::call_once(said, [&] { spdlog::warn("Thumbnails are not kept: {}", kept.error().text()); });
    }
    return jpeg;
}

} // namespace fusefind

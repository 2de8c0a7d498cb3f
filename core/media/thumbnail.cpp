#include "core/media/thumbnail.h"

#include "core/base/atomic_file.h"
#include "core/media/internal/turbo.h"

#include <fmt/format.h>

#include <algorithm>

namespace fusefind {

namespace {

Picture shrunk(Picture picture, int longSide) {
    const int current = std::max(picture.width, picture.height);
    if (current <= longSide) return picture;
    const auto scaled = [&](int length) {
        return std::max(1, static_cast<int>(static_cast<int64_t>(length) * longSide / current));
    };
    return resizePicture(picture, scaled(picture.width), scaled(picture.height), Interpolation::area);
}

Status writeJpeg(const Picture& picture, const std::filesystem::path& path) {
    constexpr int kQuality = 85;
    const TurboHandle handle(tjInitCompress());
    unsigned char* made = nullptr;
    unsigned long size = 0;
    const int error = tjCompress2(handle.get(), picture.rgb.data(), picture.width, 0, picture.height, TJPF_RGB, &made,
                                  &size, TJSAMP_420, kQuality, TJFLAG_ACCURATEDCT);
    const TurboBuffer jpeg(made);
    if (error != 0)
        return fail(ErrorCode::internal, fmt::format("cannot make a thumbnail ({})", tjGetErrorStr2(handle.get())),
                    path);
    return writeFileAtomically(path, {reinterpret_cast<const char*>(jpeg.get()), size});
}

} // namespace

std::filesystem::path thumbnailPath(const std::filesystem::path& folder, const Sha256& contentHash, int longSide) {
    const std::string hex = toHex(contentHash);
    return folder / hex.substr(0, 2) / fmt::format("{}-{}.jpg", hex.substr(2), longSide);
}

Result<std::filesystem::path> thumbnailOf(const std::filesystem::path& picture, const Sha256& contentHash,
                                          const std::filesystem::path& folder, int longSide,
                                          const PictureLimits& limits) {
    FUSEFIND_ASSERT(longSide > 0);
    auto path = thumbnailPath(folder, contentHash, longSide);
    std::error_code error;
    if (std::filesystem::is_regular_file(path, error)) return path;
    FUSEFIND_TRY_ASSIGN(auto decoded, decodePicture(picture, longSide, limits));
    std::filesystem::create_directories(path.parent_path(), error);
    if (error) return fail(systemError("cannot make the folder of thumbnails", path.parent_path(), error.value()));
    FUSEFIND_TRY(writeJpeg(shrunk(std::move(decoded), longSide), path));
    return path;
}

} // namespace fusefind

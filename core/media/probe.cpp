#include "core/media/probe.h"

#include "core/media/internal/exif.h"
#include "core/media/internal/ffmpeg.h"
#include "core/media/internal/picture_file.h"
#include "core/media/picture.h"
#include "core/media/sound.h"

#include <algorithm>
#include <limits>
#include <new>

namespace fusefind {

namespace {

Result<MediaInfo> probePicture(const MediaFile& file) {
    FUSEFIND_TRY_ASSIGN(const auto opened, openPicture(file, PictureLimits{}.maxBytes));
    const PictureHeader& header = opened.header;
    constexpr int64_t kMaxSide = std::numeric_limits<int>::max();
    if (header.width <= 0 || header.height <= 0 || header.width > kMaxSide || header.height > kMaxSide)
        return fail(ErrorCode::invalidInput, "a picture without pixels", file.path());
    MediaInfo info;
    info.width = static_cast<int>(header.width);
    info.height = static_cast<int>(header.height);
    if (header.orientation >= 5) std::swap(info.width, info.height);
    info.taken = parseExifDate(header.taken);
    return info;
}

// A header may promise more than the file holds; of uncompressed sound the size tells.
double secondsOf(Demuxer& demuxer) {
    const AVFormatContext* format = demuxer.format();
    double seconds = format->duration > 0 ? static_cast<double>(format->duration) / AV_TIME_BASE : 0;
    const AVStream* sound = demuxer.bestSound();
    if (sound == nullptr || format->nb_streams != 1) return seconds;
    const AVCodecParameters& codec = *sound->codecpar;
    const double bitsPerSecond = static_cast<double>(av_get_exact_bits_per_sample(codec.codec_id)) * codec.sample_rate *
                                 codec.ch_layout.nb_channels;
    if (bitsPerSecond > 0) seconds = std::min(seconds, static_cast<double>(demuxer.file().size()) * 8 / bitsPerSecond);
    return seconds;
}

Result<MediaInfo> probeSound(MediaFile file) {
    const auto path = file.path();
    FUSEFIND_TRY_ASSIGN(const auto demuxer, Demuxer::open(std::move(file), SoundLimits{}.maxStreams));
    MediaInfo info;
    info.kind = ItemKind::audio;
    info.seconds = secondsOf(*demuxer);
    bool anything = demuxer->bestSound() != nullptr;
    for (unsigned i = 0; i < demuxer->format()->nb_streams; ++i) {
        const AVStream& stream = *demuxer->format()->streams[i];
        const bool cover = (stream.disposition & AV_DISPOSITION_ATTACHED_PIC) != 0;
        if (stream.codecpar->codec_type != AVMEDIA_TYPE_VIDEO || cover) continue;
        anything = true;
        info.kind = ItemKind::video;
        info.width = std::max(info.width, stream.codecpar->width);
        info.height = std::max(info.height, stream.codecpar->height);
    }
    if (!anything) return fail(ErrorCode::unsupported, "neither a picture nor a sound", path);
    return info;
}

} // namespace

Result<MediaInfo> probeMedia(const std::filesystem::path& path) {
    try {
        FUSEFIND_TRY_ASSIGN(auto file, MediaFile::open(path));
        FUSEFIND_TRY_ASSIGN(const auto head, file.head(kSniffBytes));
        if (codecFor(head) != nullptr) return probePicture(file);
        return probeSound(std::move(file));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, "not enough memory to look into it", path);
    }
}

} // namespace fusefind

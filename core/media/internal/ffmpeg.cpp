#include "core/media/internal/ffmpeg.h"

#include <fmt/format.h>

#include <array>

namespace fusefind {

namespace {

// By content, FFmpeg would also take playlists, scripts and picture sequences.
constexpr const char* kContainers =
    "wav,w64,aiff,flac,mp3,ogg,mov,mp4,m4a,3gp,matroska,webm,aac,avi,mpeg,mpegts,asf,caf,au";

// Only sound is decoded: the decoders of video, an open door for bad files, stay shut.
const std::string& soundDecoders() {
    static const std::string names = [] {
        std::string list;
        void* position = nullptr;
        while (const AVCodec* codec = av_codec_iterate(&position))
            if (av_codec_is_decoder(codec) != 0 && codec->type == AVMEDIA_TYPE_AUDIO)
                list += fmt::format("{}{}", list.empty() ? "" : ",", codec->name);
        return list;
    }();
    return names;
}

int refuseToOpen(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) {
    return AVERROR(EPERM);
}

} // namespace

void prepareFfmpeg() {
    static const bool kDone = [] {
        constexpr size_t kMaxAllocation = size_t{512} << 20;
        av_log_set_level(AV_LOG_QUIET);
        av_max_alloc(kMaxAllocation);
        return true;
    }();
    (void)kDone;
}

std::string ffmpegMessage(int error) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(error, text.data(), text.size());
    return text.data();
}

int Demuxer::read(void* self, uint8_t* to, int size) {
    auto* demuxer = static_cast<Demuxer*>(self);
    const auto got = demuxer->file_.readAt(demuxer->at_, {to, static_cast<size_t>(size)});
    if (!got) return AVERROR(EIO);
    demuxer->at_ += static_cast<int64_t>(*got);
    return *got == 0 ? AVERROR_EOF : static_cast<int>(*got);
}

int64_t Demuxer::seek(void* self, int64_t offset, int whence) {
    auto* demuxer = static_cast<Demuxer*>(self);
    if ((whence & AVSEEK_SIZE) != 0) return demuxer->file_.size();
    whence &= ~AVSEEK_FORCE;
    if (whence == SEEK_CUR) offset += demuxer->at_;
    if (whence == SEEK_END) offset += demuxer->file_.size();
    if (offset < 0) return AVERROR(EINVAL);
    demuxer->at_ = offset;
    return offset;
}

Result<std::unique_ptr<Demuxer>> Demuxer::open(MediaFile file, int maxStreams) {
    prepareFfmpeg();
    std::unique_ptr<Demuxer> demuxer(new Demuxer(std::move(file)));
    const auto& path = demuxer->file_.path();
    constexpr int kBufferBytes = 1 << 16;
    demuxer->io_.reset(avio_alloc_context(static_cast<unsigned char*>(av_malloc(kBufferBytes)), kBufferBytes, 0,
                                          demuxer.get(), read, nullptr, seek));
    AVFormatContext* format = avformat_alloc_context();
    if (!demuxer->io_ || format == nullptr) return fail(ErrorCode::outOfMemory, "not enough memory", path);
    format->pb = demuxer->io_.get();
    format->io_open = refuseToOpen;
    format->flags |= AVFMT_FLAG_CUSTOM_IO;
    format->max_streams = maxStreams;
    format->format_whitelist = av_strdup(kContainers);
    format->codec_whitelist = av_strdup(soundDecoders().c_str());
    int error = avformat_open_input(&format, nullptr, nullptr, nullptr);
    // It has freed `format` then. A container's demuxer that gets no further stream says that memory is short.
    if (error == AVERROR(ENOMEM))
        return fail(ErrorCode::limit, fmt::format("more memory or streams than the limit ({} streams)", maxStreams),
                    path);
    if (error < 0)
        return fail(ErrorCode::unsupported, fmt::format("not a sound or video file ({})", ffmpegMessage(error)), path);
    demuxer->format_.reset(format);
    error = avformat_find_stream_info(format, nullptr);
    if (error < 0)
        return fail(ErrorCode::invalidInput,
                    fmt::format("not a readable sound or video file ({})", ffmpegMessage(error)), path);
    if (static_cast<int>(format->nb_streams) > maxStreams)
        return fail(ErrorCode::limit, fmt::format("more than {} streams in one file", maxStreams), path);
    return demuxer;
}

AVStream* Demuxer::bestSound(const AVCodec** decoder) {
    const int index = av_find_best_stream(format_.get(), AVMEDIA_TYPE_AUDIO, -1, -1, decoder, 0);
    return index >= 0 ? format_->streams[index] : nullptr;
}

} // namespace fusefind

#pragma once

#include "core/media/internal/media_file.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/tx.h>
#include <libswresample/swresample.h>
}

#include <memory>

namespace fusefind {

struct FfmpegFree {
    void operator()(AVCodecContext* codec) const { avcodec_free_context(&codec); }
    void operator()(AVFormatContext* format) const { avformat_close_input(&format); }
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
    void operator()(SwrContext* resampler) const { swr_free(&resampler); }
    void operator()(AVTXContext* transform) const { av_tx_uninit(&transform); }
    void operator()(AVIOContext* io) const {
        av_freep(&io->buffer);
        avio_context_free(&io);
    }
};
template <class T>
using Ffmpeg = std::unique_ptr<T, FfmpegFree>;

// Silences FFmpeg's own printing and bounds each of its allocations; before anything else of it is called.
void prepareFfmpeg();

// A sound or video container, read through its descriptor alone: it can name other files and addresses, and none is
// opened.
class Demuxer {
public:
    // Errors: unsupported (not a container of ours), invalidInput, limit (streams).
    static Result<std::unique_ptr<Demuxer>> open(MediaFile file, int maxStreams);

    AVFormatContext* format() { return format_.get(); }
    [[nodiscard]] const MediaFile& file() const { return file_; }

    // The sound track to listen to, or null. With `decoder`, what decodes it.
    AVStream* bestSound(const AVCodec** decoder = nullptr);

private:
    explicit Demuxer(MediaFile file) : file_(std::move(file)) {}
    static int read(void* self, uint8_t* to, int size);
    static int64_t seek(void* self, int64_t offset, int whence);

    MediaFile file_;
    int64_t at_ = 0;
    Ffmpeg<AVIOContext> io_;
    Ffmpeg<AVFormatContext> format_; // let go of before io_
};

// What FFmpeg says of an error code.
std::string ffmpegMessage(int error);

} // namespace fusefind

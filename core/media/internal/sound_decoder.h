#pragma once

#include "core/media/internal/ffmpeg.h"

#include <optional>
#include <vector>

namespace fusefind {

// Averages the channels and changes the rate of whatever frames come, also when their format changes on the way.
class MonoResampler {
public:
    explicit MonoResampler(int sampleRate) : sampleRate_(sampleRate) {}
    ~MonoResampler() { av_channel_layout_uninit(&layout_); }
    MonoResampler(const MonoResampler&) = delete;
    MonoResampler& operator=(const MonoResampler&) = delete;

    // Errors: unsupported (a rate or a channel layout out of bounds).
    Status add(const AVFrame& frame, std::vector<float>& to);
    // What is still inside, at the end.
    void drain(std::vector<float>& to);
    // Begins anew: what comes next does not follow what came before.
    void restart() { resampler_.reset(); }

private:
    [[nodiscard]] bool fits(const AVFrame& frame) const;
    Status start(const AVFrame& frame);
    void convert(const uint8_t** from, int count, std::vector<float>& to);

    int sampleRate_;
    Ffmpeg<SwrContext> resampler_;
    int inRate_ = 0;
    int inFormat_ = -1;
    AVChannelLayout layout_{};
};

// The sound track of a container, packet by packet. What cannot be decoded in the middle is left out.
class SoundDecoder {
public:
    // Errors: invalidInput (no sound in it), unsupported.
    static Result<std::unique_ptr<SoundDecoder>> open(std::unique_ptr<Demuxer> demuxer, int sampleRate);

    // Appends the samples of one packet or more to `to`; false when there is no more.
    Result<bool> decodeMore(std::vector<float>& to);

    // Jumps to somewhere before `seconds`, counted from the first sample of all, and appends the first samples from
    // there to `to`; returns their time in seconds. Nothing where the container cannot jump or does not say where it
    // went: then this decoder is of no more use. After decodeMore() only. Errors: as decodeMore().
    Result<std::optional<double>> jumpBefore(double seconds, std::vector<float>& to);
    // What the container says of its length from the first sample on, in seconds; nothing if it does not.
    [[nodiscard]] std::optional<double> promisedSeconds() const;

private:
    SoundDecoder(std::unique_ptr<Demuxer> demuxer, int sampleRate)
        : demuxer_(std::move(demuxer)), resampler_(sampleRate) {}
    void feed();
    [[nodiscard]] const AVStream& stream() const { return *demuxer_->format()->streams[stream_]; }

    std::unique_ptr<Demuxer> demuxer_;
    Ffmpeg<AVCodecContext> codec_;
    Ffmpeg<AVPacket> packet_{av_packet_alloc()};
    Ffmpeg<AVFrame> frame_{av_frame_alloc()};
    MonoResampler resampler_;
    int stream_ = -1;
    bool fed_ = false;                // all packets are in the decoder
    bool begun_ = false;              // a frame came since it was opened, or since the last jump
    int64_t began_ = AV_NOPTS_VALUE;  // the time stamp of that frame, in the stream's time base
    int64_t origin_ = AV_NOPTS_VALUE; // of the first frame of all; known from the first jump on
};

} // namespace fusefind

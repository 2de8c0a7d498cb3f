#include "core/media/internal/sound_decoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

constexpr int kMinRate = 1000;
constexpr int kMaxRate = 1'000'000;
constexpr int64_t kMaxFrameSamples = int64_t{1} << 20;

// Files of floats may hold anything.
float sane(float value) {
    return std::isnan(value) ? 0 : std::clamp(value, -1.0F, 1.0F);
}

} // namespace

bool MonoResampler::fits(const AVFrame& frame) const {
    return resampler_ && frame.sample_rate == inRate_ && frame.format == inFormat_ &&
           av_channel_layout_compare(&frame.ch_layout, &layout_) == 0;
}

Status MonoResampler::start(const AVFrame& frame) {
    const int channels = frame.ch_layout.nb_channels;
    if (frame.sample_rate < kMinRate || frame.sample_rate > kMaxRate)
        return fail(ErrorCode::unsupported, fmt::format("a sampling rate of {} Hz", frame.sample_rate));
    AVChannelLayout mono = AV_CHANNEL_LAYOUT_MONO;
    SwrContext* made = nullptr;
    av_channel_layout_copy(&layout_, &frame.ch_layout);
    const int allocated = swr_alloc_set_opts2(&made, &mono, AV_SAMPLE_FMT_FLT, sampleRate_, &layout_,
                                              static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0, nullptr);
    resampler_.reset(made);
    // FFmpeg's own weights for mono add up to more than one when the samples are floats, which clips.
    const std::vector<double> weights(static_cast<size_t>(std::max(channels, 1)), 1.0 / std::max(channels, 1));
    if (allocated < 0 || channels < 1 || swr_set_matrix(made, weights.data(), channels) < 0 || swr_init(made) < 0) {
        resampler_.reset();
        return fail(ErrorCode::unsupported, fmt::format("sound of {} channels in a layout that is not read", channels));
    }
    inRate_ = frame.sample_rate;
    inFormat_ = frame.format;
    return {};
}

void MonoResampler::convert(const uint8_t** from, int count, std::vector<float>& to) {
    const int room = swr_get_out_samples(resampler_.get(), count);
    if (room <= 0) return;
    const size_t before = to.size();
    to.resize(before + static_cast<size_t>(room));
    auto* target = reinterpret_cast<uint8_t*>(to.data() + before);
    const int got = swr_convert(resampler_.get(), &target, room, from, count);
    to.resize(before + static_cast<size_t>(std::max(got, 0)));
    std::transform(to.begin() + static_cast<std::ptrdiff_t>(before), to.end(),
                   to.begin() + static_cast<std::ptrdiff_t>(before), sane);
}

Status MonoResampler::add(const AVFrame& frame, std::vector<float>& to) {
    if (!fits(frame)) {
        drain(to);
        FUSEFIND_TRY(start(frame));
    }
    convert(const_cast<const uint8_t**>(frame.extended_data), frame.nb_samples, to);
    return {};
}

void MonoResampler::drain(std::vector<float>& to) {
    if (resampler_) convert(nullptr, 0, to);
    resampler_.reset();
}

Result<std::unique_ptr<SoundDecoder>> SoundDecoder::open(std::unique_ptr<Demuxer> demuxer, int sampleRate) {
    const AVCodec* decoder = nullptr;
    const auto path = demuxer->file().path();
    AVStream* sound = demuxer->bestSound(&decoder);
    if (sound == nullptr) {
        if (demuxer->bestSound() != nullptr)
            return fail(ErrorCode::unsupported, "sound in a codec that is not read", path);
        return fail(ErrorCode::invalidInput, "there is no sound in it", path);
    }
    for (unsigned i = 0; i < demuxer->format()->nb_streams; ++i)
        if (demuxer->format()->streams[i] != sound) demuxer->format()->streams[i]->discard = AVDISCARD_ALL;
    std::unique_ptr<SoundDecoder> opened(new SoundDecoder(std::move(demuxer), sampleRate));
    opened->stream_ = sound->index;
    opened->codec_.reset(avcodec_alloc_context3(decoder));
    AVCodecContext* codec = opened->codec_.get();
    if (codec == nullptr || !opened->packet_ || !opened->frame_)
        return fail(ErrorCode::outOfMemory, "not enough memory", path);
    codec->thread_count = 1;
    codec->max_samples = kMaxFrameSamples;
    codec->pkt_timebase = sound->time_base;
    int error = avcodec_parameters_to_context(codec, sound->codecpar);
    if (error >= 0) error = avcodec_open2(codec, decoder, nullptr);
    if (error < 0)
        return fail(ErrorCode::invalidInput, fmt::format("the sound cannot be decoded ({})", ffmpegMessage(error)),
                    path);
    return opened;
}

void SoundDecoder::feed() {
    if (av_read_frame(demuxer_->format(), packet_.get()) < 0) {
        fed_ = true;
        avcodec_send_packet(codec_.get(), nullptr);
        return;
    }
    if (packet_->stream_index == stream_) avcodec_send_packet(codec_.get(), packet_.get());
    av_packet_unref(packet_.get());
}

Result<bool> SoundDecoder::decodeMore(std::vector<float>& to) {
    const size_t before = to.size();
    while (to.size() == before) {
        const int error = avcodec_receive_frame(codec_.get(), frame_.get());
        if (error >= 0) {
            if (!begun_) began_ = frame_->best_effort_timestamp;
            begun_ = true;
            auto added = resampler_.add(*frame_, to);
            av_frame_unref(frame_.get());
            if (!added) {
                added.error().file = demuxer_->file().path();
                return fail(std::move(added).error());
            }
        } else if (fed_) {
            resampler_.drain(to);
            return to.size() > before;
        } else {
            feed();
        }
    }
    return true;
}

Result<std::optional<double>> SoundDecoder::jumpBefore(double seconds, std::vector<float>& to) {
    // Codecs need some packets to find their feet: MP3 borrows bits from up to nine frames before, AAC and Vorbis
    // overlap, Opus asks for 80 ms.
    constexpr double kLead = 0.5;
    if (seconds <= kLead) return std::nullopt; // quicker and surer from the beginning
    if (origin_ == AV_NOPTS_VALUE) origin_ = began_;
    const double unit = av_q2d(stream().time_base);
    const double aim = static_cast<double>(origin_) + (seconds - kLead) / unit;
    constexpr double kFarthest = 1e18; // time stamps are the file's own and may be anything
    if (origin_ == AV_NOPTS_VALUE || !(std::abs(aim) < kFarthest)) return std::nullopt;
    if (av_seek_frame(demuxer_->format(), stream_, std::llround(aim), AVSEEK_FLAG_BACKWARD) < 0) return std::nullopt;
    avcodec_flush_buffers(codec_.get());
    resampler_.restart();
    fed_ = false;
    begun_ = false;
    began_ = AV_NOPTS_VALUE;
    FUSEFIND_TRY(decodeMore(to));
    if (began_ == AV_NOPTS_VALUE) return std::nullopt;
    return (static_cast<double>(began_) - static_cast<double>(origin_)) * unit;
}

std::optional<double> SoundDecoder::promisedSeconds() const {
    if (stream().duration > 0) return static_cast<double>(stream().duration) * av_q2d(stream().time_base);
    const int64_t duration = demuxer_->format()->duration;
    return duration > 0 ? std::optional(static_cast<double>(duration) / AV_TIME_BASE) : std::nullopt;
}

} // namespace fusefind

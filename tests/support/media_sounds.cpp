#include "core/media/internal/ffmpeg.h"
#include "support/media_files.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <numbers>

namespace fusefind {

namespace {

template <class Integer>
void append(std::string& bytes, Integer value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::string wavOf(const std::string& data, uint16_t format, uint16_t sampleBytes, int sampleRate, int channels,
                  uint32_t claimedBytes) {
    std::string wav = "RIFF";
    append(wav, static_cast<uint32_t>(std::min<uint64_t>(uint64_t{claimedBytes} + 36, UINT32_MAX)));
    wav += "WAVEfmt ";
    append(wav, uint32_t{16});
    append(wav, format);
    append(wav, static_cast<uint16_t>(channels));
    append(wav, static_cast<uint32_t>(sampleRate));
    append(wav, static_cast<uint32_t>(sampleRate) * static_cast<uint32_t>(channels) * sampleBytes);
    append(wav, static_cast<uint16_t>(channels * sampleBytes));
    append(wav, static_cast<uint16_t>(8 * sampleBytes));
    wav += "data";
    append(wav, claimedBytes);
    return wav + data;
}

// Writes a container into a string.
class Writer {
public:
    explicit Writer(const std::string& container) {
        AVFormatContext* made = nullptr;
        avformat_alloc_output_context2(&made, nullptr, container.c_str(), nullptr);
        if (made == nullptr) std::abort();
        constexpr int kBufferBytes = 1 << 16;
        io_.reset(avio_alloc_context(static_cast<unsigned char*>(av_malloc(kBufferBytes)), kBufferBytes, 1, this,
                                     nullptr, write, seek));
        made->pb = io_.get();
        made->flags |= AVFMT_FLAG_CUSTOM_IO;
        format_.reset(made);
    }
    AVFormatContext* format() { return format_.get(); }
    std::string bytes() {
        avio_flush(io_.get());
        return bytes_;
    }

private:
    struct Free {
        void operator()(AVFormatContext* format) const { avformat_free_context(format); }
    };
    static int write(void* self, uint8_t* from, int size) {
        auto* writer = static_cast<Writer*>(self);
        const size_t end = writer->at_ + static_cast<size_t>(size);
        if (end > writer->bytes_.size()) writer->bytes_.resize(end);
        std::memcpy(writer->bytes_.data() + writer->at_, from, static_cast<size_t>(size));
        writer->at_ = end;
        return size;
    }
    static int64_t seek(void* self, int64_t offset, int whence) {
        auto* writer = static_cast<Writer*>(self);
        if ((whence & AVSEEK_SIZE) != 0) return static_cast<int64_t>(writer->bytes_.size());
        if (whence == SEEK_CUR) offset += static_cast<int64_t>(writer->at_);
        if (whence == SEEK_END) offset += static_cast<int64_t>(writer->bytes_.size());
        writer->at_ = static_cast<size_t>(offset);
        return offset;
    }

    std::string bytes_;
    size_t at_ = 0;
    Ffmpeg<AVIOContext> io_;
    std::unique_ptr<AVFormatContext, Free> format_;
};

struct Track {
    Ffmpeg<AVCodecContext> codec;
    AVStream* stream = nullptr;

    void open(Writer& writer, const AVCodec* encoder) {
        if ((writer.format()->oformat->flags & AVFMT_GLOBALHEADER) != 0) codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        codec->strict_std_compliance = FF_COMPLIANCE_EXPERIMENTAL;
        codec->thread_count = 1;
        if (avcodec_open2(codec.get(), encoder, nullptr) < 0) std::abort();
        stream = avformat_new_stream(writer.format(), encoder);
        avcodec_parameters_from_context(stream->codecpar, codec.get());
        stream->time_base = codec->time_base;
    }

    void encode(Writer& writer, const AVFrame* frame) const {
        const Ffmpeg<AVPacket> packet(av_packet_alloc());
        if (avcodec_send_frame(codec.get(), frame) < 0) std::abort();
        while (avcodec_receive_packet(codec.get(), packet.get()) >= 0) {
            av_packet_rescale_ts(packet.get(), codec->time_base, stream->time_base);
            packet->stream_index = stream->index;
            if (av_interleaved_write_frame(writer.format(), packet.get()) < 0) std::abort();
        }
    }
};

Track soundTrack(Writer& writer, const AVCodec* encoder, int sampleRate) {
    Track track;
    track.codec.reset(avcodec_alloc_context3(encoder));
    track.codec->sample_rate = sampleRate;
    track.codec->sample_fmt = encoder->sample_fmts[0];
    track.codec->time_base = {1, sampleRate};
    track.codec->bit_rate = 96000;
    av_channel_layout_default(&track.codec->ch_layout, 1);
    track.open(writer, encoder);
    return track;
}

Track videoTrack(Writer& writer) {
    const AVCodec* encoder = avcodec_find_encoder(AV_CODEC_ID_MPEG4);
    Track track;
    track.codec.reset(avcodec_alloc_context3(encoder));
    track.codec->width = 64;
    track.codec->height = 48;
    track.codec->pix_fmt = AV_PIX_FMT_YUV420P;
    track.codec->time_base = {1, 10};
    track.open(writer, encoder);
    return track;
}

void encodeSound(Writer& writer, const Track& track, std::span<const float> samples) {
    const AVCodecContext& codec = *track.codec;
    const size_t block = codec.frame_size > 0 ? static_cast<size_t>(codec.frame_size) : 1024;
    AVChannelLayout mono = AV_CHANNEL_LAYOUT_MONO;
    SwrContext* made = nullptr;
    swr_alloc_set_opts2(&made, &mono, codec.sample_fmt, codec.sample_rate, &mono, AV_SAMPLE_FMT_FLT, codec.sample_rate,
                        0, nullptr);
    const Ffmpeg<SwrContext> converter(made);
    if (swr_init(made) < 0) std::abort();
    for (size_t at = 0; at < samples.size(); at += block) {
        const Ffmpeg<AVFrame> frame(av_frame_alloc());
        frame->nb_samples = static_cast<int>(std::min(block, samples.size() - at));
        frame->format = codec.sample_fmt;
        frame->sample_rate = codec.sample_rate;
        frame->pts = static_cast<int64_t>(at);
        av_channel_layout_copy(&frame->ch_layout, &mono);
        if (av_frame_get_buffer(frame.get(), 0) < 0) std::abort();
        const auto* from = reinterpret_cast<const uint8_t*>(samples.data() + at);
        if (swr_convert(made, frame->extended_data, frame->nb_samples, &from, frame->nb_samples) < 0) std::abort();
        track.encode(writer, frame.get());
    }
    track.encode(writer, nullptr);
}

void encodeVideo(Writer& writer, const Track& track) {
    for (int i = 0; i < 10; ++i) {
        const Ffmpeg<AVFrame> frame(av_frame_alloc());
        frame->format = AV_PIX_FMT_YUV420P;
        frame->width = track.codec->width;
        frame->height = track.codec->height;
        frame->pts = i;
        if (av_frame_get_buffer(frame.get(), 0) < 0) std::abort();
        for (int plane = 0; plane < 3; ++plane)
            std::memset(frame->data[plane], plane == 0 ? 16 : 128,
                        static_cast<size_t>(frame->linesize[plane] * (plane == 0 ? frame->height : frame->height / 2)));
        track.encode(writer, frame.get());
    }
    track.encode(writer, nullptr);
}

} // namespace

std::vector<float> sine(double hertz, double seconds, int sampleRate, float amplitude) {
    std::vector<float> samples(static_cast<size_t>(seconds * sampleRate));
    for (size_t i = 0; i < samples.size(); ++i)
        samples[i] = amplitude *
                     static_cast<float>(std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / sampleRate));
    return samples;
}

std::string wavFile(std::span<const float> samples, int sampleRate, int channels,
                    std::optional<uint32_t> claimedBytes) {
    std::string data;
    for (const float sample : samples)
        append(data, static_cast<int16_t>(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767)));
    return wavOf(data, 1, 2, sampleRate, channels, claimedBytes.value_or(static_cast<uint32_t>(data.size())));
}

std::string floatWavFile(std::span<const float> samples, int sampleRate, int channels) {
    const std::string data(reinterpret_cast<const char*>(samples.data()), samples.size_bytes());
    return wavOf(data, 3, 4, sampleRate, channels, static_cast<uint32_t>(data.size()));
}

std::optional<std::string> codedSound(std::span<const float> samples, int sampleRate, const std::string& encoder,
                                      const std::string& container, bool withVideo) {
    prepareFfmpeg();
    const AVCodec* found = avcodec_find_encoder_by_name(encoder.c_str());
    if (found == nullptr && !encoder.empty()) return std::nullopt;
    Writer writer(container);
    const Track sound = found != nullptr ? soundTrack(writer, found, sampleRate) : Track{};
    const Track video = withVideo ? videoTrack(writer) : Track{};
    if (avformat_write_header(writer.format(), nullptr) < 0) std::abort();
    if (withVideo) encodeVideo(writer, video);
    if (found != nullptr) encodeSound(writer, sound, samples);
    if (av_write_trailer(writer.format()) < 0) std::abort();
    return writer.bytes();
}

} // namespace fusefind

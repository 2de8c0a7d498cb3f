#include "core/media/internal/ffmpeg.h"
#include "core/media/internal/picture_builder.h"
#include "core/media/internal/picture_codec.h"

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
}

#include <fmt/format.h>

#include <array>
#include <cstring>

namespace fusefind {

namespace {

// Little-endian, as both formats are.
template <class Integer>
Integer integerAt(Bytes bytes, size_t offset) {
    Integer value{};
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

bool isGif(Bytes head) {
    return hasMagic(head, 0, "GIF87a") || hasMagic(head, 0, "GIF89a");
}
bool isBmp(Bytes head) {
    return hasMagic(head, 0, "BM") && head.size() >= 18;
}

PictureHeader sized(int64_t width, int64_t height) {
    PictureHeader header;
    header.width = width;
    header.height = height;
    header.bytesPerPixel = 4;
    return header;
}

Result<PictureHeader> gifHeader(Bytes file) {
    if (file.size() < 10) return fail(ErrorCode::invalidInput, "the picture is truncated");
    return sized(integerAt<uint16_t>(file, 6), integerAt<uint16_t>(file, 8));
}

size_t colourTableBytes(uint8_t flags) {
    return (flags & 0x80) != 0 ? size_t{3} << ((flags & 7) + 1) : 0;
}

// True if the blocks up to the end of the first picture are all there: FFmpeg leaves clear what it misses, and says
// nothing.
bool firstGifPictureIsWhole(Bytes file) {
    constexpr uint8_t kExtension = 0x21;
    constexpr uint8_t kPicture = 0x2C;
    size_t at = file.size() > 10 ? 13 + colourTableBytes(file[10]) : file.size();
    while (at + 1 < file.size()) {
        const uint8_t block = file[at];
        if (block != kExtension && block != kPicture) return false;
        if (block == kExtension)
            at += 2;
        else if (at + 10 <= file.size())
            at += 10 + colourTableBytes(file[at + 9]) + 1;
        while (at < file.size() && file[at] != 0)
            at += size_t{1} + file[at];
        if (block == kPicture) return at < file.size();
        ++at;
    }
    return false;
}

Result<PictureHeader> bmpHeader(Bytes file) {
    constexpr uint32_t kOldHeaderBytes = 12;
    if (file.size() < 26) return fail(ErrorCode::invalidInput, "the picture is truncated");
    if (integerAt<uint32_t>(file, 14) == kOldHeaderBytes)
        return sized(integerAt<uint16_t>(file, 18), integerAt<uint16_t>(file, 20));
    const int64_t height = integerAt<int32_t>(file, 22); // negative: rows stand top down
    return sized(integerAt<int32_t>(file, 18), height < 0 ? -height : height);
}

// Any format of packed or planar RGB, grey or palette, one component at a time.
class RowReader {
public:
    explicit RowReader(const AVFrame& frame)
        : frame_(frame),
          format_(av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format))),
          values_(static_cast<size_t>(frame.width)),
          rgba_(size_t{4} * static_cast<size_t>(frame.width)) {}

    [[nodiscard]] bool known() const {
        return format_ != nullptr && (format_->flags & (AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_FLOAT)) == 0 &&
               (palette() || (format_->flags & AV_PIX_FMT_FLAG_RGB) != 0 || format_->nb_components < 3);
    }
    const uint8_t* row(int y) {
        const bool alpha = palette() || (format_->flags & AV_PIX_FMT_FLAG_ALPHA) != 0;
        const int colours = palette() ? 3 : format_->nb_components - (alpha ? 1 : 0);
        for (int c = 0; c < 3; ++c)
            readComponent(std::min(c, colours - 1), c, y);
        if (alpha) {
            readComponent(colours, 3, y);
        } else {
            for (size_t x = 0; x < values_.size(); ++x)
                rgba_[4 * x + 3] = 255;
        }
        return rgba_.data();
    }

private:
    [[nodiscard]] bool palette() const { return (format_->flags & AV_PIX_FMT_FLAG_PAL) != 0; }

    void readComponent(int component, int to, int y) {
        constexpr std::array<int, 4> kPaletteOrder{2, 1, 0, 3}; // bytes of a little-endian ARGB word
        const int which = palette() ? kPaletteOrder.at(static_cast<size_t>(component)) : component;
        std::array<const uint8_t*, 4> planes{frame_.data[0], frame_.data[1], frame_.data[2], frame_.data[3]};
        av_read_image_line2(values_.data(), planes.data(), frame_.linesize, format_, 0, y, palette() ? 0 : which,
                            frame_.width, 0, sizeof(uint16_t));
        const int depth = format_->comp[palette() ? 0 : which].depth;
        const uint32_t top = (1U << depth) - 1;
        for (size_t x = 0; x < values_.size(); ++x)
            rgba_[4 * x + static_cast<size_t>(to)] =
                palette() ? frame_.data[1][size_t{4} * values_[x] + static_cast<size_t>(which)]
                          : static_cast<uint8_t>((values_[x] * 255U + top / 2) / top);
    }

    const AVFrame& frame_;
    const AVPixFmtDescriptor* format_;
    std::vector<uint16_t> values_;
    std::vector<uint8_t> rgba_;
};

Result<Ffmpeg<AVFrame>> firstFrame(AVCodecID id, Bytes file, const PictureHeader& header) {
    prepareFfmpeg();
    const AVCodec* decoder = avcodec_find_decoder(id);
    if (decoder == nullptr) return fail(ErrorCode::unsupported, "this build of FFmpeg lacks the decoder");
    const Ffmpeg<AVCodecContext> codec(avcodec_alloc_context3(decoder));
    const Ffmpeg<AVPacket> packet(av_packet_alloc());
    Ffmpeg<AVFrame> frame(av_frame_alloc());
    if (!codec || !packet || !frame || file.size() > INT32_MAX / 2 ||
        av_new_packet(packet.get(), static_cast<int>(file.size())) < 0)
        return fail(ErrorCode::outOfMemory, "not enough memory for this picture");
    std::memcpy(packet->data, file.data(), file.size());
    packet->flags |= AV_PKT_FLAG_KEY;
    codec->thread_count = 1;
    constexpr int64_t kAlignment = 128; // FFmpeg compares what it allocates
    codec->max_pixels = (header.width + kAlignment) * (header.height + kAlignment);
    int error = avcodec_open2(codec.get(), decoder, nullptr);
    if (error >= 0) error = avcodec_send_packet(codec.get(), packet.get());
    if (error >= 0) error = avcodec_receive_frame(codec.get(), frame.get());
    if (error < 0)
        return fail(ErrorCode::invalidInput,
                    fmt::format("the picture is truncated or damaged ({})", ffmpegMessage(error)));
    return frame;
}

template <AVCodecID Id>
Result<Picture> decode(Bytes file, const PictureHeader& header, int shortSide) {
    FUSEFIND_TRY_ASSIGN(const Ffmpeg<AVFrame> frame, firstFrame(Id, file, header));
    RowReader rows(*frame);
    if (!rows.known()) return fail(ErrorCode::unsupported, "a pixel format that is not read");
    PictureBuilder builder(frame->width, frame->height, shortSide);
    for (int y = 0; y < frame->height; ++y)
        builder.addRow(rows.row(y), PixelFormat::rgba);
    return builder.finish();
}

Result<Picture> decodeGif(Bytes file, const PictureHeader& header, int shortSide) {
    if (!firstGifPictureIsWhole(file)) return fail(ErrorCode::invalidInput, "the picture is truncated or damaged");
    return decode<AV_CODEC_ID_GIF>(file, header, shortSide);
}

} // namespace

const PictureCodec kGifCodec{"GIF", isGif, gifHeader, decodeGif};
const PictureCodec kBmpCodec{"BMP", isBmp, bmpHeader, decode<AV_CODEC_ID_BMP>};

} // namespace fusefind

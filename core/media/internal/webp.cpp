#include "core/media/internal/exif.h"
#include "core/media/internal/picture_builder.h"
#include "core/media/internal/picture_codec.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <algorithm>

namespace fusefind {

namespace {

struct DemuxFree {
    void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};
struct AnimationFree {
    void operator()(WebPAnimDecoder* decoder) const { WebPAnimDecoderDelete(decoder); }
};

tl::unexpected<Error> webpError(VP8StatusCode status) {
    if (status == VP8_STATUS_OUT_OF_MEMORY) return fail(ErrorCode::outOfMemory, "not enough memory for this picture");
    if (status == VP8_STATUS_NOT_ENOUGH_DATA || status == VP8_STATUS_SUSPENDED)
        return fail(ErrorCode::invalidInput, "the picture is truncated");
    return fail(ErrorCode::invalidInput, "not a readable WebP picture");
}

bool recognises(Bytes head) {
    return hasMagic(head, 0, "RIFF") && hasMagic(head, 8, "WEBP");
}

Result<WebPBitstreamFeatures> readFeatures(Bytes file) {
    WebPBitstreamFeatures features{};
    const VP8StatusCode status = WebPGetFeatures(file.data(), file.size(), &features);
    if (status != VP8_STATUS_OK) return webpError(status);
    return features;
}

void readExifChunk(Bytes file, PictureHeader& header) {
    const WebPData data{file.data(), file.size()};
    const std::unique_ptr<WebPDemuxer, DemuxFree> demuxer(WebPDemux(&data));
    WebPChunkIterator chunk{};
    if (!demuxer || WebPDemuxGetChunk(demuxer.get(), "EXIF", 1, &chunk) == 0) return;
    readExif(Bytes(chunk.chunk.bytes, chunk.chunk.size), header);
    WebPDemuxReleaseChunkIterator(&chunk);
}

Result<PictureHeader> header(Bytes file) {
    FUSEFIND_TRY_ASSIGN(const WebPBitstreamFeatures features, readFeatures(file));
    PictureHeader header;
    header.width = features.width;
    header.height = features.height;
    header.bytesPerPixel = features.has_animation != 0 ? 8 : 4;
    readExifChunk(file, header);
    return header;
}

Result<Picture> firstFrame(Bytes file, int shortSide) {
    WebPAnimDecoderOptions options;
    WebPAnimDecoderOptionsInit(&options);
    options.color_mode = MODE_RGBA;
    const WebPData data{file.data(), file.size()};
    const std::unique_ptr<WebPAnimDecoder, AnimationFree> decoder(WebPAnimDecoderNew(&data, &options));
    WebPAnimInfo info{};
    uint8_t* pixels = nullptr;
    int milliseconds = 0;
    if (!decoder || WebPAnimDecoderGetInfo(decoder.get(), &info) == 0 ||
        WebPAnimDecoderGetNext(decoder.get(), &pixels, &milliseconds) == 0)
        return webpError(VP8_STATUS_BITSTREAM_ERROR);
    return buildPicture(pixels, size_t{4} * info.canvas_width, static_cast<int>(info.canvas_width),
                        static_cast<int>(info.canvas_height), shortSide, PixelFormat::rgba);
}

Result<Picture> decode(Bytes file, const PictureHeader& header, int shortSide) {
    FUSEFIND_TRY_ASSIGN(const WebPBitstreamFeatures features, readFeatures(file));
    if (features.has_animation != 0) return firstFrame(file, shortSide);
    const auto width = static_cast<int>(header.width);
    const auto height = static_cast<int>(header.height);
    std::vector<uint8_t> pixels(size_t{4} * static_cast<size_t>(width) * static_cast<size_t>(height));
    WebPDecoderConfig config;
    WebPInitDecoderConfig(&config);
    config.output.colorspace = MODE_RGBA;
    config.output.is_external_memory = 1;
    config.output.u.RGBA = {pixels.data(), 4 * width, pixels.size()};
    const VP8StatusCode status = WebPDecode(file.data(), file.size(), &config);
    if (status != VP8_STATUS_OK) return webpError(status);
    return buildPicture(pixels.data(), size_t{4} * static_cast<size_t>(width), width, height, shortSide,
                        PixelFormat::rgba);
}

} // namespace

const PictureCodec kWebpCodec{"WebP", recognises, header, decode};

} // namespace fusefind

#include "core/protocol/media_messages.h"

#include "core/protocol/internal/fields.h"

namespace fusefind {

namespace {

// An answer has to fit a frame: 4096 x 4096 x 3 and 60 s x 192 kHz x 4 do.
constexpr int kLargestThumbnail = 1024;
constexpr int kLargestPicture = 4096;
constexpr double kLongestStretch = 60;
constexpr int kHighestRate = 192000;
constexpr int kMostPeaks = 1'000'000;
constexpr int kWidestSpectrogram = 8192;
constexpr int kHighestSpectrogram = 1024;

void readStretch(FieldReader& fields, double& start, double& seconds) {
    fields.number("start", start, 0, kMostSeconds);
    fields.number("seconds", seconds, 0, kLongestStretch, ErrorCode::limit);
    fields.require(seconds > 0, "\"seconds\" is too small");
}

} // namespace

Json toJson(const ThumbnailRequest& request) {
    return {{"path", pathJson(request.path)}, {"longSide", request.longSide}};
}
Json toJson(const PictureRequest& request) {
    return {{"path", pathJson(request.path)}, {"longSide", request.longSide}};
}
Json toJson(const PixelBlock& block) {
    return {{"width", block.width},
            {"height", block.height},
            {"channels", block.channels},
            {"pixels", Json::binary(block.pixels)}};
}
Json toJson(const SoundRequest& request) {
    return {{"path", pathJson(request.path)},
            {"start", request.start},
            {"seconds", request.seconds},
            {"sampleRate", request.sampleRate}};
}
Json toJson(const SoundBlock& block) {
    return {{"sampleRate", block.sampleRate}, {"samples", floatsJson(block.samples)}};
}
Json toJson(const WaveformRequest& request) {
    return {{"path", pathJson(request.path)}, {"count", request.count}};
}
Json toJson(const Waveform& waveform) {
    return {{"seconds", waveform.seconds}, {"peaks", floatsJson(waveform.peaks)}};
}
Json toJson(const SpectrogramRequest& request) {
    return {{"path", pathJson(request.path)},
            {"start", request.start},
            {"seconds", request.seconds},
            {"width", request.width},
            {"height", request.height}};
}

Result<ThumbnailRequest> thumbnailRequestFromJson(const Json& json) {
    ThumbnailRequest request;
    FieldReader fields(json, "the thumbnail request");
    fields.file("path", request.path);
    fields.whole("longSide", request.longSide, 1, kLargestThumbnail, ErrorCode::limit);
    return fields.finish(std::move(request));
}

Result<PictureRequest> pictureRequestFromJson(const Json& json) {
    PictureRequest request;
    FieldReader fields(json, "the picture request");
    fields.file("path", request.path);
    fields.whole("longSide", request.longSide, 1, kLargestPicture, ErrorCode::limit);
    return fields.finish(std::move(request));
}

Result<PixelBlock> pixelBlockFromJson(const Json& json) {
    constexpr int kLongestSide = 1 << 20; // products of two sides and the channels stay far from overflow
    PixelBlock block;
    FieldReader fields(json, "the picture");
    fields.whole("width", block.width, 0, kLongestSide);
    fields.whole("height", block.height, 0, kLongestSide);
    fields.whole("channels", block.channels, 1, 3);
    fields.require(block.channels != 2, "\"channels\" is neither 1 nor 3");
    fields.bytes("pixels", block.pixels);
    fields.require(int64_t{block.width} * block.height * block.channels == static_cast<int64_t>(block.pixels.size()),
                   "\"pixels\" are not as many as its size says");
    return fields.finish(std::move(block));
}

Result<SoundRequest> soundRequestFromJson(const Json& json) {
    SoundRequest request;
    FieldReader fields(json, "the sound request");
    fields.file("path", request.path);
    readStretch(fields, request.start, request.seconds);
    fields.whole("sampleRate", request.sampleRate, 1, kHighestRate, ErrorCode::limit);
    return fields.finish(std::move(request));
}

Result<SoundBlock> soundBlockFromJson(const Json& json) {
    SoundBlock block;
    FieldReader fields(json, "the sound");
    fields.whole("sampleRate", block.sampleRate, 1, kHighestRate);
    fields.floats("samples", block.samples);
    return fields.finish(std::move(block));
}

Result<WaveformRequest> waveformRequestFromJson(const Json& json) {
    WaveformRequest request;
    FieldReader fields(json, "the waveform request");
    fields.file("path", request.path);
    fields.whole("count", request.count, 1, kMostPeaks, ErrorCode::limit);
    return fields.finish(std::move(request));
}

Result<Waveform> waveformFromJson(const Json& json) {
    Waveform waveform;
    FieldReader fields(json, "the waveform");
    fields.number("seconds", waveform.seconds, 0, kMostSeconds);
    fields.floats("peaks", waveform.peaks);
    fields.require(waveform.peaks.size() % 2 == 0, "\"peaks\" are not pairs");
    return fields.finish(std::move(waveform));
}

Result<SpectrogramRequest> spectrogramRequestFromJson(const Json& json) {
    SpectrogramRequest request;
    FieldReader fields(json, "the spectrogram request");
    fields.file("path", request.path);
    readStretch(fields, request.start, request.seconds);
    fields.whole("width", request.width, 1, kWidestSpectrogram, ErrorCode::limit);
    fields.whole("height", request.height, 1, kHighestSpectrogram, ErrorCode::limit);
    return fields.finish(std::move(request));
}

} // namespace fusefind

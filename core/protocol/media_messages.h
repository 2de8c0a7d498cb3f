#pragma once

#include "core/protocol/message.h"

#include <cstdint>
#include <vector>

namespace fusefind {

// A small picture of a file, kept on disk by the file's content. Errors: invalidInput (a sound has none).
struct ThumbnailRequest {
    std::filesystem::path path;
    int longSide = 256;
};

// A picture reduced to about this many pixels on its long side, never enlarged.
struct PictureRequest {
    std::filesystem::path path;
    int longSide = 2048;
};

// [height, width, channels], rows without padding.
struct PixelBlock {
    int width = 0;
    int height = 0;
    int channels = 3; // 3: RGB, 1: grey
    std::vector<uint8_t> pixels;
};

// A stretch of a sound or of a video's sound track: mono f32.
struct SoundRequest {
    std::filesystem::path path;
    double start = 0;    // seconds
    double seconds = 10; // at most 60
    int sampleRate = 44100;
};
struct SoundBlock {
    int sampleRate = 0;
    std::vector<float> samples; // fewer than asked for at the end
};

struct WaveformRequest {
    std::filesystem::path path;
    int count = 1000;
};
struct Waveform {
    double seconds = 0;       // of the whole sound
    std::vector<float> peaks; // [count, 2]: smallest and largest sample of each stretch
};

// Loudness by time (columns) and frequency (rows, low at the bottom, mel scale), 0 to 255 over 80 dB.
struct SpectrogramRequest {
    std::filesystem::path path;
    double start = 0;
    double seconds = 10; // at most 60
    int width = 800;
    int height = 128;
};

Json toJson(const ThumbnailRequest& request);
Json toJson(const PictureRequest& request);
Json toJson(const PixelBlock& block);
Json toJson(const SoundRequest& request);
Json toJson(const SoundBlock& block);
Json toJson(const WaveformRequest& request);
Json toJson(const Waveform& waveform);
Json toJson(const SpectrogramRequest& request);

// Errors of all: invalidInput, naming the field; limit for what asks for too much.
Result<ThumbnailRequest> thumbnailRequestFromJson(const Json& json);
Result<PictureRequest> pictureRequestFromJson(const Json& json);
Result<PixelBlock> pixelBlockFromJson(const Json& json);
Result<SoundRequest> soundRequestFromJson(const Json& json);
Result<SoundBlock> soundBlockFromJson(const Json& json);
Result<WaveformRequest> waveformRequestFromJson(const Json& json);
Result<Waveform> waveformFromJson(const Json& json);
Result<SpectrogramRequest> spectrogramRequestFromJson(const Json& json);

} // namespace fusefind

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace fusefind {

// A stretch of a sound, and how large a picture is made of it.
struct SpectrogramView {
    double start = 0;    // seconds, not negative
    double seconds = 10; // above 0
    int width = 800;
    int height = 128;
};

// Grey, [height, width], rows without padding: loudness by time (columns) and frequency (rows, the lowest at the
// bottom).
struct Spectrogram {
    int width = 0;
    int height = 0;
    std::vector<uint8_t> pixels;
};

// The rows are triangular bands evenly spread over the mel scale (2595 log10(1 + f / 700)) from 0 to 22,050 Hz. 255 is
// a sine of full scale, 0 is 80 dB below it or less, and what lies after the sound's end. The sound is read as a
// stream; memory depends on the size of the picture alone. Errors: as SoundReader; cancelled.
Result<Spectrogram> spectrogramOf(const std::filesystem::path& path, const SpectrogramView& view,
                                  const std::stop_token& stop = {});

} // namespace fusefind

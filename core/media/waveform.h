#pragma once

#include "core/media/sound.h"
#include "core/tensors/matrix.h"

#include <stop_token>

namespace fusefind {

struct WaveformPeaks {
    double seconds = 0; // of the whole sound: what was decoded, whatever its header says
    Matrix peaks;       // [count, 2]: the smallest and the largest sample of each of `count` equal stretches
};

// A sound to be drawn. Read as a stream in memory that depends on `count` alone. Errors: as SoundReader; cancelled.
Result<WaveformPeaks> waveformPeaks(const std::filesystem::path& path, size_t count, const std::stop_token& stop = {},
                                    const SoundLimits& limits = {});

} // namespace fusefind

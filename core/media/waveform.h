#pragma once

#include "core/media/sound.h"
#include "core/tensors/matrix.h"

#include <stop_token>

namespace fusefind {

// The smallest and the largest sample of each of `count` equal stretches of a sound, [count, 2], to be drawn. Read as a
// stream in memory that depends on `count` alone. Errors: as SoundReader; cancelled.
Result<Matrix> waveformPeaks(const std::filesystem::path& path, size_t count, const std::stop_token& stop = {},
                             const SoundLimits& limits = {});

} // namespace fusefind

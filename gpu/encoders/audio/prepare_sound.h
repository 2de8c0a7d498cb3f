#pragma once

#include "gpu/encoders/encoder.h"

namespace fusefind {

enum class Loudness {
    peakIsOne,    // scaled so that the loudest sample is 1 (silence stays)
    peakAtMostOne // scaled down only
};

// The samples of a sound for the encoder `info` speaks of. Errors: invalidInput.
Result<std::vector<float>> prepareSound(const Sample& sample, const EncoderInfo& info, Loudness loudness);

} // namespace fusefind

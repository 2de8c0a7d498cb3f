#include "gpu/encoders/audio/prepare_sound.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fusefind {

Result<std::vector<float>> prepareSound(const Sample& sample, const EncoderInfo& info, Loudness loudness) {
    const auto* sound = std::get_if<Sound>(&sample);
    if (sound == nullptr) return fail(ErrorCode::invalidInput, fmt::format("{} encodes sound only", info.id));
    if (sound->samples.empty()) return fail(ErrorCode::invalidInput, "the sound is empty");
    if (sound->sampleRate != info.sampleRate)
        return fail(ErrorCode::invalidInput,
                    fmt::format("{} takes sound at {} Hz, not {}", info.id, info.sampleRate, sound->sampleRate));
    if (!allFinite(sound->samples)) return fail(ErrorCode::invalidInput, "the sound has samples that are not numbers");
    float peak = 0;
    for (const float value : sound->samples)
        peak = std::max(peak, std::abs(value));
    std::vector<float> samples = sound->samples;
    if (peak > 1 || (loudness == Loudness::peakIsOne && peak > 0))
        for (float& value : samples)
            value /= peak;
    return samples;
}

} // namespace fusefind

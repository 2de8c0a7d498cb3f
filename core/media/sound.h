#pragma once

#include "core/base/result.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace fusefind {

// Mono samples in [-1, 1], f32.
struct Sound {
    int sampleRate = 0;
    std::vector<float> samples;

    [[nodiscard]] double seconds() const {
        return sampleRate > 0 ? static_cast<double>(samples.size()) / sampleRate : 0;
    }
};

struct SoundLimits {
    double maxSeconds = 6 * 3600; // refused above, by what was decoded and not by what a header promises
    int maxStreams = 64;
};

// Reads the (best) sound track of a sound or video file as a stream, so that an hour of sound never stands in memory.
// Down-mix to mono keeps loudness: channels are averaged, never summed into clipping. Not thread-safe; one thread at a
// time.
class SoundReader {
public:
    // Resampled to `sampleRate` by libswresample. Errors: invalidInput (no sound in it), unsupported, limit, io.
    static Result<SoundReader> open(const std::filesystem::path& path, int sampleRate, const SoundLimits& limits = {});
    ~SoundReader();
    SoundReader(SoundReader&&) noexcept;
    SoundReader& operator=(SoundReader&&) noexcept;

    // The next `count` samples; fewer at the end, none after it. A file broken in the middle gives what could be
    // decoded.
    Result<std::vector<float>> read(size_t count);

    // The next read() begins at this time, counted from the first sample, to within a few milliseconds; after the end
    // it gives none. Quick where the container can jump; otherwise all before is decoded and dropped. Errors: limit
    // (beyond SoundLimits::maxSeconds), cancelled.
    Status seek(double seconds, const std::stop_token& stop = {});

private:
    struct State;
    explicit SoundReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// The whole sound, or its first `maxSeconds`.
Result<Sound> decodeSound(const std::filesystem::path& path, int sampleRate, double maxSeconds = 600);

} // namespace fusefind

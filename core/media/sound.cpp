#include "core/media/sound.h"

#include "core/media/internal/sound_decoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <new>

namespace fusefind {

struct SoundReader::State {
    std::filesystem::path path;
    int sampleRate = 0;
    SoundLimits limits;
    std::unique_ptr<SoundDecoder> decoder;
    int64_t maxSamples = 0;
    int64_t decoded = 0;
    std::vector<float> ready; // decoded and not yet asked for, from `taken` on
    size_t taken = 0;
    bool ended = false;

    [[nodiscard]] size_t available() const { return ready.size() - taken; }
    [[nodiscard]] int64_t samplesIn(double seconds) const { return std::llround(seconds * sampleRate); }

    Status open() {
        FUSEFIND_TRY_ASSIGN(auto file, MediaFile::open(path));
        FUSEFIND_TRY_ASSIGN(auto demuxer, Demuxer::open(std::move(file), limits.maxStreams));
        FUSEFIND_TRY_ASSIGN(decoder, SoundDecoder::open(std::move(demuxer), sampleRate));
        decoded = 0;
        return {};
    }

    Status fill(size_t count) {
        while (!ended && available() < count) {
            const size_t before = ready.size();
            FUSEFIND_TRY_ASSIGN(const bool more, decoder->decodeMore(ready));
            ended = !more;
            decoded += static_cast<int64_t>(ready.size() - before);
            if (decoded > maxSamples) return fail(ErrorCode::limit, "the sound is longer than the limit", path);
        }
        return {};
    }

    std::vector<float> take(size_t count) {
        if (taken == 0 && ready.size() <= count) return std::exchange(ready, {});
        count = std::min(count, available());
        const auto begin = ready.begin() + static_cast<std::ptrdiff_t>(taken);
        std::vector<float> samples(begin, begin + static_cast<std::ptrdiff_t>(count));
        taken += count;
        // Moved down only when more is behind than ahead, so that many small reads stay linear.
        if (taken > ready.size() / 2) {
            ready.erase(ready.begin(), ready.begin() + static_cast<std::ptrdiff_t>(taken));
            taken = 0;
        }
        return samples;
    }

    Status seek(double seconds, const std::stop_token& stop) {
        const auto promised = decoder->promisedSeconds();
        ready.clear();
        taken = 0;
        ended = false;
        FUSEFIND_TRY_ASSIGN(const auto begin, decoder->jumpBefore(seconds, ready));
        constexpr double kDoubt = 1; // seconds by which a header may be wrong
        if (!begin && promised && seconds >= *promised + kDoubt) {
            ended = true; // there was nothing to land on
            return {};
        }
        constexpr double kTolerance = 0.001;
        if (begin && *begin >= -kDoubt && *begin <= seconds + kTolerance) {
            decoded = samplesIn(*begin) + static_cast<int64_t>(ready.size());
            return drop(samplesIn(seconds) - samplesIn(*begin), stop);
        }
        ready.clear();
        FUSEFIND_TRY(open());
        return drop(samplesIn(seconds), stop);
    }

    Status drop(int64_t count, const std::stop_token& stop) {
        constexpr int64_t kBlock = 1 << 16;
        while (count > 0) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
            const auto block = static_cast<size_t>(std::min(count, kBlock));
            FUSEFIND_TRY(fill(block));
            const size_t dropped = take(block).size();
            if (dropped == 0) return {};
            count -= static_cast<int64_t>(dropped);
        }
        return {};
    }
};

SoundReader::SoundReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
SoundReader::~SoundReader() = default;
SoundReader::SoundReader(SoundReader&&) noexcept = default;
SoundReader& SoundReader::operator=(SoundReader&&) noexcept = default;

Result<SoundReader> SoundReader::open(const std::filesystem::path& path, int sampleRate, const SoundLimits& limits) {
    FUSEFIND_ASSERT(sampleRate > 0);
    try {
        auto state = std::make_unique<State>();
        state->path = path;
        state->sampleRate = sampleRate;
        state->limits = limits;
        state->maxSamples = static_cast<int64_t>(limits.maxSeconds * sampleRate);
        FUSEFIND_TRY(state->open());
        FUSEFIND_TRY(state->fill(1));
        if (state->available() == 0)
            return fail(ErrorCode::invalidInput, "the sound has no length, or nothing in it can be decoded", path);
        return SoundReader(std::move(state));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, "not enough memory for this sound", path);
    }
}

Result<std::vector<float>> SoundReader::read(size_t count) {
    try {
        FUSEFIND_TRY(state_->fill(count));
        return state_->take(count);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, "not enough memory for this sound", state_->path);
    }
}

Status SoundReader::seek(double seconds, const std::stop_token& stop) {
    FUSEFIND_ASSERT(seconds >= 0);
    if (seconds > state_->limits.maxSeconds)
        return fail(ErrorCode::limit, "beyond what is read of a sound", state_->path);
    try {
        return state_->seek(seconds, stop);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, "not enough memory for this sound", state_->path);
    }
}

Result<Sound> decodeSound(const std::filesystem::path& path, int sampleRate, double maxSeconds) {
    SoundLimits limits;
    maxSeconds = std::clamp(maxSeconds, 0.0, limits.maxSeconds);
    limits.maxSeconds *= 2; // a packet may reach beyond what is asked for
    FUSEFIND_TRY_ASSIGN(auto reader, SoundReader::open(path, sampleRate, limits));
    Sound sound;
    sound.sampleRate = sampleRate;
    FUSEFIND_TRY_ASSIGN(sound.samples, reader.read(static_cast<size_t>(maxSeconds * sampleRate)));
    return sound;
}

} // namespace fusefind

#include "core/media/sound.h"

#include "core/media/internal/sound_decoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>

namespace fusefind {

struct SoundReader::State {
    std::filesystem::path path;
    std::unique_ptr<SoundDecoder> decoder;
    int64_t maxSamples = 0;
    int64_t decoded = 0;
    std::vector<float> ready; // decoded and not yet asked for, from `taken` on
    size_t taken = 0;
    bool ended = false;

    [[nodiscard]] size_t available() const { return ready.size() - taken; }

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
};

SoundReader::SoundReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
SoundReader::~SoundReader() = default;
SoundReader::SoundReader(SoundReader&&) noexcept = default;
SoundReader& SoundReader::operator=(SoundReader&&) noexcept = default;

Result<SoundReader> SoundReader::open(const std::filesystem::path& path, int sampleRate, const SoundLimits& limits) {
    FUSEFIND_ASSERT(sampleRate > 0);
    try {
        FUSEFIND_TRY_ASSIGN(auto file, MediaFile::open(path));
        FUSEFIND_TRY_ASSIGN(auto demuxer, Demuxer::open(std::move(file), limits.maxStreams));
        auto state = std::make_unique<State>();
        state->path = path;
        FUSEFIND_TRY_ASSIGN(state->decoder, SoundDecoder::open(std::move(demuxer), sampleRate));
        state->maxSamples = static_cast<int64_t>(limits.maxSeconds * sampleRate);
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

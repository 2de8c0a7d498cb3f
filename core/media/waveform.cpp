#include "core/media/waveform.h"

#include <algorithm>

namespace fusefind {

namespace {

struct Peak {
    float low = 1;
    float high = -1;

    void join(const Peak& other) {
        low = std::min(low, other.low);
        high = std::max(high, other.high);
    }
};

// Peaks of stretches that double in length whenever there are too many, because how long a sound is shows only at its
// end.
class PeakCollector {
public:
    explicit PeakCollector(size_t maxPeaks) : maxPeaks_(maxPeaks) {}

    void add(float sample) {
        if (inLast_ == stretch_ || peaks_.empty()) {
            if (peaks_.size() == maxPeaks_) halve();
            peaks_.emplace_back();
            inLast_ = 0;
        }
        peaks_.back().join({sample, sample});
        ++inLast_;
    }

    [[nodiscard]] Matrix spread(size_t count) const {
        Matrix result(count, 2);
        for (size_t i = 0; i < count; ++i) {
            const size_t begin = i * peaks_.size() / count;
            const size_t end = std::max(begin + 1, ((i + 1) * peaks_.size() + count - 1) / count);
            Peak joined;
            for (size_t k = begin; k < end; ++k)
                joined.join(peaks_[k]);
            result.row(i)[0] = joined.low;
            result.row(i)[1] = joined.high;
        }
        return result;
    }

private:
    // Called when all stretches are full and even in number.
    void halve() {
        for (size_t i = 0; i < peaks_.size() / 2; ++i) {
            peaks_[i] = peaks_[2 * i];
            peaks_[i].join(peaks_[2 * i + 1]);
        }
        peaks_.resize(peaks_.size() / 2);
        stretch_ *= 2;
    }

    size_t maxPeaks_; // even
    size_t stretch_ = 1;
    size_t inLast_ = 0;
    std::vector<Peak> peaks_;
};

} // namespace

Result<WaveformPeaks> waveformPeaks(const std::filesystem::path& path, size_t count, const std::stop_token& stop,
                                    const SoundLimits& limits) {
    FUSEFIND_ASSERT(count > 0);
    constexpr int kSampleRate = 16000;
    constexpr size_t kBlock = 1 << 16;
    constexpr size_t kFinePeaks =
        8; // for each one asked for, so that no stretch is off by more than an eighth of itself
    FUSEFIND_TRY_ASSIGN(auto reader, SoundReader::open(path, kSampleRate, limits));
    PeakCollector collector(kFinePeaks * count);
    size_t total = 0;
    while (true) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
        FUSEFIND_TRY_ASSIGN(const auto samples, reader.read(kBlock));
        if (samples.empty()) return WaveformPeaks{static_cast<double>(total) / kSampleRate, collector.spread(count)};
        total += samples.size();
        for (const float sample : samples)
            collector.add(sample);
    }
}

} // namespace fusefind

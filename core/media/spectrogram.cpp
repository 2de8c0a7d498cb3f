#include "core/media/spectrogram.h"

#include "core/media/internal/ffmpeg.h"
#include "core/media/sound.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <numbers>
#include <span>

namespace fusefind {

namespace {

constexpr int kSampleRate = 44'100;
constexpr int kFrame = 2048; // samples in one FFT: 46 ms, bins of 21.5 Hz
constexpr size_t kBins = kFrame / 2 + 1;
constexpr double kRange = 80; // dB

// What a file holds from a place on, to be looked at in frames that move forward; silence around it.
class SampleWindow {
public:
    SampleWindow(SoundReader reader, int64_t begin) : reader_(std::move(reader)), begin_(begin) {}

    // Writes the samples [begin, begin + to.size()); `begin` never goes back.
    Status copy(int64_t begin, std::span<float> to) {
        const int64_t end = begin + static_cast<int64_t>(to.size());
        FUSEFIND_TRY(drop(begin - begin_));
        if (heldEnd() < end) {
            FUSEFIND_TRY_ASSIGN(const auto fresh, reader_.read(static_cast<size_t>(end - heldEnd())));
            held_.insert(held_.end(), fresh.begin(), fresh.end());
        }
        std::ranges::fill(to, 0.0F);
        const int64_t from = std::max(begin, begin_);
        const auto count = std::clamp<int64_t>(heldEnd() - from, 0, end - from);
        std::copy_n(held_.begin() + (from - begin_), count, to.begin() + (from - begin));
        return {};
    }

private:
    [[nodiscard]] int64_t heldEnd() const { return begin_ + static_cast<int64_t>(held_.size()); }

    Status drop(int64_t count) {
        if (count <= 0) return {};
        const int64_t inHand = std::min(count, static_cast<int64_t>(held_.size()));
        held_.erase(held_.begin(), held_.begin() + inHand);
        begin_ += count;
        if (count > inHand) FUSEFIND_TRY(reader_.read(static_cast<size_t>(count - inHand)));
        return {};
    }

    SoundReader reader_;
    int64_t begin_; // of held_, in samples from the beginning of the sound
    std::vector<float> held_;
};

// Power of the bins of a Hann-windowed frame; that of a sine of full scale on a bin is one.
class PowerSpectrum {
public:
    static Result<PowerSpectrum> make() {
        PowerSpectrum spectrum;
        AVTXContext* made = nullptr;
        const float scale = 1;
        const int error = av_tx_init(&made, &spectrum.run_, AV_TX_FLOAT_RDFT, 0, kFrame, &scale, 0);
        spectrum.transform_.reset(made);
        if (error < 0) return fail(ErrorCode::internal, "no Fourier transform: " + ffmpegMessage(error));
        return spectrum;
    }

    [[nodiscard]] std::span<float> frame() { return {buffers_->frame, kFrame}; }

    std::span<const float> power() {
        for (size_t i = 0; i < kFrame; ++i)
            buffers_->frame[i] *= window_[i];
        run_(transform_.get(), buffers_->bins, buffers_->frame, sizeof(float));
        constexpr float kUnit = 4.0F / kFrame; // a Hann window halves, and half is in the negative frequencies
        for (size_t i = 0; i < kBins; ++i) {
            const float re = buffers_->bins[i].re * kUnit;
            const float im = buffers_->bins[i].im * kUnit;
            power_[i] = re * re + im * im;
        }
        return power_;
    }

private:
    // Aligned as FFmpeg wants it.
    struct Buffers {
        alignas(64) float frame[kFrame];
        alignas(64) AVComplexFloat bins[kBins];
    };

    PowerSpectrum() {
        for (size_t i = 0; i < kFrame; ++i)
            window_[i] =
                0.5F - 0.5F * static_cast<float>(std::cos(2 * std::numbers::pi * static_cast<double>(i) / kFrame));
    }

    Ffmpeg<AVTXContext> transform_;
    av_tx_fn run_ = nullptr;
    std::unique_ptr<Buffers> buffers_ = std::make_unique<Buffers>();
    std::vector<float> window_ = std::vector<float>(kFrame);
    std::vector<float> power_ = std::vector<float>(kBins);
};

// The weights of the bins in one row; those of neighbours overlap by half.
struct Band {
    size_t begin = 0;
    std::vector<float> weights;
};

std::vector<Band> melBands(int rows) {
    const double top = 2595 * std::log10(1 + kSampleRate / 2.0 / 700);
    const auto binAt = [&](int row) {
        const double hertz = 700 * (std::pow(10, top * row / (rows + 1) / 2595) - 1);
        return hertz * kFrame / kSampleRate;
    };
    std::vector<Band> bands(static_cast<size_t>(rows));
    for (int row = 0; row < rows; ++row) {
        const double centre = binAt(row + 1);
        // No side is narrower than a bin: low rows interpolate between two of them instead of missing both.
        const double left = std::max(1.0, centre - binAt(row));
        const double right = std::max(1.0, binAt(row + 2) - centre);
        Band& band = bands[static_cast<size_t>(row)];
        band.begin = static_cast<size_t>(std::max(0.0, std::ceil(centre - left)));
        const auto end = static_cast<size_t>(std::clamp(std::floor(centre + right) + 1, 0.0, double{kBins}));
        for (size_t bin = band.begin; bin < end; ++bin) {
            const double offset = static_cast<double>(bin) - centre;
            band.weights.push_back(
                static_cast<float>(std::max(0.0, 1 - (offset < 0 ? -offset / left : offset / right))));
        }
    }
    return bands;
}

uint8_t toGrey(float power) {
    const double decibels = 10 * std::log10(std::max(static_cast<double>(power), 1e-12));
    return static_cast<uint8_t>(std::lround(std::clamp(1 + decibels / kRange, 0.0, 1.0) * 255));
}

class Drawing {
public:
    Drawing(SampleWindow samples, PowerSpectrum spectrum, const SpectrogramView& view)
        : samples_(std::move(samples)), spectrum_(std::move(spectrum)), view_(view), bands_(melBands(view.height)) {}

    Result<Spectrogram> draw(const std::stop_token& stop) {
        Spectrogram drawn{view_.width, view_.height, {}};
        drawn.pixels.resize(static_cast<size_t>(view_.width) * static_cast<size_t>(view_.height));
        for (int column = 0; column < view_.width; ++column) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
            FUSEFIND_TRY(drawColumn(column, drawn));
        }
        return drawn;
    }

private:
    // A column wider than half a frame shows the loudest of several frames, so that no click falls between two.
    Status drawColumn(int column, Spectrogram& drawn) {
        const double width = view_.seconds * kSampleRate / view_.width;
        const int frames = std::max(1, static_cast<int>(std::ceil(width / (kFrame / 2.0))));
        std::vector<float> loudest(bands_.size(), 0.0F);
        for (int i = 0; i < frames; ++i) {
            const double centre = view_.start * kSampleRate + width * (column + (i + 0.5) / frames);
            FUSEFIND_TRY(samples_.copy(std::llround(centre) - kFrame / 2, spectrum_.frame()));
            const auto power = spectrum_.power();
            for (size_t row = 0; row < bands_.size(); ++row)
                loudest[row] = std::max(loudest[row], bandPower(bands_[row], power));
        }
        for (size_t row = 0; row < bands_.size(); ++row) {
            const size_t fromTop = bands_.size() - 1 - row;
            drawn.pixels[fromTop * static_cast<size_t>(view_.width) + static_cast<size_t>(column)] =
                toGrey(loudest[row]);
        }
        return {};
    }

    static float bandPower(const Band& band, std::span<const float> power) {
        float sum = 0;
        for (size_t i = 0; i < band.weights.size(); ++i)
            sum += band.weights[i] * power[band.begin + i];
        return sum;
    }

    SampleWindow samples_;
    PowerSpectrum spectrum_;
    SpectrogramView view_;
    std::vector<Band> bands_; // lowest first
};

} // namespace

Result<Spectrogram> spectrogramOf(const std::filesystem::path& path, const SpectrogramView& view,
                                  const std::stop_token& stop) {
    FUSEFIND_ASSERT(view.start >= 0 && view.seconds > 0 && view.width > 0 && view.height > 0);
    try {
        FUSEFIND_TRY_ASSIGN(auto reader, SoundReader::open(path, kSampleRate));
        // The first frame reaches back before the stretch.
        const int64_t begin = std::max<int64_t>(0, std::llround(view.start * kSampleRate) - kFrame / 2);
        FUSEFIND_TRY(reader.seek(static_cast<double>(begin) / kSampleRate, stop));
        FUSEFIND_TRY_ASSIGN(auto spectrum, PowerSpectrum::make());
        return Drawing(SampleWindow(std::move(reader), begin), std::move(spectrum), view).draw(stop);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, "not enough memory for this spectrogram", path);
    }
}

} // namespace fusefind

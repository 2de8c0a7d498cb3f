#include "gpu/encoders/audio/spectrogram.h"

#include <ATen/ATen.h>

#include <cmath>

namespace fusefind {

namespace {

constexpr int64_t kAisfxWindow = 2048;
constexpr int64_t kAisfxHop = 1024;
// The largest value of the training sounds, which the network's authors scale by.
constexpr double kAisfxScale = 9.457798957824707;
constexpr int64_t kWhisperWindow = 400;
constexpr int64_t kKaldiFft = 512;

double hertzToMel(MelScale scale, double hertz) {
    if (scale == MelScale::kaldi) return 1127 * std::log(1 + hertz / 700);
    if (scale == MelScale::htk) return 2595 * std::log10(1 + hertz / 700);
    return hertz < 1000 ? hertz * 3 / 200 : 15 + 27 * std::log(hertz / 1000) / std::log(6.4);
}

double melToHertz(MelScale scale, double mel) {
    if (scale == MelScale::htk) return 700 * (std::pow(10, mel / 2595) - 1);
    return mel < 15 ? mel * 200 / 3 : 1000 * std::exp((mel - 15) * std::log(6.4) / 27);
}

at::Tensor hannWindow(int64_t size, c10::Device device) {
    return at::hann_window(size, at::TensorOptions().dtype(at::kDouble)).to(device, at::kFloat);
}

} // namespace

at::Tensor melFilters(MelScale scale, int64_t sampleRate, int64_t fftSize, int64_t bands, const MelRange& range) {
    const bool overMel = scale == MelScale::kaldi;
    const double half = static_cast<double>(sampleRate) / 2;
    const double highest = range.highest > 0 ? range.highest : half;
    at::Tensor edges =
        at::linspace(hertzToMel(scale, range.lowest), hertzToMel(scale, highest), bands + 2, at::kDouble);
    at::Tensor bins = at::linspace(0, half, fftSize / 2 + 1, at::kDouble);
    // Both to the scale on which the triangles are drawn.
    at::Tensor moved = overMel ? bins : edges;
    auto values = moved.accessor<double, 1>();
    for (int64_t i = 0; i < values.size(0); ++i)
        values[i] = overMel ? hertzToMel(scale, values[i]) : melToHertz(scale, values[i]);
    bins = bins.unsqueeze(1);
    const at::Tensor low = edges.slice(0, 0, bands);
    const at::Tensor middle = edges.slice(0, 1, bands + 1);
    const at::Tensor high = edges.slice(0, 2, bands + 2);
    const at::Tensor filters = at::minimum((bins - low) / (middle - low), (high - bins) / (high - middle)).clamp_min(0);
    if (overMel) return filters;
    return scale == MelScale::htk ? filters / filters.sum(0) : filters * (2 / (high - low));
}

at::Tensor powerSpectrum(const at::Tensor& samples, const at::Tensor& window, int64_t hop) {
    const at::Tensor spectrum = at::view_as_real(at::fft_rfft(samples.unfold(-1, window.size(0), hop) * window));
    return spectrum.square().sum(-1);
}

AisfxSpectrogram::AisfxSpectrogram(c10::Device device)
    : window_(hannWindow(kAisfxWindow, device)),
      filters_(melFilters(MelScale::htk, kRate, kAisfxWindow, kBands).to(device, at::kFloat)) {}

at::Tensor AisfxSpectrogram::operator()(const at::Tensor& samples) const {
    const at::Tensor padded = at::constant_pad_nd(samples, {kAisfxWindow / 2, kAisfxWindow / 2});
    const at::Tensor mels = at::matmul(powerSpectrum(padded, window_, kAisfxHop), filters_);
    return mels.mul(1e4).add_(1).log10_().div_(kAisfxScale);
}

WhisperSpectrogram::WhisperSpectrogram(int64_t bands, c10::Device device)
    : window_(hannWindow(kWhisperWindow, device)),
      filters_(melFilters(MelScale::slaney, kRate, kWhisperWindow, bands).to(device, at::kFloat)) {}

at::Tensor WhisperSpectrogram::operator()(const at::Tensor& samples) const {
    const at::Tensor padded = at::reflection_pad1d(samples, {kWhisperWindow / 2, kWhisperWindow / 2});
    // The last frame, centred on the end of the sound, is left out.
    const at::Tensor power = powerSpectrum(padded.slice(-1, 0, padded.size(-1) - kHop), window_, kHop);
    const at::Tensor log = at::matmul(power, filters_).clamp_min_(1e-10).log10_();
    return at::maximum(log, log.amax({-2, -1}, true).sub_(8)).add_(4).div_(4).transpose(-2, -1);
}

KaldiSpectrogram::KaldiSpectrogram(int64_t bands, c10::Device device)
    : window_(at::hann_window(kShortest, false, at::TensorOptions().dtype(at::kDouble)).to(device, at::kFloat)),
      filters_(melFilters(MelScale::kaldi, kRate, kKaldiFft, bands, {.lowest = 20}).to(device, at::kFloat)) {}

at::Tensor KaldiSpectrogram::operator()(const at::Tensor& samples) const {
    constexpr double kEmphasis = 0.97;
    constexpr double kFloor = 1.192092955078125e-07;
    at::Tensor frames = samples.unfold(-1, kShortest, kHop);
    frames = frames - frames.mean(-1, true);
    const at::Tensor before = at::cat({frames.slice(-1, 0, 1), frames.slice(-1, 0, -1)}, -1);
    const at::Tensor spectrum = at::view_as_real(at::fft_rfft((frames - before * kEmphasis) * window_, kKaldiFft));
    return at::matmul(spectrum.square().sum(-1), filters_).clamp_min_(kFloor).log_();
}

} // namespace fusefind

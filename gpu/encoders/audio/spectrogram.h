#pragma once

// Inside gpu only (includes Torch): mel spectrograms, many frames in one FFT, on the device of the samples.

#include <ATen/core/Tensor.h>
#include <c10/core/Device.h>

namespace fusefind {

// Triangular filters over the bins of a power spectrum of `fftSize` samples, [fftSize / 2 + 1, bands], computed in f64.
// The triangles are drawn over Hz, but Kaldi's.
enum class MelScale {
    htk,   // 2595 log10(1 + f / 700); every band sums to one
    kaldi, // 1127 ln(1 + f / 700); the triangles are drawn over mel, their tops are one
    slaney // linear below 1 kHz, logarithmic above (Auditory Toolbox); every band has unit area over Hz
};
struct MelRange { // in Hz
    double lowest = 0;
    double highest = 0; // 0: half the sample rate
};
at::Tensor melFilters(MelScale scale, int64_t sampleRate, int64_t fftSize, int64_t bands, const MelRange& range = {});

// Power of the windowed frames [..., frames, fftSize / 2 + 1] of samples [..., n]: frame i covers n[i * hop, i * hop +
// fftSize). `window` is [fftSize].
at::Tensor powerSpectrum(const at::Tensor& samples, const at::Tensor& window, int64_t hop);

// aiSFX's: 2048 / 1024 samples at 44.1 kHz, frames centred, 96 HTK bands, log10(1e4 x + 1) / 9.457799 (Ma & Lerch
// 2022).
class AisfxSpectrogram {
public:
    static constexpr int64_t kRate = 44'100;
    static constexpr int64_t kBands = 96;

    explicit AisfxSpectrogram(c10::Device device);
    // f32 [n], n > 0, peak 1 -> [1 + n / 1024, 96]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& samples) const;

private:
    at::Tensor window_;
    at::Tensor filters_;
};

// Whisper's (Radford et al. 2022, arXiv:2212.04356): 400 / 160 samples at 16 kHz, frames centred on reflected ends,
// Slaney bands, log10 floored 8 below the loudest value of each sound, (x + 4) / 4.
class WhisperSpectrogram {
public:
    static constexpr int64_t kRate = 16'000;
    static constexpr int64_t kHop = 160;
    static constexpr int64_t kShortest = 400; // samples, at least

    WhisperSpectrogram(int64_t bands, c10::Device device);
    // f32 [N, n], n >= kShortest -> [N, bands, n / 160]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& samples) const;

private:
    at::Tensor window_;
    at::Tensor filters_;
};

// Kaldi's filter bank with its usual settings: from 20 Hz on, 400 / 160 samples at 16 kHz, each frame without its mean,
// pre-emphasised (0.97) and under a symmetric Hann window, FFT of 512, natural logarithm floored at the smallest step
// of f32.
class KaldiSpectrogram {
public:
    static constexpr int64_t kRate = 16'000;
    static constexpr int64_t kHop = 160;
    static constexpr int64_t kShortest = 400; // samples, at least

    KaldiSpectrogram(int64_t bands, c10::Device device);
    // f32 [N, n], n >= kShortest -> [N, 1 + (n - 400) / 160, bands]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& samples) const;

private:
    at::Tensor window_;
    at::Tensor filters_;
};

} // namespace fusefind

// The sound tower of CLAP (Wu et al. 2022, arXiv:2211.06687): HTS-AT over a log-mel spectrogram of 10 s, which shorter
// sounds fill by being repeated; projected into the space that texts and sounds share.

#include "gpu/device/torch_call.h"
#include "gpu/encoders/audio/htsat.h"
#include "gpu/encoders/audio/sound_encoder.h"
#include "gpu/encoders/audio/spectrogram.h"
#include "gpu/encoders/clap_projection.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

namespace fusefind {

namespace {

struct ClapSound {
    int64_t rate = 0;
    int64_t window = 0; // samples of a frame
    int64_t hop = 0;
    int64_t length = 0; // samples of every sound
    int64_t bands = 0;
    MelRange range;

    static Result<ClapSound> read(const std::filesystem::path& folder);
};

Result<ClapSound> ClapSound::read(const std::filesystem::path& folder) {
    FUSEFIND_TRY_ASSIGN(const ModelConfig config, ModelConfig::read(folder / "preprocessor_config.json"));
    FUSEFIND_TRY_ASSIGN(const std::string cut, config.textOr("fusion", "truncation"));
    FUSEFIND_TRY_ASSIGN(const std::string filling, config.textOr("repeatpad", "padding"));
    if (cut != "rand_trunc" || filling != "repeatpad")
        return fail(
            ErrorCode::unsupported,
            fmt::format("it cuts sounds by \"{}\" and fills them by \"{}\" (rand_trunc and repeatpad are known)", cut,
                        filling),
            config.file(), "use the model without fusion");
    ClapSound sound;
    FUSEFIND_TRY_ASSIGN(sound.rate, config.integerOr(48'000, "sampling_rate", 1000, 192'000));
    FUSEFIND_TRY_ASSIGN(sound.window, config.integerOr(1024, "fft_window_size", 16, 1 << 16));
    FUSEFIND_TRY_ASSIGN(sound.hop, config.integerOr(480, "hop_length", 1, 1 << 16));
    FUSEFIND_TRY_ASSIGN(const int64_t seconds, config.integerOr(10, "max_length_s", 1, 60));
    FUSEFIND_TRY_ASSIGN(sound.bands, config.integerOr(64, "feature_size", 1, 1024));
    const double half = static_cast<double>(sound.rate) / 2;
    FUSEFIND_TRY_ASSIGN(sound.range.lowest, config.numberOr(0, "frequency_min", 0, half));
    FUSEFIND_TRY_ASSIGN(sound.range.highest, config.numberOr(14'000, "frequency_max", 1, half));
    sound.length = seconds * sound.rate;
    return sound;
}

// Decibels of mel bands, frames centred on reflected ends: [N, 1 + length / hop, bands].
class ClapSpectrogram {
public:
    ClapSpectrogram(const ClapSound& sound, const Device& device)
        : sound_(sound),
          window_(at::hann_window(sound.window, at::TensorOptions().dtype(at::kDouble))
                      .to(torchDevice(device), at::kFloat)),
          filters_(melFilters(MelScale::slaney, sound.rate, sound.window, sound.bands, sound.range)
                       .to(torchDevice(device), at::kFloat)) {}

    [[nodiscard]] at::Tensor operator()(const at::Tensor& samples) const {
        at::Tensor whole = samples.repeat({1, sound_.length / samples.size(1)});
        whole = at::constant_pad_nd(whole, {0, sound_.length - whole.size(1)});
        const at::Tensor padded = at::reflection_pad1d(whole, {sound_.window / 2, sound_.window / 2});
        return at::matmul(powerSpectrum(padded, window_, sound_.hop), filters_).clamp_min_(1e-10).log10_().mul_(10);
    }

private:
    ClapSound sound_;
    at::Tensor window_;
    at::Tensor filters_;
};

} // namespace

Result<std::unique_ptr<Encoder>> loadClapAudio(const EncoderSource& source) {
    FUSEFIND_TRY_ASSIGN(const ModelConfig config, source.config.part("audio_config"));
    FUSEFIND_TRY_ASSIGN(const HtsatShape shape, HtsatShape::read(config));
    FUSEFIND_TRY_ASSIGN(const int64_t dim, source.config.integerOr(512, "projection_dim", 1, 16'384));
    FUSEFIND_TRY_ASSIGN(const Activation activation, readActivation(config, "relu", "projection_hidden_act"));
    FUSEFIND_TRY_ASSIGN(const ClapSound sound, ClapSound::read(source.folder));
    if (sound.bands != shape.bands || 1 + sound.length / sound.hop > shape.frames())
        return fail(ErrorCode::invalidInput,
                    fmt::format("the network takes {} frames of {} bands, and preprocessor_config.json makes {} of {}",
                                shape.frames(), shape.bands, 1 + sound.length / sound.hop, sound.bands),
                    source.config.file(), "get the model again");
    const SoundRecipe recipe{.rate = sound.rate, .shortest = 1, .longest = sound.length};
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.folder, source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        const Htsat network(shape, "audio_model.audio_encoder.", weights);
        const auto projection = ClapProjection::take(weights, "audio_projection.", shape.dim(), dim, activation);
        FUSEFIND_TRY(weights.status());
        const ClapSpectrogram spectrogram(sound, source.device);
        return makeSoundEncoder(source, dim, recipe,
                                [=](const at::Tensor& samples) { return projection(network(spectrogram(samples))); });
    });
}

} // namespace fusefind

#include "gpu/device/torch_call.h"
#include "gpu/encoders/architectures.h"
#include "gpu/encoders/audio/sound_encoder.h"
#include "gpu/encoders/audio/spectrogram.h"
#include "gpu/encoders/audio/whisper.h"

#include <ATen/core/Tensor.h>

namespace fusefind {

namespace {

Result<std::unique_ptr<Encoder>> load(const EncoderSource& source, WhisperNames names) {
    FUSEFIND_TRY_ASSIGN(const WhisperShape shape, WhisperShape::read(source.config));
    const SoundRecipe recipe{.rate = WhisperSpectrogram::kRate,
                             .shortest = WhisperSpectrogram::kRate / 5,
                             .longest = 2 * shape.positions * WhisperSpectrogram::kHop};
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.folder, source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        const WhisperNetwork network(shape, names, weights);
        FUSEFIND_TRY(weights.status());
        const WhisperSpectrogram spectrogram(shape.bands, torchDevice(source.device));
        return makeSoundEncoder(source, shape.layers.width, recipe,
                                [=](const at::Tensor& samples) { return network(spectrogram(samples)); });
    });
}

} // namespace

Result<std::unique_ptr<Encoder>> loadWhisper(const EncoderSource& source) {
    return load(source, WhisperNames::huggingFace);
}

Result<std::unique_ptr<Encoder>> loadWhisperEncoder(const EncoderSource& source) {
    return load(source, WhisperNames::ctranslate2);
}

} // namespace fusefind

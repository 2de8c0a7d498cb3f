// The Audio Spectrogram Transformer (Gong et al. 2021, arXiv:2104.01778): a vision transformer over overlapping patches
// of a spectrogram. The latent is the mean of its two leading tokens after the last norm.

#include "gpu/device/torch_call.h"
#include "gpu/encoders/audio/sound_encoder.h"
#include "gpu/encoders/audio/spectrogram.h"
#include "gpu/encoders/image/vit.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

namespace fusefind {

namespace {

struct AstShape {
    TransformerShape layers;
    bool qkvBias = true;
    int64_t patch = 0;
    int64_t bandStride = 0;
    int64_t timeStride = 0;
    int64_t bands = 0;
    int64_t frames = 0; // of every sound: cut, or filled up with zeros

    [[nodiscard]] int64_t patches() const {
        return ((bands - patch) / bandStride + 1) * ((frames - patch) / timeStride + 1);
    }
};

// What the values of a spectrogram are shifted and divided by; as the training sounds had them.
struct AstScale {
    double mean = 0;
    double deviation = 1;
};

Result<AstShape> readShape(const ModelConfig& config) {
    AstShape shape;
    const TransformerShape usual{.width = 768, .layers = 12, .heads = 12, .inner = 3072, .epsilon = 1e-12};
    FUSEFIND_TRY_ASSIGN(shape.layers, TransformerShape::read(config, usual));
    FUSEFIND_TRY_ASSIGN(shape.qkvBias, config.flagOr(true, "qkv_bias"));
    FUSEFIND_TRY_ASSIGN(shape.patch, config.integerOr(16, "patch_size", 1, 1024));
    FUSEFIND_TRY_ASSIGN(shape.bandStride, config.integerOr(10, "frequency_stride", 1, 1024));
    FUSEFIND_TRY_ASSIGN(shape.timeStride, config.integerOr(10, "time_stride", 1, 1024));
    FUSEFIND_TRY_ASSIGN(shape.bands, config.integerOr(128, "num_mel_bins", 1, 1024));
    FUSEFIND_TRY_ASSIGN(shape.frames, config.integerOr(1024, "max_length", 1, 65'536));
    if (shape.patch > std::min(shape.bands, shape.frames))
        return fail(ErrorCode::invalidInput, "its patches are larger than its spectrograms", config.file());
    return shape;
}

Result<AstScale> readScale(const std::filesystem::path& folder, const AstShape& shape) {
    FUSEFIND_TRY_ASSIGN(const ModelConfig config, ModelConfig::read(folder / "preprocessor_config.json"));
    FUSEFIND_TRY_ASSIGN(const int64_t rate, config.integerOr(KaldiSpectrogram::kRate, "sampling_rate", 1, 1 << 20));
    FUSEFIND_TRY_ASSIGN(const int64_t bands, config.integerOr(128, "num_mel_bins", 1, 1024));
    FUSEFIND_TRY_ASSIGN(const int64_t frames, config.integerOr(1024, "max_length", 1, 65'536));
    if (rate != KaldiSpectrogram::kRate || bands != shape.bands || frames != shape.frames)
        return fail(ErrorCode::unsupported,
                    fmt::format("its spectrograms have {} frames of {} bands at {} Hz, and the network takes {} of {} "
                                "at {} Hz",
                                frames, bands, rate, shape.frames, shape.bands, KaldiSpectrogram::kRate),
                    config.file());
    FUSEFIND_TRY_ASSIGN(const bool normalize, config.flagOr(true, "do_normalize"));
    AstScale scale;
    if (!normalize) return scale;
    FUSEFIND_TRY_ASSIGN(scale.mean, config.numberOr(-4.2677393, "mean", -1e3, 1e3));
    FUSEFIND_TRY_ASSIGN(const double deviation, config.numberOr(4.5689974, "std", 1e-6, 1e3));
    scale.deviation = 2 * deviation;
    return scale;
}

class Ast {
public:
    // What is missing is left to weights.status().
    Ast(const AstShape& shape, const AstScale& scale, WeightReader& weights, const Device& device)
        : shape_(shape), scale_(scale), spectrogram_(shape.bands, torchDevice(device)) {
        const int64_t width = shape.layers.width;
        const std::string prefix = weights.prefix("audio_spectrogram_transformer.", "embeddings.cls_token");
        const std::string embeddings = prefix + "embeddings.";
        patches_ = {
            weights.take(embeddings + "patch_embeddings.projection.weight", {width, 1, shape.patch, shape.patch}),
            weights.take(embeddings + "patch_embeddings.projection.bias", {width})};
        leading_ = weights.takeStacked({embeddings + "cls_token", embeddings + "distillation_token"}, {1, 1, width});
        positions_ = weights.take(embeddings + "position_embeddings", {1, 2 + shape.patches(), width});
        layers_ = Transformer(shape.layers, vitLayerNames(shape.qkvBias), prefix + "encoder.layer.", weights);
        norm_ = LayerNorm::take(weights, prefix + "layernorm", width, shape.layers.epsilon);
        if (weights.complete()) leading_ = leading_.view({1, 2, width});
    }

    // f32 [N, samples] -> [N, width]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& samples) const {
        at::Tensor frames = spectrogram_(samples);
        frames = at::constant_pad_nd(frames, {0, 0, 0, shape_.frames - frames.size(1)});
        const at::Tensor picture = frames.sub_(scale_.mean).div_(scale_.deviation).transpose(1, 2).unsqueeze(1);
        const at::Tensor grid =
            at::conv2d(picture, patches_.weight, patches_.bias, {shape_.bandStride, shape_.timeStride});
        const at::Tensor tokens =
            at::cat({leading_.expand({samples.size(0), -1, -1}), grid.flatten(2).transpose(1, 2)}, 1);
        return norm_(layers_(tokens + positions_).slice(1, 0, 2)).mean(1);
    }

private:
    AstShape shape_;
    AstScale scale_;
    KaldiSpectrogram spectrogram_;
    Linear patches_;       // weight [width, 1, patch, patch]
    at::Tensor leading_;   // [1, 2, width]
    at::Tensor positions_; // [1, 2 + patches, width]
    Transformer layers_;
    LayerNorm norm_;
};

} // namespace

Result<std::unique_ptr<Encoder>> loadAst(const EncoderSource& source) {
    FUSEFIND_TRY_ASSIGN(const AstShape shape, readShape(source.config));
    FUSEFIND_TRY_ASSIGN(const AstScale scale, readScale(source.folder, shape));
    const SoundRecipe recipe{.rate = KaldiSpectrogram::kRate,
                             .shortest = KaldiSpectrogram::kShortest,
                             .longest = KaldiSpectrogram::kShortest + (shape.frames - 1) * KaldiSpectrogram::kHop};
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.folder, source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        Ast network(shape, scale, weights, source.device);
        FUSEFIND_TRY(weights.status());
        return makeSoundEncoder(source, shape.layers.width, recipe, std::move(network));
    });
}

} // namespace fusefind

// wav2vec 2.0 (Baevski et al. 2020, arXiv:2006.11477) and HuBERT (Hsu et al. 2021, arXiv:2106.07447): convolutions over
// the samples, then a transformer that takes its positions from a convolution too. The latent is the mean of the last
// states over time.

#include "gpu/device/torch_call.h"
#include "gpu/encoders/audio/sound_encoder.h"
#include "gpu/encoders/transformer.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <ranges>

namespace fusefind {

namespace {

constexpr int64_t kRate = 16'000;
constexpr int64_t kLongestSeconds = 60;
constexpr double kConvolutionEpsilon = 1e-5; // of the norms between the convolutions

struct ConvolutionShape {
    int64_t width, kernel, stride;
};

struct Wav2Vec2Shape {
    TransformerShape layers;
    std::vector<ConvolutionShape> convolutions;
    Activation convolutionActivation = Activation::gelu;
    bool convolutionBias = false;
    bool normEvery = false; // after each convolution over its channels; else after the first, of each channel over time
    bool normProjection = true; // before the projection to the transformer's width
    bool stable = false;        // norms before the parts of a layer, and one at the end
    bool standardised = true;   // samples of mean 0 and variance 1
    int64_t positionKernel = 0;
    int64_t positionGroups = 0;

    // The samples that the first state is made of.
    [[nodiscard]] int64_t shortest() const {
        int64_t samples = 1;
        for (const auto& convolution : std::views::reverse(convolutions))
            samples = (samples - 1) * convolution.stride + convolution.kernel;
        return samples;
    }
};

Result<std::vector<ConvolutionShape>> readConvolutions(const ModelConfig& config) {
    FUSEFIND_TRY_ASSIGN(const int64_t count, config.integerOr(7, "num_feat_extract_layers", 1, 16));
    // Of more convolutions than usual the last are as the last usual one.
    const auto numbers = [&](std::vector<double> usual, const char* key, double most) {
        usual.resize(static_cast<size_t>(count), usual.back());
        return config.numbersOr(std::move(usual), key, 1, most);
    };
    FUSEFIND_TRY_ASSIGN(const auto widths, numbers({512}, "conv_dim", 16'384));
    FUSEFIND_TRY_ASSIGN(const auto kernels, numbers({10, 3, 3, 3, 3, 2, 2}, "conv_kernel", 64));
    FUSEFIND_TRY_ASSIGN(const auto strides, numbers({5, 2}, "conv_stride", 64));
    std::vector<ConvolutionShape> convolutions;
    for (size_t i = 0; i < widths.size(); ++i)
        convolutions.push_back(
            {static_cast<int64_t>(widths[i]), static_cast<int64_t>(kernels[i]), static_cast<int64_t>(strides[i])});
    return convolutions;
}

// What neither family's published models are made with.
Status refuseUnknownParts(const ModelConfig& config) {
    for (const char* key : {"add_adapter", "conv_pos_batch_norm"}) {
        FUSEFIND_TRY_ASSIGN(const bool has, config.flagOr(false, key));
        if (has)
            return fail(ErrorCode::unsupported, fmt::format("it has a part that is not known ({})", key),
                        config.file());
    }
    return {};
}

Status readPreprocessing(const std::filesystem::path& folder, Wav2Vec2Shape& shape) {
    FUSEFIND_TRY_ASSIGN(const ModelConfig config, ModelConfig::read(folder / "preprocessor_config.json"));
    FUSEFIND_TRY_ASSIGN(const int64_t rate, config.integerOr(kRate, "sampling_rate", 1, 1 << 20));
    if (rate != kRate)
        return fail(ErrorCode::unsupported, fmt::format("it takes sound at {} Hz, not {}", rate, kRate), config.file());
    FUSEFIND_TRY_ASSIGN(shape.standardised, config.flagOr(true, "do_normalize"));
    return {};
}

Result<Wav2Vec2Shape> readShape(const EncoderSource& source) {
    const ModelConfig& config = source.config;
    Wav2Vec2Shape shape;
    FUSEFIND_TRY(refuseUnknownParts(config));
    FUSEFIND_TRY_ASSIGN(shape.layers,
                        TransformerShape::read(config, {.width = 768, .layers = 12, .heads = 12, .inner = 3072}));
    FUSEFIND_TRY_ASSIGN(shape.convolutions, readConvolutions(config));
    FUSEFIND_TRY_ASSIGN(shape.convolutionActivation, readActivation(config, "gelu", "feat_extract_activation"));
    FUSEFIND_TRY_ASSIGN(shape.convolutionBias, config.flagOr(false, "conv_bias"));
    FUSEFIND_TRY_ASSIGN(const std::string norm, config.textOr("group", "feat_extract_norm"));
    if (norm != "group" && norm != "layer")
        return fail(ErrorCode::unsupported, "\"feat_extract_norm\" is neither group nor layer", config.file());
    shape.normEvery = norm == "layer";
    FUSEFIND_TRY_ASSIGN(shape.normProjection, config.flagOr(true, "feat_proj_layer_norm"));
    FUSEFIND_TRY_ASSIGN(shape.stable, config.flagOr(false, "do_stable_layer_norm"));
    FUSEFIND_TRY_ASSIGN(shape.positionKernel, config.integerOr(128, "num_conv_pos_embeddings", 1, 1024));
    FUSEFIND_TRY_ASSIGN(shape.positionGroups, config.integerOr(16, "num_conv_pos_embedding_groups", 1, 1024));
    if (shape.layers.width % shape.positionGroups != 0)
        return fail(
            ErrorCode::invalidInput,
            fmt::format("a width of {} cannot be shared by {} groups", shape.layers.width, shape.positionGroups),
            config.file());
    FUSEFIND_TRY(readPreprocessing(source.folder, shape));
    return shape;
}

const LayerNames kLayerNames{.attentionNorm = "layer_norm",
                             .query = "attention.q_proj",
                             .key = "attention.k_proj",
                             .value = "attention.v_proj",
                             .attentionOut = "attention.out_proj",
                             .innerNorm = "final_layer_norm",
                             .up = "feed_forward.intermediate_dense",
                             .down = "feed_forward.output_dense"};

class Wav2Vec2 {
public:
    // What is missing is left to weights.status().
    Wav2Vec2(const Wav2Vec2Shape& shape, const std::string& prefix, WeightReader& weights) : shape_(shape) {
        takeConvolutions(prefix + "feature_extractor.conv_layers.", weights);
        const int64_t in = shape.convolutions.back().width;
        const std::string projection = prefix + "feature_projection.";
        if (shape.normProjection)
            projectionNorm_ = LayerNorm::take(weights, projection + "layer_norm", in, shape.layers.epsilon);
        projection_ = Linear::take(weights, projection + "projection", in, shape.layers.width);
        takePositions(prefix + "encoder.pos_conv_embed.conv.", weights);
        norm_ = LayerNorm::take(weights, prefix + "encoder.layer_norm", shape.layers.width, shape.layers.epsilon);
        LayerNames names = kLayerNames;
        names.normFirst = shape.stable;
        layers_ = Transformer(shape.layers, names, prefix + "encoder.layers.", weights);
    }

    // f32 [N, samples] -> [N, width]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& samples) const {
        at::Tensor x = features(shape_.standardised ? standardised(samples) : samples);
        x = projection_(shape_.normProjection ? projectionNorm_(x) : x);
        x = positioned(x);
        x = shape_.stable ? norm_(layers_(x)) : layers_(norm_(x));
        return x.mean(1);
    }

private:
    struct Step {
        at::Tensor weight, bias; // of the convolution [out, in, kernel]; the bias may be undefined
        LayerNorm norm;          // may be undefined
    };

    void takeConvolutions(const std::string& prefix, WeightReader& weights) {
        int64_t in = 1;
        for (size_t i = 0; i < shape_.convolutions.size(); ++i) {
            const auto& [width, kernel, stride] = shape_.convolutions[i];
            const std::string name = fmt::format("{}{}.", prefix, i);
            Step step;
            step.weight = weights.take(name + "conv.weight", {width, in, kernel});
            if (shape_.convolutionBias) step.bias = weights.take(name + "conv.bias", {width});
            if (shape_.normEvery || i == 0)
                step.norm = LayerNorm::take(weights, name + "layer_norm", width, kConvolutionEpsilon);
            steps_.push_back(std::move(step));
            in = width;
        }
    }

    // The weights are kept as directions and lengths, by their place in the kernel.
    void takePositions(const std::string& prefix, WeightReader& weights) {
        const int64_t width = shape_.layers.width;
        const bool old = weights.has(prefix + "weight_g");
        const at::Tensor length = weights.take(prefix + (old ? "weight_g" : "parametrizations.weight.original0"),
                                               {1, 1, shape_.positionKernel});
        const at::Tensor direction = weights.take(prefix + (old ? "weight_v" : "parametrizations.weight.original1"),
                                                  {width, width / shape_.positionGroups, shape_.positionKernel});
        positionBias_ = weights.take(prefix + "bias", {width});
        if (!weights.complete()) return;
        const at::Tensor norm = at::linalg_vector_norm(direction, 2, at::IntArrayRef{0, 1}, true);
        positionWeight_ = direction * (length / norm);
    }

    static at::Tensor standardised(const at::Tensor& samples) {
        const at::Tensor centred = samples - samples.mean(-1, true);
        return centred / (centred.square().mean(-1, true) + 1e-7).sqrt();
    }

    // [N, samples] -> [N, L, channels]
    [[nodiscard]] at::Tensor features(const at::Tensor& samples) const {
        at::Tensor x = samples.unsqueeze(1);
        for (size_t i = 0; i < steps_.size(); ++i) {
            const Step& step = steps_[i];
            x = at::conv1d(x, step.weight, step.bias, shape_.convolutions[i].stride);
            if (shape_.normEvery)
                x = step.norm(x.transpose(1, 2)).transpose(1, 2);
            else if (i == 0)
                x = at::group_norm(x, x.size(1), step.norm.scale, step.norm.shift, step.norm.epsilon);
            x = activate(shape_.convolutionActivation, x);
        }
        return x.transpose(1, 2);
    }

    [[nodiscard]] at::Tensor positioned(const at::Tensor& x) const {
        const int64_t length = x.size(1);
        const at::Tensor positions = at::conv1d(x.transpose(1, 2), positionWeight_, positionBias_, 1,
                                                shape_.positionKernel / 2, 1, shape_.positionGroups);
        return x + activate(shape_.convolutionActivation, positions.slice(2, 0, length)).transpose(1, 2);
    }

    Wav2Vec2Shape shape_;
    std::vector<Step> steps_;
    LayerNorm projectionNorm_;
    Linear projection_;
    at::Tensor positionWeight_; // [width, width / groups, kernel]
    at::Tensor positionBias_;
    LayerNorm norm_;
    Transformer layers_;
};

Result<std::unique_ptr<Encoder>> load(const EncoderSource& source, const char* own) {
    FUSEFIND_TRY_ASSIGN(const Wav2Vec2Shape shape, readShape(source));
    const SoundRecipe recipe{.rate = kRate, .shortest = shape.shortest(), .longest = kLongestSeconds * kRate};
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.folder, source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        Wav2Vec2 network(shape, weights.prefix(own, "feature_projection.projection.weight"), weights);
        FUSEFIND_TRY(weights.status());
        return makeSoundEncoder(source, shape.layers.width, recipe, std::move(network));
    });
}

} // namespace

Result<std::unique_ptr<Encoder>> loadHubert(const EncoderSource& source) {
    return load(source, "hubert.");
}

Result<std::unique_ptr<Encoder>> loadWav2Vec2(const EncoderSource& source) {
    return load(source, "wav2vec2.");
}

} // namespace fusefind

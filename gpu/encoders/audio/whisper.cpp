#include "gpu/encoders/audio/whisper.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

namespace fusefind {

namespace {

// Weights end in separator + "weight" and "bias".
Linear takeConvolution(WeightReader& weights, const std::string& name, int64_t in, int64_t out) {
    return {weights.take(name + "weight", {out, in, 3}), weights.take(name + "bias", {out})};
}

Linear takeLinear(WeightReader& weights, const std::string& name, int64_t in, int64_t out) {
    return {weights.take(name + "/weight", {out, in}), weights.take(name + "/bias", {out})};
}

LayerNorm takeNorm(WeightReader& weights, const std::string& name, const TransformerShape& shape) {
    return {weights.take(name + "/gamma", {shape.width}), weights.take(name + "/beta", {shape.width}), shape.epsilon};
}

const LayerNames kLayerNames{.attentionNorm = "self_attn_layer_norm",
                             .query = "self_attn.q_proj",
                             .key = "self_attn.k_proj",
                             .value = "self_attn.v_proj",
                             .attentionOut = "self_attn.out_proj",
                             .innerNorm = "final_layer_norm",
                             .up = "fc1",
                             .down = "fc2",
                             .unbiased = {"self_attn.k_proj"}};

} // namespace

Result<WhisperShape> WhisperShape::read(const ModelConfig& config) {
    WhisperShape shape;
    FUSEFIND_TRY_ASSIGN(shape.layers.width, config.integer("d_model", 1, 16'384));
    FUSEFIND_TRY_ASSIGN(shape.layers.layers, config.integer("encoder_layers", 2, 256));
    FUSEFIND_TRY_ASSIGN(shape.layers.heads, config.integer("encoder_attention_heads", 1, 256));
    FUSEFIND_TRY_ASSIGN(shape.layers.inner, config.integer("encoder_ffn_dim", 1, 65'536));
    FUSEFIND_TRY_ASSIGN(shape.layers.epsilon, config.numberOr(1e-5, "layer_norm_eps", 0, 0.1));
    FUSEFIND_TRY_ASSIGN(shape.layers.activation, readActivation(config, "gelu", "activation_function"));
    FUSEFIND_TRY_ASSIGN(shape.bands, config.integer("num_mel_bins", 1, 256));
    FUSEFIND_TRY_ASSIGN(shape.positions, config.integer("max_source_positions", 1, 65'536));
    FUSEFIND_TRY(shape.layers.check(config));
    return shape;
}

WhisperNetwork::WhisperNetwork(const WhisperShape& shape, WhisperNames names, WeightReader& weights) {
    const int64_t used = shape.layers.layers / 2 + 1;
    auto layers = names == WhisperNames::ctranslate2 ? takeCtranslate2(shape, used, weights)
                                                     : takeHuggingFace(shape, used, weights);
    last_ = Transformer(shape.layers, {layers.back()});
    layers.pop_back();
    before_ = Transformer(shape.layers, std::move(layers));
}

std::vector<TransformerLayer> WhisperNetwork::takeCtranslate2(const WhisperShape& shape, int64_t used,
                                                              WeightReader& weights) {
    const int64_t width = shape.layers.width;
    first_ = takeConvolution(weights, "encoder/conv1/", shape.bands, width);
    second_ = takeConvolution(weights, "encoder/conv2/", width, width);
    positions_ = weights.take("encoder/position_encodings/encodings", {shape.positions, width});
    std::vector<TransformerLayer> layers;
    for (int64_t i = 0; i < used; ++i) {
        const std::string name = fmt::format("encoder/layer_{}/", i);
        TransformerLayer layer;
        layer.attentionNorm = takeNorm(weights, name + "self_attention/layer_norm", shape.layers);
        layer.qkv = takeLinear(weights, name + "self_attention/linear_0", width, 3 * width);
        layer.attentionOut = takeLinear(weights, name + "self_attention/linear_1", width, width);
        layer.innerNorm = takeNorm(weights, name + "ffn/layer_norm", shape.layers);
        layer.up = takeLinear(weights, name + "ffn/linear_0", width, shape.layers.inner);
        layer.down = takeLinear(weights, name + "ffn/linear_1", shape.layers.inner, width);
        layer.computeIn(weights.productType());
        layers.push_back(std::move(layer));
    }
    return layers;
}

std::vector<TransformerLayer> WhisperNetwork::takeHuggingFace(const WhisperShape& shape, int64_t used,
                                                              WeightReader& weights) {
    const int64_t width = shape.layers.width;
    const std::string encoder = weights.prefix("model.", "encoder.conv1.weight") + "encoder.";
    first_ = takeConvolution(weights, encoder + "conv1.", shape.bands, width);
    second_ = takeConvolution(weights, encoder + "conv2.", width, width);
    positions_ = weights.take(encoder + "embed_positions.weight", {shape.positions, width});
    std::vector<TransformerLayer> layers;
    for (int64_t i = 0; i < used; ++i)
        layers.push_back(
            TransformerLayer::take(shape.layers, kLayerNames, fmt::format("{}layers.{}.", encoder, i), weights));
    return layers;
}

at::Tensor WhisperNetwork::operator()(const at::Tensor& spectrogram) const {
    at::Tensor x = at::gelu(at::conv1d(spectrogram, first_.weight, first_.bias, 1, 1));
    x = at::gelu(at::conv1d(x, second_.weight, second_.bias, 2, 1)).transpose(1, 2);
    const at::Tensor middle = before_(x + positions_.slice(0, 0, x.size(1)));
    return (middle.mean(1) + last_(middle).mean(1)) / 2;
}

} // namespace fusefind

#include "gpu/encoders/audio/whisper.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

namespace fusefind {

namespace {

Linear takeLinear(WeightReader& weights, const std::string& name, int64_t in, int64_t out) {
    return {weights.take(name + "/weight", {out, in}), weights.take(name + "/bias", {out})};
}

Linear takeConvolution(WeightReader& weights, const std::string& name, int64_t in, int64_t out) {
    return {weights.take(name + "/weight", {out, in, 3}), weights.take(name + "/bias", {out})};
}

LayerNorm takeNorm(WeightReader& weights, const std::string& name, const WhisperShape& shape) {
    return {weights.take(name + "/gamma", {shape.width}), weights.take(name + "/beta", {shape.width}), shape.epsilon};
}

} // namespace

Result<WhisperShape> WhisperShape::read(const ModelConfig& config) {
    WhisperShape shape;
    FUSEFIND_TRY_ASSIGN(shape.width, config.integer("d_model", 1, 16'384));
    FUSEFIND_TRY_ASSIGN(shape.bands, config.integer("num_mel_bins", 1, 256));
    FUSEFIND_TRY_ASSIGN(shape.layers, config.integer("encoder_layers", 2, 256));
    FUSEFIND_TRY_ASSIGN(shape.heads, config.integer("encoder_attention_heads", 1, 256));
    FUSEFIND_TRY_ASSIGN(shape.inner, config.integer("encoder_ffn_dim", 1, 65'536));
    FUSEFIND_TRY_ASSIGN(shape.positions, config.integer("max_source_positions", 1, 65'536));
    FUSEFIND_TRY_ASSIGN(shape.epsilon, config.numberOr(1e-5, "layer_norm_eps", 0, 0.1));
    if (shape.width % shape.heads != 0)
        return fail(ErrorCode::invalidInput,
                    fmt::format("a width of {} cannot be shared by {} heads", shape.width, shape.heads), config.file());
    return shape;
}

WhisperNetwork::WhisperNetwork(const WhisperShape& shape, WeightReader& weights) : shape_(shape) {
    first_ = takeConvolution(weights, "encoder/conv1", shape.bands, shape.width);
    second_ = takeConvolution(weights, "encoder/conv2", shape.width, shape.width);
    positions_ = weights.take("encoder/position_encodings/encodings", {shape.positions, shape.width});
    const int64_t used = shape.layers / 2 + 1;
    for (int64_t i = 0; i < used; ++i) {
        const std::string name = fmt::format("encoder/layer_{}/", i);
        Layer layer;
        layer.attentionNorm = takeNorm(weights, name + "self_attention/layer_norm", shape);
        layer.qkv = takeLinear(weights, name + "self_attention/linear_0", shape.width, 3 * shape.width);
        layer.attentionOut = takeLinear(weights, name + "self_attention/linear_1", shape.width, shape.width);
        layer.innerNorm = takeNorm(weights, name + "ffn/layer_norm", shape);
        layer.up = takeLinear(weights, name + "ffn/linear_0", shape.width, shape.inner);
        layer.down = takeLinear(weights, name + "ffn/linear_1", shape.inner, shape.width);
        layers_.push_back(std::move(layer));
    }
}

at::Tensor WhisperNetwork::operator()(const at::Tensor& spectrogram) const {
    at::Tensor x = at::gelu(at::conv1d(spectrogram, first_.weight, first_.bias, 1, 1));
    x = at::gelu(at::conv1d(x, second_.weight, second_.bias, 2, 1)).transpose(1, 2);
    x = x + positions_.slice(0, 0, x.size(1));
    at::Tensor previous;
    for (const auto& layer : layers_) {
        previous = x;
        x = x + layer.attentionOut(selfAttention(layer.attentionNorm(x), layer.qkv, shape_.heads));
        x = x + layer.down(at::gelu(layer.up(layer.innerNorm(x))));
    }
    return (previous.mean(1) + x.mean(1)) / 2;
}

} // namespace fusefind

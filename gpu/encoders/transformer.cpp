#include "gpu/encoders/transformer.h"

#include "core/base/text.h"

#include <ATen/ATen.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <ranges>

namespace fusefind {

namespace {

const std::map<std::string, Activation, std::less<>>& activations() {
    static const std::map<std::string, Activation, std::less<>> known{
        {"gelu", Activation::gelu},
        {"gelu_pytorch_tanh", Activation::geluTanh},
        {"quick_gelu", Activation::quickGelu},
        {"relu", Activation::relu},
    };
    return known;
}

} // namespace

Result<Activation> readActivation(const ModelConfig& config, const char* fallback, const char* key) {
    FUSEFIND_TRY_ASSIGN(const std::string name, config.textOr(fallback, key));
    const auto found = activations().find(name);
    if (found != activations().end()) return found->second;
    return fail(ErrorCode::unsupported,
                fmt::format("the activation \"{}\" is unknown (known: {})", singleLine(name),
                            fmt::join(std::views::keys(activations()), ", ")),
                config.file());
}

at::Tensor activate(Activation activation, const at::Tensor& x) {
    switch (activation) {
    case Activation::gelu:
        return at::gelu(x);
    case Activation::geluTanh:
        return at::gelu(x, "tanh");
    case Activation::quickGelu:
        return at::sigmoid(x * 1.702).mul_(x);
    case Activation::relu:
        return at::relu(x);
    case Activation::gatedSilu:
        const auto halves = x.chunk(2, -1);
        return at::silu(halves[0]).mul_(halves[1]);
    }
    return x;
}

Result<TransformerShape> TransformerShape::read(const ModelConfig& config, const TransformerShape& usual,
                                                const char* activation) {
    const auto number = [&](int64_t fallback, const char* key, int64_t most) {
        return fallback > 0 ? config.integerOr(fallback, key, 1, most) : config.integer(key, 1, most);
    };
    TransformerShape shape;
    FUSEFIND_TRY_ASSIGN(shape.width, number(usual.width, "hidden_size", 16'384));
    FUSEFIND_TRY_ASSIGN(shape.layers, number(usual.layers, "num_hidden_layers", 256));
    FUSEFIND_TRY_ASSIGN(shape.heads, number(usual.heads, "num_attention_heads", 256));
    FUSEFIND_TRY_ASSIGN(shape.inner, number(usual.inner, "intermediate_size", 65'536));
    FUSEFIND_TRY_ASSIGN(shape.epsilon, config.numberOr(usual.epsilon, "layer_norm_eps", 0, 0.1));
    FUSEFIND_TRY_ASSIGN(shape.activation, readActivation(config, activation));
    FUSEFIND_TRY(shape.check(config));
    return shape;
}

Status TransformerShape::check(const ModelConfig& config) const {
    if (width % heads == 0) return {};
    return fail(ErrorCode::invalidInput, fmt::format("a width of {} cannot be shared by {} heads", width, heads),
                config.file());
}

Transformer::Transformer(const TransformerShape& shape, const LayerNames& names, const std::string& prefix,
                         WeightReader& weights)
    : shape_(shape), normFirst_(names.normFirst) {
    for (int64_t i = 0; i < shape.layers; ++i)
        layers_.push_back(TransformerLayer::take(shape, names, fmt::format("{}{}.", prefix, i), weights));
    weights.expectNoMore(prefix);
}

TransformerLayer TransformerLayer::take(const TransformerShape& shape, const LayerNames& names,
                                        const std::string& prefix, WeightReader& weights) {
    const int64_t width = shape.width;
    const auto norm = [&](const std::string& name) {
        return LayerNorm::take(weights, prefix + name, width, shape.epsilon);
    };
    TransformerLayer layer;
    layer.attentionNorm = norm(names.attentionNorm);
    std::set<std::string> unbiased;
    for (const auto& name : names.unbiased)
        unbiased.insert(prefix + name);
    layer.qkv = Linear::takeStacked(weights, {prefix + names.query, prefix + names.key, prefix + names.value}, width,
                                    width, unbiased);
    layer.attentionOut = Linear::take(weights, prefix + names.attentionOut, width, width);
    layer.innerNorm = norm(names.innerNorm);
    const int64_t up = shape.activation == Activation::gatedSilu ? 2 * shape.inner : shape.inner;
    layer.up = Linear::take(weights, prefix + names.up, width, up);
    layer.down = Linear::take(weights, prefix + names.down, shape.inner, width);
    if (!names.attentionScale.empty())
        layer.attentionOut.scaleOutput(weights.take(prefix + names.attentionScale, {width}));
    if (!names.innerScale.empty()) layer.down.scaleOutput(weights.take(prefix + names.innerScale, {width}));
    layer.computeIn(weights.productType());
    return layer;
}

void TransformerLayer::computeIn(at::ScalarType type) {
    for (Linear* part : {&qkv, &attentionOut, &up, &down})
        part->computeIn(type);
}

void TransformerLayer::forFewRows() {
    for (Linear* part : {&qkv, &attentionOut, &up, &down})
        part->forFewRows();
}

at::Tensor TransformerLayer::attend(const at::Tensor& x, int64_t heads, const Attention& attention) const {
    return attentionOut(selfAttention(x, qkv, heads, attention));
}

at::Tensor TransformerLayer::feed(const at::Tensor& x, Activation activation) const {
    return down(activation == Activation::gelu ? up.withGelu(x) : activate(activation, up(x)));
}

void Transformer::forFewRows() {
    for (auto& layer : layers_)
        layer.forFewRows();
}

at::Tensor Transformer::operator()(at::Tensor x, const Attention& attention) const {
    for (const auto& layer : layers_) {
        if (normFirst_) {
            x = plus(x, layer.attend(layer.attentionNorm(x), shape_.heads, attention));
            x = plus(x, layer.feed(layer.innerNorm(x), shape_.activation));
        } else {
            x = layer.attentionNorm(plus(x, layer.attend(x, shape_.heads, attention)));
            x = layer.innerNorm(plus(x, layer.feed(x, shape_.activation)));
        }
    }
    return x;
}

} // namespace fusefind

#include "gpu/encoders/text/bert.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

namespace fusefind {

namespace {

LayerNorm takeNorm(WeightReader& weights, const std::string& name, const BertShape& shape) {
    return {weights.take(name + ".weight", {shape.width}), weights.take(name + ".bias", {shape.width}), shape.epsilon};
}

// Folders differ in whether the names start with the model's own.
std::string prefixOf(const WeightReader& weights) {
    return weights.has("bert.embeddings.word_embeddings.weight") ? "bert." : "";
}

} // namespace

Result<BertShape> BertShape::read(const ModelConfig& config) {
    BertShape shape;
    FUSEFIND_TRY_ASSIGN(shape.vocabulary, config.integer("vocab_size", 1, 4'000'000));
    FUSEFIND_TRY_ASSIGN(shape.positions, config.integer("max_position_embeddings", 2, 65'536));
    FUSEFIND_TRY_ASSIGN(shape.width, config.integer("hidden_size", 1, 16'384));
    FUSEFIND_TRY_ASSIGN(shape.layers, config.integer("num_hidden_layers", 1, 256));
    FUSEFIND_TRY_ASSIGN(shape.heads, config.integer("num_attention_heads", 1, 256));
    FUSEFIND_TRY_ASSIGN(shape.inner, config.integer("intermediate_size", 1, 65'536));
    FUSEFIND_TRY_ASSIGN(shape.tokenTypes, config.integerOr(2, "type_vocab_size", 1, 256));
    FUSEFIND_TRY_ASSIGN(shape.epsilon, config.numberOr(1e-12, "layer_norm_eps", 0, 0.1));
    if (shape.width % shape.heads != 0)
        return fail(ErrorCode::invalidInput,
                    fmt::format("a width of {} cannot be shared by {} heads", shape.width, shape.heads), config.file());
    FUSEFIND_TRY_ASSIGN(const std::string activation, config.textOr("gelu", "hidden_act"));
    FUSEFIND_TRY_ASSIGN(const std::string positions, config.textOr("absolute", "position_embedding_type"));
    if (activation != "gelu" || positions != "absolute")
        return fail(
            ErrorCode::unsupported,
            fmt::format(
                "a BERT with the activation \"{}\" and \"{}\" positions is not supported (gelu and absolute are)",
                activation, positions),
            config.file());
    return shape;
}

Bert::Bert(const BertShape& shape, Pooling pooling, WeightReader& weights) : shape_(shape), pooling_(pooling) {
    const std::string prefix = prefixOf(weights);
    const std::string embeddings = prefix + "embeddings.";
    words_ = weights.take(embeddings + "word_embeddings.weight", {shape.vocabulary, shape.width});
    positions_ = weights.take(embeddings + "position_embeddings.weight", {shape.positions, shape.width});
    types_ = weights.take(embeddings + "token_type_embeddings.weight", {shape.tokenTypes, shape.width});
    norm_ = takeNorm(weights, embeddings + "LayerNorm", shape);
    for (int64_t i = 0; i < shape.layers; ++i) {
        const std::string name = fmt::format("{}encoder.layer.{}.", prefix, i);
        const auto square = [&](const char* part) {
            return Linear::take(weights, name + part, shape.width, shape.width);
        };
        Layer layer;
        layer.query = square("attention.self.query");
        layer.key = square("attention.self.key");
        layer.value = square("attention.self.value");
        layer.attentionOut = square("attention.output.dense");
        layer.attentionNorm = takeNorm(weights, name + "attention.output.LayerNorm", shape);
        layer.up = Linear::take(weights, name + "intermediate.dense", shape.width, shape.inner);
        layer.down = Linear::take(weights, name + "output.dense", shape.inner, shape.width);
        layer.outNorm = takeNorm(weights, name + "output.LayerNorm", shape);
        layers_.push_back(std::move(layer));
    }
}

void Bert::finishLoading() {
    positions_ = positions_ + types_.select(0, 0);
    for (auto& layer : layers_) {
        layer.qkv = {at::cat({layer.query.weight, layer.key.weight, layer.value.weight}),
                     at::cat({layer.query.bias, layer.key.bias, layer.value.bias})};
        layer.query = layer.key = layer.value = {};
    }
}

at::Tensor Bert::operator()(const at::Tensor& tokens, const std::optional<at::Tensor>& mask) const {
    std::optional<at::Tensor> visible;
    if (mask) visible = mask->view({mask->size(0), 1, 1, mask->size(1)});
    at::Tensor x = norm_(at::embedding(words_, tokens) + positions_.slice(0, 0, tokens.size(1)));
    for (const auto& layer : layers_) {
        x = layer.attentionNorm(layer.attentionOut(selfAttention(x, layer.qkv, shape_.heads, visible)).add_(x));
        x = layer.outNorm(layer.down(at::gelu(layer.up(x))).add_(x));
    }
    if (pooling_ == Pooling::cls) return x.select(1, 0);
    if (!mask) return x.mean(1);
    const at::Tensor weight = mask->to(at::kFloat).unsqueeze(2);
    return (x * weight).sum(1) / weight.sum(1);
}

} // namespace fusefind

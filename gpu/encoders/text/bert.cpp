#include "gpu/encoders/text/bert.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

namespace fusefind {

namespace {

const LayerNames kLayerNames{.attentionNorm = "attention.output.LayerNorm",
                             .query = "attention.self.query",
                             .key = "attention.self.key",
                             .value = "attention.self.value",
                             .attentionOut = "attention.output.dense",
                             .innerNorm = "output.LayerNorm",
                             .up = "intermediate.dense",
                             .down = "output.dense",
                             .normFirst = false};

} // namespace

Result<BertShape> BertShape::read(BertKind kind, const ModelConfig& config) {
    BertShape shape;
    shape.kind = kind;
    FUSEFIND_TRY_ASSIGN(shape.layers, TransformerShape::read(config, {.epsilon = 1e-12}));
    FUSEFIND_TRY_ASSIGN(shape.vocabulary, config.integer("vocab_size", 1, 4'000'000));
    FUSEFIND_TRY_ASSIGN(shape.positions, config.integer("max_position_embeddings", 2, 65'536));
    FUSEFIND_TRY_ASSIGN(shape.tokenTypes, config.integerOr(2, "type_vocab_size", 1, 256));
    if (kind == BertKind::roberta) {
        FUSEFIND_TRY_ASSIGN(shape.padding, config.integerOr(1, "pad_token_id", 0, 65'536));
        if (shape.longest() < 2)
            return fail(ErrorCode::invalidInput, "its padding token leaves no positions", config.file());
    }
    FUSEFIND_TRY_ASSIGN(const std::string positions, config.textOr("absolute", "position_embedding_type"));
    if (positions != "absolute")
        return fail(ErrorCode::unsupported,
                    fmt::format("a BERT with \"{}\" positions is not supported (absolute ones are)", positions),
                    config.file());
    return shape;
}

Bert::Bert(const BertShape& shape, Pooling pooling, const std::string& prefix, WeightReader& weights)
    : kind_(shape.kind), padding_(shape.padding), pooling_(pooling) {
    const int64_t width = shape.layers.width;
    const std::string embeddings = prefix + "embeddings.";
    words_ = weights.take(embeddings + "word_embeddings.weight", {shape.vocabulary, width});
    positions_ = weights.take(embeddings + "position_embeddings.weight", {shape.positions, width});
    const at::Tensor types = weights.take(embeddings + "token_type_embeddings.weight", {shape.tokenTypes, width});
    norm_ = LayerNorm::take(weights, embeddings + "LayerNorm", width, shape.layers.epsilon);
    layers_ = Transformer(shape.layers, kLayerNames, prefix + "encoder.layer.", weights);
    layers_.forFewRows();
    if (weights.complete()) positions_ = positions_ + types.select(0, 0);
}

// [1 or N, L, width]
at::Tensor Bert::positionsOf(const at::Tensor& tokens) const {
    if (kind_ == BertKind::bert) return positions_.slice(0, 0, tokens.size(1)).unsqueeze(0);
    const at::Tensor counted = tokens.ne(padding_).to(at::kLong);
    return at::embedding(positions_, counted.cumsum(1) * counted + padding_);
}

at::Tensor Bert::operator()(const at::Tensor& tokens, const std::optional<at::Tensor>& mask) const {
    Attention attention;
    if (mask) attention.mask = mask->view({mask->size(0), 1, 1, mask->size(1)});
    const at::Tensor x = layers_(norm_(at::embedding(words_, tokens) + positionsOf(tokens)), attention);
    if (pooling_ == Pooling::cls) return x.select(1, 0);
    if (!mask) return x.mean(1);
    const at::Tensor weight = mask->to(at::kFloat).unsqueeze(2);
    return (x * weight).sum(1) / weight.sum(1);
}

} // namespace fusefind

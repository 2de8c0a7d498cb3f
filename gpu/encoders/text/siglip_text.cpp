// The text tower of SigLIP (Zhai et al. 2023, arXiv:2303.15343): all tokens see each other, those that fill a text up
// too, as it was trained. The latent is the last token's state through a linear layer.

#include "gpu/device/torch_call.h"
#include "gpu/encoders/clip_layers.h"
#include "gpu/encoders/text/text_encoder.h"

#include <ATen/ATen.h>

namespace fusefind {

namespace {

struct SiglipTextShape {
    TransformerShape layers;
    int64_t vocabulary = 0;
    int64_t positions = 0; // tokens of every text
    int64_t filler = 0;
    int64_t dim = 0;
};

Result<SiglipTextShape> readShape(const ModelConfig& config) {
    SiglipTextShape shape;
    FUSEFIND_TRY_ASSIGN(const ModelConfig text, config.part("text_config"));
    const TransformerShape usual{.width = 768, .layers = 12, .heads = 12, .inner = 3072, .epsilon = 1e-6};
    FUSEFIND_TRY_ASSIGN(shape.layers, TransformerShape::read(text, usual, "gelu_pytorch_tanh"));
    FUSEFIND_TRY_ASSIGN(shape.vocabulary, text.integerOr(32'000, "vocab_size", 1, 4'000'000));
    FUSEFIND_TRY_ASSIGN(shape.positions, text.integerOr(64, "max_position_embeddings", 2, 65'536));
    FUSEFIND_TRY_ASSIGN(shape.filler, text.integerOr(1, "pad_token_id", 0, shape.vocabulary - 1));
    FUSEFIND_TRY_ASSIGN(shape.dim, text.integerOr(shape.layers.width, "projection_size", 1, 16'384));
    return shape;
}

class SiglipText {
public:
    // What is missing is left to weights.status().
    SiglipText(const SiglipTextShape& shape, WeightReader& weights) {
        const int64_t width = shape.layers.width;
        const std::string tower = "text_model.";
        words_ = weights.take(tower + "embeddings.token_embedding.weight", {shape.vocabulary, width});
        positions_ = weights.take(tower + "embeddings.position_embedding.weight", {shape.positions, width});
        layers_ = Transformer(shape.layers, clipLayerNames(), tower + "encoder.layers.", weights);
        norm_ = LayerNorm::take(weights, tower + "final_layer_norm", width, shape.layers.epsilon);
        head_ = Linear::take(weights, tower + "head", width, shape.dim);
    }

    // i64 [N, positions] -> [N, dim]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& tokens, const std::optional<at::Tensor>&) const {
        return head_(norm_(layers_(at::embedding(words_, tokens) + positions_).select(1, -1)));
    }

private:
    at::Tensor words_;     // [vocabulary, width]
    at::Tensor positions_; // [positions, width]
    Transformer layers_;
    LayerNorm norm_;
    Linear head_;
};

} // namespace

Result<std::unique_ptr<Encoder>> loadSiglipText(const EncoderSource& source) {
    FUSEFIND_TRY_ASSIGN(const SiglipTextShape shape, readShape(source.config));
    TextRecipe recipe;
    recipe.maxTokens = static_cast<size_t>(shape.positions);
    recipe.filler = static_cast<int32_t>(shape.filler);
    FUSEFIND_TRY_ASSIGN(recipe.tokenizer, loadTokenizerFor(source, shape.vocabulary));
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.folder, source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        SiglipText network(shape, weights);
        FUSEFIND_TRY(weights.status());
        return makeTextEncoder(source, shape.dim, std::move(recipe), std::move(network));
    });
}

} // namespace fusefind

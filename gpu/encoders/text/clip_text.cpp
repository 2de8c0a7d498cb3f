// The text tower of CLIP (Radford et al. 2021, arXiv:2103.00020): a transformer in which a token sees those before it.
// The latent is the state of the first end-of-text token, projected into the space that pictures and texts share.

#include "gpu/device/torch_call.h"
#include "gpu/encoders/clip_layers.h"
#include "gpu/encoders/text/text_encoder.h"

#include <ATen/ATen.h>

namespace fusefind {

namespace {

struct ClipTextShape {
    TransformerShape layers;
    int64_t vocabulary = 0;
    int64_t positions = 0; // the longest text
    int64_t end = 0;       // the end-of-text token
    int64_t dim = 0;       // of the shared space
};

// Old configurations name this in place of the end-of-text token, which is the largest of every text.
constexpr int64_t kLargestIsEnd = 2;

Result<ClipTextShape> readShape(const ModelConfig& config) {
    ClipTextShape shape;
    FUSEFIND_TRY_ASSIGN(const ModelConfig text, config.part("text_config"));
    FUSEFIND_TRY_ASSIGN(shape.layers, TransformerShape::read(
                                          text, {.width = 512, .layers = 12, .heads = 8, .inner = 2048}, "quick_gelu"));
    FUSEFIND_TRY_ASSIGN(shape.vocabulary, text.integerOr(49'408, "vocab_size", 1, 4'000'000));
    FUSEFIND_TRY_ASSIGN(shape.positions, text.integerOr(77, "max_position_embeddings", 2, 65'536));
    FUSEFIND_TRY_ASSIGN(shape.end, text.integerOr(49'407, "eos_token_id", 0, 4'000'000));
    FUSEFIND_TRY_ASSIGN(shape.dim, config.integerOr(512, "projection_dim", 1, 16'384));
    return shape;
}

class ClipText {
public:
    // What is missing is left to weights.status().
    ClipText(const ClipTextShape& shape, WeightReader& weights) : end_(shape.end) {
        const int64_t width = shape.layers.width;
        const std::string tower = "text_model.";
        words_ = weights.take(tower + "embeddings.token_embedding.weight", {shape.vocabulary, width});
        positions_ = weights.take(tower + "embeddings.position_embedding.weight", {shape.positions, width});
        layers_ = Transformer(shape.layers, clipLayerNames(), tower + "encoder.layers.", weights);
        norm_ = LayerNorm::take(weights, tower + "final_layer_norm", width, shape.layers.epsilon);
        projection_ = weights.take("text_projection.weight", {shape.dim, width});
    }

    // i64 [N, L] -> [N, dim]. What stands behind a text is not seen by its tokens: there is no need of a mask.
    [[nodiscard]] at::Tensor operator()(const at::Tensor& tokens, const std::optional<at::Tensor>&) const {
        const at::Tensor x = at::embedding(words_, tokens) + positions_.slice(0, 0, tokens.size(1));
        const at::Tensor states = layers_(x, {.causal = true});
        const at::Tensor ends = (end_ == kLargestIsEnd ? tokens : tokens.eq(end_).to(at::kInt)).argmax(1);
        const at::Tensor index = ends.view({-1, 1, 1}).expand({-1, 1, states.size(2)});
        return at::linear(norm_(states.gather(1, index).squeeze(1)), projection_);
    }

private:
    int64_t end_;
    at::Tensor words_;     // [vocabulary, width]
    at::Tensor positions_; // [positions, width]
    Transformer layers_;
    LayerNorm norm_;
    at::Tensor projection_; // [dim, width]
};

} // namespace

Result<std::unique_ptr<Encoder>> loadClipText(const EncoderSource& source) {
    FUSEFIND_TRY_ASSIGN(const ClipTextShape shape, readShape(source.config));
    TextRecipe recipe;
    recipe.maxTokens = static_cast<size_t>(shape.positions);
    FUSEFIND_TRY_ASSIGN(recipe.tokenizer, loadTokenizerFor(source, shape.vocabulary));
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.folder, source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        ClipText network(shape, weights);
        FUSEFIND_TRY(weights.status());
        return makeTextEncoder(source, shape.dim, std::move(recipe), std::move(network));
    });
}

} // namespace fusefind

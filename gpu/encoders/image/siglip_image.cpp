// The picture tower of SigLIP (Zhai et al. 2023, arXiv:2303.15343): a vision transformer without a class token, whose
// tokens are pooled by an attention of their own (Lee et al. 2019, arXiv:1810.00825).

#include "gpu/device/torch_call.h"
#include "gpu/encoders/clip_layers.h"
#include "gpu/encoders/image/patches.h"
#include "gpu/encoders/image/picture_encoder.h"

#include <ATen/ATen.h>

namespace fusefind {

namespace {

struct SiglipImageShape {
    TransformerShape layers;
    PatchGrid grid;
};

Result<SiglipImageShape> readShape(const ModelConfig& config) {
    SiglipImageShape shape;
    FUSEFIND_TRY_ASSIGN(const ModelConfig vision, config.part("vision_config"));
    const TransformerShape usual{.width = 768, .layers = 12, .heads = 12, .inner = 3072, .epsilon = 1e-6};
    FUSEFIND_TRY_ASSIGN(shape.layers, TransformerShape::read(vision, usual, "gelu_pytorch_tanh"));
    FUSEFIND_TRY_ASSIGN(shape.grid, PatchGrid::read(vision, 224, 16));
    return shape;
}

// One learnt query looks at all tokens; then a feed-forward part.
class AttentionPooling {
public:
    AttentionPooling() = default;
    AttentionPooling(const TransformerShape& shape, const std::string& name, WeightReader& weights)
        : heads_(shape.heads), activation_(shape.activation) {
        const int64_t width = shape.width;
        query_ = weights.take(name + "probe", {1, 1, width});
        keyValue_ = {weights.take(name + "attention.in_proj_weight", {3 * width, width}),
                     weights.take(name + "attention.in_proj_bias", {3 * width})};
        out_ = Linear::take(weights, name + "attention.out_proj", width, width);
        norm_ = LayerNorm::take(weights, name + "layernorm", width, shape.epsilon);
        up_ = Linear::take(weights, name + "mlp.fc1", width, shape.inner);
        down_ = Linear::take(weights, name + "mlp.fc2", shape.inner, width);
        if (!weights.complete()) return;
        // What is asked is the same for every picture.
        query_ = at::linear(query_, keyValue_.weight.slice(0, 0, width), keyValue_.bias.slice(0, 0, width));
        keyValue_ = {keyValue_.weight.slice(0, width), keyValue_.bias.slice(0, width)};
    }

    // [N, L, width] -> [N, width]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const {
        const int64_t count = x.size(0);
        const int64_t width = x.size(2);
        const auto parts = keyValue_(x).view({count, -1, 2, heads_, width / heads_}).permute({2, 0, 3, 1, 4}).unbind(0);
        const at::Tensor query = query_.view({1, heads_, 1, width / heads_}).expand({count, -1, -1, -1});
        const at::Tensor seen =
            out_(at::scaled_dot_product_attention(query, parts[0], parts[1]).reshape({count, width}));
        return down_(activate(activation_, up_(norm_(seen)))).add_(seen);
    }

private:
    int64_t heads_ = 1;
    Activation activation_ = Activation::geluTanh;
    at::Tensor query_; // [1, 1, width]
    Linear keyValue_, out_;
    LayerNorm norm_;
    Linear up_, down_;
};

class SiglipImage {
public:
    // What is missing is left to weights.status().
    SiglipImage(const SiglipImageShape& shape, WeightReader& weights) {
        const int64_t width = shape.layers.width;
        const std::string tower = "vision_model.";
        const std::string projection = tower + "embeddings.patch_embedding";
        patches_.weight = weights.take(projection + ".weight", {width, 3, shape.grid.patch, shape.grid.patch});
        patches_.bias = weights.take(projection + ".bias", {width});
        patches_.positions = weights.take(tower + "embeddings.position_embedding.weight", {shape.grid.count(), width});
        layers_ = Transformer(shape.layers, clipLayerNames(), tower + "encoder.layers.", weights);
        norm_ = LayerNorm::take(weights, tower + "post_layernorm", width, shape.layers.epsilon);
        pooling_ = AttentionPooling(shape.layers, tower + "head.", weights);
    }

    // f32 [N, 3, height, width] -> [N, width]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& pixels) const {
        return pooling_(norm_(layers_(patches_(pixels))));
    }

private:
    PatchEmbedding patches_;
    Transformer layers_;
    LayerNorm norm_;
    AttentionPooling pooling_;
};

} // namespace

Result<std::unique_ptr<Encoder>> loadSiglipImage(const EncoderSource& source) {
    FUSEFIND_TRY_ASSIGN(const SiglipImageShape shape, readShape(source.config));
    FUSEFIND_TRY_ASSIGN(const PictureRecipe recipe, PictureRecipe::read(source.folder, "Siglip"));
    FUSEFIND_TRY(shape.grid.check(recipe, source.config));
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.folder, source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        SiglipImage network(shape, weights);
        FUSEFIND_TRY(weights.status());
        return makePictureEncoder(source, shape.layers.width, recipe, std::move(network));
    });
}

} // namespace fusefind

// The picture tower of CLIP (Radford et al. 2021, arXiv:2103.00020): a vision transformer with a norm before its
// layers. The latent is the class token, projected into the space that pictures and texts share.

#include "gpu/device/torch_call.h"
#include "gpu/encoders/clip_layers.h"
#include "gpu/encoders/image/patches.h"
#include "gpu/encoders/image/picture_encoder.h"

#include <ATen/ATen.h>

namespace fusefind {

namespace {

struct ClipImageShape {
    TransformerShape layers;
    PatchGrid grid;
    int64_t dim = 0; // of the shared space
};

Result<ClipImageShape> readShape(const ModelConfig& config) {
    ClipImageShape shape;
    FUSEFIND_TRY_ASSIGN(const ModelConfig vision, config.part("vision_config"));
    FUSEFIND_TRY_ASSIGN(
        shape.layers,
        TransformerShape::read(vision, {.width = 768, .layers = 12, .heads = 12, .inner = 3072}, "quick_gelu"));
    FUSEFIND_TRY_ASSIGN(shape.grid, PatchGrid::read(vision, 224, 32));
    FUSEFIND_TRY_ASSIGN(shape.dim, config.integerOr(512, "projection_dim", 1, 16'384));
    return shape;
}

class ClipImage {
public:
    // What is missing is left to weights.status().
    ClipImage(const ClipImageShape& shape, WeightReader& weights) {
        const int64_t width = shape.layers.width;
        const std::string tower = "vision_model.";
        const std::string embeddings = tower + "embeddings.";
        patches_.weight =
            weights.take(embeddings + "patch_embedding.weight", {width, 3, shape.grid.patch, shape.grid.patch});
        const at::Tensor classToken = weights.take(embeddings + "class_embedding", {width});
        const at::Tensor positions =
            weights.take(embeddings + "position_embedding.weight", {1 + shape.grid.count(), width});
        normBefore_ = LayerNorm::take(weights, tower + "pre_layrnorm", width, shape.layers.epsilon);
        layers_ = Transformer(shape.layers, clipLayerNames(), tower + "encoder.layers.", weights);
        normAfter_ = LayerNorm::take(weights, tower + "post_layernorm", width, shape.layers.epsilon);
        projection_ = weights.take("visual_projection.weight", {shape.dim, width});
        if (!weights.complete()) return;
        patches_.leading = (classToken + positions[0]).view({1, 1, width});
        patches_.positions = positions.slice(0, 1).unsqueeze(0);
    }

    // f32 [N, 3, height, width] -> [N, dim]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& pixels) const {
        const at::Tensor tokens = layers_(normBefore_(patches_(pixels)));
        return at::linear(normAfter_(tokens.select(1, 0)), projection_);
    }

private:
    PatchEmbedding patches_;
    LayerNorm normBefore_;
    Transformer layers_;
    LayerNorm normAfter_;
    at::Tensor projection_; // [dim, width]
};

} // namespace

Result<std::unique_ptr<Encoder>> loadClipImage(const EncoderSource& source) {
    FUSEFIND_TRY_ASSIGN(const ClipImageShape shape, readShape(source.config));
    FUSEFIND_TRY_ASSIGN(const PictureRecipe recipe, PictureRecipe::read(source.folder, "CLIP"));
    FUSEFIND_TRY(shape.grid.check(recipe, source.config));
    FUSEFIND_TRY_ASSIGN(WeightReader weights, WeightReader::open(source.folder, source.device));
    return runInference([&]() -> Result<std::unique_ptr<Encoder>> {
        ClipImage network(shape, weights);
        FUSEFIND_TRY(weights.status());
        return makePictureEncoder(source, shape.dim, recipe, std::move(network));
    });
}

} // namespace fusefind

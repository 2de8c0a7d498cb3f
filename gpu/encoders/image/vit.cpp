#include "gpu/encoders/image/vit.h"

#include <ATen/ATen.h>

namespace fusefind {

namespace {

LayerNames layerNames(const VitShape& shape) {
    LayerNames names = vitLayerNames(shape.qkvBias);
    if (shape.kind == VitKind::vit) return names;
    const bool gated = shape.layers.activation == Activation::gatedSilu;
    names.attentionNorm = "norm1";
    names.innerNorm = "norm2";
    names.up = gated ? "mlp.weights_in" : "mlp.fc1";
    names.down = gated ? "mlp.weights_out" : "mlp.fc2";
    names.attentionScale = "layer_scale1.lambda1";
    names.innerScale = "layer_scale2.lambda1";
    return names;
}

Status readDinoLayers(const ModelConfig& config, TransformerShape& layers) {
    FUSEFIND_TRY_ASSIGN(const double ratio, config.numberOr(4, "mlp_ratio", 0.1, 16));
    layers.inner = static_cast<int64_t>(static_cast<double>(layers.width) * ratio);
    FUSEFIND_TRY_ASSIGN(const bool gated, config.flagOr(false, "use_swiglu_ffn"));
    if (gated) {
        // Two thirds, so that three matrices weigh as much as two; rounded up to a multiple of 8.
        layers.inner = (layers.inner * 2 / 3 + 7) / 8 * 8;
        layers.activation = Activation::gatedSilu;
    }
    return {};
}

// [1, rows * columns, width] of one grid stretched over another, as DINOv2 does.
at::Tensor stretch(const at::Tensor& positions, const PatchGrid& from, const PatchGrid& to, bool antialias) {
    if (from.rows == to.rows && from.columns == to.columns) return positions;
    const at::Tensor grid = positions.view({1, from.rows, from.columns, -1}).permute({0, 3, 1, 2});
    const at::Tensor stretched = antialias ? at::_upsample_bicubic2d_aa(grid, {to.rows, to.columns}, false)
                                           : at::upsample_bicubic2d(grid, {to.rows, to.columns}, false);
    return stretched.flatten(2).transpose(1, 2).contiguous();
}

} // namespace

LayerNames vitLayerNames(bool qkvBias) {
    LayerNames names{.attentionNorm = "layernorm_before",
                     .query = "attention.attention.query",
                     .key = "attention.attention.key",
                     .value = "attention.attention.value",
                     .attentionOut = "attention.output.dense",
                     .innerNorm = "layernorm_after",
                     .up = "intermediate.dense",
                     .down = "output.dense"};
    if (!qkvBias) names.unbiased = {names.query, names.key, names.value};
    return names;
}

Result<VitShape> VitShape::read(VitKind kind, const ModelConfig& config) {
    const bool vit = kind == VitKind::vit;
    VitShape shape;
    shape.kind = kind;
    const TransformerShape usual{.width = 768, .layers = 12, .heads = 12, .inner = 3072, .epsilon = vit ? 1e-12 : 1e-6};
    FUSEFIND_TRY_ASSIGN(shape.layers, TransformerShape::read(config, usual));
    if (!vit) FUSEFIND_TRY(readDinoLayers(config, shape.layers));
    FUSEFIND_TRY_ASSIGN(shape.grid, PatchGrid::read(config, 224, kind == VitKind::dinov2 ? 14 : 16));
    FUSEFIND_TRY_ASSIGN(shape.qkvBias, config.flagOr(true, "qkv_bias"));
    if (kind == VitKind::dinov2WithRegisters) {
        FUSEFIND_TRY_ASSIGN(shape.registers, config.integerOr(4, "num_register_tokens", 1, 1024));
    }
    return shape;
}

Vit::Vit(const VitShape& shape, const PatchGrid& seen, WeightReader& weights) {
    const char* own = shape.kind == VitKind::vit      ? "vit."
                      : shape.kind == VitKind::dinov2 ? "dinov2."
                                                      : "dinov2_with_registers.";
    const std::string prefix = weights.prefix(own, "embeddings.cls_token");
    takePatches(shape, seen, prefix, weights);
    layers_ = Transformer(shape.layers, layerNames(shape), prefix + "encoder.layer.", weights);
    norm_ = LayerNorm::take(weights, prefix + "layernorm", shape.layers.width, shape.layers.epsilon);
}

void Vit::takePatches(const VitShape& shape, const PatchGrid& seen, const std::string& prefix, WeightReader& weights) {
    const int64_t width = shape.layers.width;
    const std::string embeddings = prefix + "embeddings.";
    const std::string projection = embeddings + "patch_embeddings.projection";
    patches_.weight = weights.take(projection + ".weight", {width, 3, shape.grid.patch, shape.grid.patch});
    patches_.bias = weights.take(projection + ".bias", {width});
    const at::Tensor classToken = weights.take(embeddings + "cls_token", {1, 1, width});
    const at::Tensor positions = weights.take(embeddings + "position_embeddings", {1, 1 + shape.grid.count(), width});
    at::Tensor registers;
    if (shape.registers > 0) registers = weights.take(embeddings + "register_tokens", {1, shape.registers, width});
    if (!weights.complete()) return;
    patches_.leading = classToken + positions.slice(1, 0, 1);
    if (registers.defined()) patches_.leading = at::cat({patches_.leading, registers}, 1);
    patches_.positions = stretch(positions.slice(1, 1), shape.grid, seen, shape.kind == VitKind::dinov2WithRegisters);
}

at::Tensor Vit::operator()(const at::Tensor& pixels) const {
    // The norm works on each token alone, and only one is asked for.
    return norm_(layers_(patches_(pixels)).select(1, 0));
}

} // namespace fusefind

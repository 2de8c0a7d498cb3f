#pragma once

// Inside gpu only (includes Torch).
//
// The vision transformers that stand alone: ViT (Dosovitskiy et al. 2020, arXiv:2010.11929) and DINOv2 (Oquab et al.
// 2023, arXiv:2304.07193), the latter also with register tokens (Darcet et al. 2023, arXiv:2309.16588). The latent is
// the class token after the last norm.

#include "gpu/encoders/image/patches.h"
#include "gpu/encoders/transformer.h"

namespace fusefind {

// What ViT calls the parts of its layers, and networks after it.
LayerNames vitLayerNames(bool qkvBias);

enum class VitKind { vit, dinov2, dinov2WithRegisters };

struct VitShape {
    VitKind kind = VitKind::vit;
    TransformerShape layers;
    PatchGrid grid; // that the positions were trained on
    int64_t registers = 0;
    bool qkvBias = true;

    // Errors: invalidInput, limit, unsupported.
    static Result<VitShape> read(VitKind kind, const ModelConfig& config);
};

class Vit {
public:
    // For pictures of `seen` patches; DINOv2 stretches its positions over them. What is missing is left to
    // weights.status().
    Vit(const VitShape& shape, const PatchGrid& seen, WeightReader& weights);

    // f32 [N, 3, height, width] -> [N, width]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& pixels) const;

private:
    void takePatches(const VitShape& shape, const PatchGrid& seen, const std::string& prefix, WeightReader& weights);

    PatchEmbedding patches_;
    Transformer layers_;
    LayerNorm norm_;
};

} // namespace fusefind

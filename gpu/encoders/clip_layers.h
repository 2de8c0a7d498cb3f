#pragma once

#include "gpu/encoders/transformer.h"

namespace fusefind {

// What CLIP calls the parts of its layers, and SigLIP after it.
inline LayerNames clipLayerNames() {
    return {.attentionNorm = "layer_norm1",
            .query = "self_attn.q_proj",
            .key = "self_attn.k_proj",
            .value = "self_attn.v_proj",
            .attentionOut = "self_attn.out_proj",
            .innerNorm = "layer_norm2",
            .up = "mlp.fc1",
            .down = "mlp.fc2"};
}

} // namespace fusefind

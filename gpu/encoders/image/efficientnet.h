#pragma once

// Inside gpu only (includes Torch).
//
// EfficientNet-Lite (Tan & Le 2019, arXiv:1905.11946; the Lite variants of the TensorFlow authors, 2020: no
// squeeze-excite, ReLU6, stem and head not scaled). The latent is the pooled output of the head convolution, [1280],
// before the classifier.
//
// Preprocessing, as the published weights were evaluated: the centre of the picture, size / (size + 32) of its short
// side, to [size, size]; (x - 127) / 128. The TensorFlow code resizes bilinearly without a filter; Pillow's bicubic is
// what ports of these weights use in its place, and what happens here (short side to size + 32, then the centre).
//
// Always in f32: with products in bf16 it is 1.5 times as fast, but its latents turn by up to 4 degrees (cosine
// 0.9975), where a transformer's turn by 0.4.

#include "gpu/encoders/layers.h"

#include <span>
#include <string_view>
#include <vector>

namespace fusefind {

// A row of the table of stages: `repeats` inverted bottlenecks, the first with `stride` and from `in` channels.
struct LiteStage {
    int64_t kernel, stride, expansion, in, out, repeats;
};

struct LiteVariant {
    std::string_view name;
    int64_t size; // pixels of a side
    std::vector<LiteStage> stages;
};

// nullptr if unknown.
const LiteVariant* findLiteVariant(std::string_view name);
std::string knownLiteVariants(); // "lite0, lite2"

class EfficientNetLite {
public:
    static constexpr int64_t kDim = 1280;

    // What is missing is left to weights.status(); do not use the network before asking it.
    EfficientNetLite(const LiteVariant& variant, WeightReader& weights);

    // f32 [N, 3, size, size] in channels_last, (x - 127) / 128 -> [N, 1280]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& pixels) const;

private:
    // Inverted bottleneck: expand (not in the first stage), filter each channel, project; plus its input where the
    // shape stays.
    struct Block {
        std::optional<Convolution> expand;
        Convolution depthwise;
        Convolution project;
        bool residual = false;

        [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const;
    };

    Convolution stem_;
    std::vector<Block> blocks_;
    Convolution head_;
};

} // namespace fusefind

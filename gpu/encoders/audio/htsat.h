#pragma once

// Inside gpu only (includes Torch).
//
// HTS-AT (Chen et al. 2022, arXiv:2202.00874) as CLAP has it: a Swin transformer (Liu et al. 2021, arXiv:2103.14030)
// over a spectrogram that is folded into a square, low bands of all times first. The latent is the mean over its last
// tokens.

#include "gpu/encoders/transformer.h"

namespace fusefind {

struct HtsatShape {
    std::vector<int64_t> depths; // layers, by stage; the width doubles and the sides halve from one to the next
    std::vector<int64_t> heads;
    int64_t width = 0; // of the first stage
    double ratio = 4;  // of the feed-forward part's width
    int64_t window = 0;
    int64_t side = 0; // pixels of the square
    int64_t patch = 0;
    int64_t bands = 0;
    Activation activation = Activation::gelu;
    double epsilon = 1e-5;
    bool qkvBias = true;

    // "audio_config". Errors: invalidInput, limit, unsupported (among others the fusion of several spectrograms).
    static Result<HtsatShape> read(const ModelConfig& config);
    [[nodiscard]] int64_t widthOf(size_t stage) const { return width << stage; }
    [[nodiscard]] int64_t sideOf(size_t stage) const { return (side / patch) >> stage; } // in tokens
    [[nodiscard]] int64_t dim() const { return widthOf(depths.size() - 1); }
    // Frames of the spectrogram that the square holds.
    [[nodiscard]] int64_t frames() const { return side * (side / bands); }
};

class Htsat {
public:
    // What is missing is left to weights.status().
    Htsat(const HtsatShape& shape, const std::string& prefix, WeightReader& weights);

    // f32 [N, frames, bands], no more frames than fit -> [N, dim]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& spectrogram) const;

private:
    struct Block {
        TransformerLayer layer;
        at::Tensor scores; // added to the attention's, [1 or windows, heads, tokens of a window, the same]
        int64_t heads = 0;
        int64_t shift = 0;
    };
    struct Stage {
        std::vector<Block> blocks;
        LayerNorm mergeNorm; // not in the last stage
        Linear merge;
    };
    Stage takeStage(size_t index, const std::string& prefix, WeightReader& weights) const;
    Block takeBlock(size_t stage, int64_t index, const std::string& prefix, WeightReader& weights) const;
    [[nodiscard]] at::Tensor folded(const at::Tensor& spectrogram) const;
    [[nodiscard]] at::Tensor apply(const Block& block, const at::Tensor& x) const;

    HtsatShape shape_;
    at::Tensor factor_, offset_; // of each band
    Linear patches_;             // weight [width, 1, patch, patch]
    LayerNorm patchNorm_;
    std::vector<Stage> stages_;
    LayerNorm norm_;
};

} // namespace fusefind

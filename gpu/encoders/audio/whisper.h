#pragma once

// Inside gpu only (includes Torch).
//
// The encoder of Whisper (Radford et al. 2022, arXiv:2212.04356) under CTranslate2's names: two convolutions over a
// log-mel spectrogram, positions, pre-norm layers. Trained on 30 s; a shorter sound uses the first positions only. The
// latent is the mean over time of the hidden states after the two middle layers (2 and 3 of 4), averaged: they tell
// sounds apart better than the output, which is about words. Layers after these two are not run.

#include "gpu/encoders/layers.h"
#include "gpu/encoders/model_config.h"

#include <vector>

namespace fusefind {

struct WhisperShape {
    int64_t width = 0;
    int64_t bands = 0; // mel
    int64_t layers = 0;
    int64_t heads = 0;
    int64_t inner = 0;     // width of the feed-forward part
    int64_t positions = 0; // two frames each
    double epsilon = 1e-5;

    // Errors: invalidInput, limit (numbers no Whisper has).
    static Result<WhisperShape> read(const ModelConfig& config);
};

class WhisperNetwork {
public:
    // What is missing is left to weights.status().
    WhisperNetwork(const WhisperShape& shape, WeightReader& weights);

    // [N, bands, frames], frames <= 2 * positions -> [N, width]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& spectrogram) const;

private:
    struct Layer {
        LayerNorm attentionNorm;
        Linear qkv, attentionOut;
        LayerNorm innerNorm;
        Linear up, down;
    };

    WhisperShape shape_;
    Linear first_, second_; // convolutions over time: weight [out, in, 3]
    at::Tensor positions_;  // [positions, width]
    std::vector<Layer> layers_;
};

} // namespace fusefind

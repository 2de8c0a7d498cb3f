#pragma once

// Inside gpu only (includes Torch).
//
// The encoder of Whisper (Radford et al. 2022, arXiv:2212.04356): two convolutions over a log-mel spectrogram,
// positions, pre-norm layers. Trained on 30 s; a shorter sound uses the first positions only. The latent is the mean
// over time of the hidden states after the two middle layers (2 and 3 of 4), averaged: they tell sounds apart better
// than the output, which is about words. Layers after these two are not run.

#include "gpu/encoders/transformer.h"

namespace fusefind {

struct WhisperShape {
    TransformerShape layers;
    int64_t bands = 0;     // mel
    int64_t positions = 0; // two frames each

    // Errors: invalidInput, limit (numbers no Whisper has), unsupported.
    static Result<WhisperShape> read(const ModelConfig& config);
};

// Whose names the weights bear.
enum class WhisperNames { ctranslate2, huggingFace };

class WhisperNetwork {
public:
    // What is missing is left to weights.status().
    WhisperNetwork(const WhisperShape& shape, WhisperNames names, WeightReader& weights);

    // [N, bands, frames], frames <= 2 * positions -> [N, width]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& spectrogram) const;

private:
    std::vector<TransformerLayer> takeCtranslate2(const WhisperShape& shape, int64_t used, WeightReader& weights);
    std::vector<TransformerLayer> takeHuggingFace(const WhisperShape& shape, int64_t used, WeightReader& weights);

    Linear first_, second_; // convolutions over time: weight [out, in, 3]
    at::Tensor positions_;  // [positions, width]
    Transformer before_;    // the layers before the last that is used
    Transformer last_;
};

} // namespace fusefind

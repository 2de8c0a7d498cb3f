#pragma once

// Inside gpu only (includes Torch).
//
// BERT's encoder (Devlin et al. 2018, arXiv:1810.04805) as Hugging Face stores it: post-norm layers, exact GELU,
// absolute positions. The latent is the last hidden state, averaged over the tokens or taken at the first one.

#include "core/catalog/model_manifest.h"
#include "gpu/encoders/layers.h"
#include "gpu/encoders/model_config.h"

#include <span>
#include <vector>

namespace fusefind {

struct BertShape {
    int64_t vocabulary = 0;
    int64_t positions = 0; // the longest sequence
    int64_t width = 0;
    int64_t layers = 0;
    int64_t heads = 0;
    int64_t inner = 0; // width of the feed-forward part
    int64_t tokenTypes = 0;
    double epsilon = 1e-12;

    // Errors: invalidInput, limit (numbers no BERT has), unsupported (another activation or kind of position).
    static Result<BertShape> read(const ModelConfig& config);
};

class Bert {
public:
    // What is missing is left to weights.status(); call finishLoading() after asking it.
    Bert(const BertShape& shape, Pooling pooling, WeightReader& weights);
    void finishLoading();

    // i64 [N, L] and, where sequences end earlier, bool [N, L] (true: a token) -> [N, width]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& tokens, const std::optional<at::Tensor>& mask) const;

private:
    struct Layer {
        Linear query, key, value;
        Linear qkv; // the three in one, made by finishLoading()
        Linear attentionOut;
        LayerNorm attentionNorm;
        Linear up, down;
        LayerNorm outNorm;
    };

    BertShape shape_;
    Pooling pooling_;
    at::Tensor words_;     // [vocabulary, width]
    at::Tensor positions_; // [positions, width]; the embedding of token type 0 added by finishLoading()
    at::Tensor types_;     // [tokenTypes, width]
    LayerNorm norm_;
    std::vector<Layer> layers_;
};

} // namespace fusefind

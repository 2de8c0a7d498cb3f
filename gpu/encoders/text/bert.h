#pragma once

// Inside gpu only (includes Torch).
//
// BERT's encoder (Devlin et al. 2018, arXiv:1810.04805) as Hugging Face stores it: post-norm layers, exact GELU,
// absolute positions. The latent is the last hidden state, averaged over the tokens or taken at the first one.

#include "core/catalog/model_manifest.h"
#include "gpu/encoders/transformer.h"

namespace fusefind {

// RoBERTa (Liu et al. 2019, arXiv:1907.11692) and XLM-RoBERTa are BERTs with other tokens and positions.
enum class BertKind { bert, roberta };

struct BertShape {
    BertKind kind = BertKind::bert;
    TransformerShape layers;
    int64_t vocabulary = 0;
    int64_t positions = 0;
    int64_t tokenTypes = 0;
    int64_t padding = 0; // RoBERTa's padding token, which has no position; the first one of a text is the one after it

    // The longest sequence.
    [[nodiscard]] int64_t longest() const { return kind == BertKind::bert ? positions : positions - padding - 1; }

    // Errors: invalidInput, limit (numbers no BERT has), unsupported (another activation or kind of position).
    static Result<BertShape> read(BertKind kind, const ModelConfig& config);
};

class Bert {
public:
    // Its tensors are named prefix + "embeddings…" and so on. What is missing is left to weights.status().
    Bert(const BertShape& shape, Pooling pooling, const std::string& prefix, WeightReader& weights);

    // i64 [N, L] and, where sequences end earlier, bool [N, L] (true: a token) -> [N, width]
    [[nodiscard]] at::Tensor operator()(const at::Tensor& tokens, const std::optional<at::Tensor>& mask) const;

private:
    [[nodiscard]] at::Tensor positionsOf(const at::Tensor& tokens) const;

    BertKind kind_;
    int64_t padding_;
    Pooling pooling_;
    at::Tensor words_;     // [vocabulary, width]
    at::Tensor positions_; // [positions, width], with the embedding of token type 0
    LayerNorm norm_;
    Transformer layers_;
};

} // namespace fusefind

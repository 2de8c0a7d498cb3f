#pragma once

// Inside gpu only (includes Torch): the layers of a transformer encoder (Vaswani et al. 2017, arXiv:1706.03762), as the
// families of Hugging Face vary them.

#include "gpu/encoders/layers.h"
#include "gpu/encoders/model_config.h"

#include <vector>

namespace fusefind {

enum class Activation {
    gelu,
    geluTanh,  // its approximation by tanh
    quickGelu, // x * sigmoid(1.702 x)
    relu,
    gatedSilu // SwiGLU (Shazeer 2020, arXiv:2002.05202): silu(a) * b of the two halves of twice the width
};

// Errors: invalidInput, unsupported.
Result<Activation> readActivation(const ModelConfig& config, const char* fallback, const char* key = "hidden_act");
at::Tensor activate(Activation activation, const at::Tensor& x);

struct TransformerShape {
    int64_t width = 0;
    int64_t layers = 0;
    int64_t heads = 0;
    int64_t inner = 0; // width of the feed-forward part
    double epsilon = 1e-5;
    Activation activation = Activation::gelu;

    // Under the usual keys; `usual` is what the library takes where a key is missing, 0: the key must be there. Errors:
    // invalidInput, limit (numbers no encoder has), unsupported.
    static Result<TransformerShape> read(const ModelConfig& config, const TransformerShape& usual,
                                         const char* activation = "gelu");
    [[nodiscard]] Status check(const ModelConfig& config) const; // that the heads can share the width
};

// What a family calls the parts of a layer.
struct LayerNames {
    std::string attentionNorm, query, key, value, attentionOut, innerNorm, up, down;
    std::string attentionScale{}, innerScale{}; // a factor per channel on what is added (LayerScale); empty: none
    std::set<std::string> unbiased{};           // of query, key and value those without a bias
    bool normFirst = true;                      // before each part; else after the sum (as BERT has it)
};

struct TransformerLayer {
    LayerNorm attentionNorm;
    Linear qkv, attentionOut;
    LayerNorm innerNorm;
    Linear up, down;

    // What is missing is left to weights.status().
    static TransformerLayer take(const TransformerShape& shape, const LayerNames& names, const std::string& prefix,
                                 WeightReader& weights);

    void computeIn(at::ScalarType type); // as Linear's
    void forFewRows();                   // as Linear's

    // The two parts, without norms and sums: [N, L, width] -> [N, L, width].
    [[nodiscard]] at::Tensor attend(const at::Tensor& x, int64_t heads, const Attention& attention) const;
    [[nodiscard]] at::Tensor feed(const at::Tensor& x, Activation activation) const;
};

class Transformer {
public:
    Transformer() = default;
    // All layers of a network, named prefix + number + "." + part. What is missing is left to weights.status(), and so
    // is what is there and not known.
    Transformer(const TransformerShape& shape, const LayerNames& names, const std::string& prefix,
                WeightReader& weights);
    // Layers with norms before their parts.
    Transformer(const TransformerShape& shape, std::vector<TransformerLayer> layers)
        : shape_(shape), layers_(std::move(layers)) {}

    void forFewRows(); // as Linear's

    // [N, L, width] -> [N, L, width], without a norm at the end
    [[nodiscard]] at::Tensor operator()(at::Tensor x, const Attention& attention = {}) const;

private:
    TransformerShape shape_;
    bool normFirst_ = true;
    std::vector<TransformerLayer> layers_;
};

} // namespace fusefind

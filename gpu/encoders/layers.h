#pragma once

// Inside gpu only (includes Torch): the pieces networks are made of, for inference alone.

#include "gpu/encoders/weight_reader.h"

#include <ATen/core/Tensor.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fusefind {

struct Linear {
    at::Tensor weight; // [out, in]
    at::Tensor bias;   // [out]

    static Linear take(WeightReader& weights, const std::string& name, int64_t in, int64_t out);
    // Several layers on one input as one: [names * out, in]. Those of `unbiased` have no bias.
    static Linear takeStacked(WeightReader& weights, const std::vector<std::string>& names, int64_t in, int64_t out,
                              const std::set<std::string>& unbiased = {});
    // Works a factor on each output [out] into the weights; nothing where something is undefined.
    void scaleOutput(const at::Tensor& factor);
    // From now on products, and so the output, are of this type.
    void computeIn(at::ScalarType type);
    // Lays the weights out for inputs of few rows, as the tokens of a query: products of f32 on the CPU then take three
    // quarters of the time, those of many rows the same. They are a copy then, not the mapped file.
    void forFewRows();
    at::Tensor operator()(const at::Tensor& x) const;
    [[nodiscard]] at::Tensor withGelu(const at::Tensor& x) const; // the exact GELU of the output
};

struct LayerNorm {
    at::Tensor scale; // [width]
    at::Tensor shift; // [width]
    double epsilon = 1e-5;

    static LayerNorm take(WeightReader& weights, const std::string& name, int64_t width, double epsilon);
    at::Tensor operator()(const at::Tensor& x) const;
};

// A convolution in channels_last, a batch normalisation folded into it.
struct Convolution {
    at::Tensor weight; // [out, in / groups, kernel, kernel]
    at::Tensor bias;   // [out]
    int64_t stride = 1;
    int64_t padding = 0; // on every side
    int64_t groups = 1;

    void computeIn(at::ScalarType type); // as Linear's
    at::Tensor operator()(const at::Tensor& x) const;
};

// Batch normalisation of a finished network: scale * (x - mean) / sqrt(variance + epsilon) + shift, each [channels].
struct BatchNorm {
    at::Tensor scale, shift, mean, variance;

    // name.weight, .bias, .running_mean, .running_var
    static BatchNorm take(WeightReader& weights, const std::string& name, int64_t channels);
};

// The weight and bias of "convolution without bias, then batch normalisation" as one convolution; undefined if a part
// is.
Convolution foldBatchNorm(const at::Tensor& weight, const BatchNorm& norm, double epsilon);

// The sum of x (f32) and what a part of a network adds to it, in f32; may use the memory of `added`.
at::Tensor plus(const at::Tensor& x, const at::Tensor& added);

// Which positions a position may look at: all, those that `mask` (bool [N, 1, 1, L]) says, or itself and what is
// before.
struct Attention {
    std::optional<at::Tensor> mask{};
    bool causal = false; // without a mask
};

// Multi-head self-attention without its output projection: [N, L, width] -> [N, L, width]. `qkv` is [3 * width, width],
// query first.
at::Tensor selfAttention(const at::Tensor& x, const Linear& qkv, int64_t heads, const Attention& attention = {});

// Rows [N, D] from any device; from the meta device zeros.
Matrix toMatrix(const at::Tensor& rows);

} // namespace fusefind

#pragma once

// Inside gpu only (includes Torch).

#include "gpu/device/device.h"
#include "gpu/fusemix/residual_block.h"

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

#include <optional>
#include <string>
#include <vector>

namespace fusefind {

struct AdapterShape {
    int64_t in = 0;
    int64_t out = 0;
    int64_t layers = 1;
    int64_t expansion = 2;
    double dropout = 0;
    bool identity = false; // no parameters: the latents are the output
    int64_t classes = 0;   // more than 0: a class bridge of so many classes, without layers
};

struct Parameter {
    std::string name;
    at::Tensor value; // a leaf that requires a gradient
};

// The fusion adapter of one modality: `layers` pre-norm residual blocks x + W2 Dropout(GELU(W1 LN(x) + b1)) + b2 of
// hidden width expansion * in, then LayerNorm and Linear(in -> out). GELU is the exact one; no normalisation of the
// output.
//
// A class bridge is Linear(in -> classes), softmax, Linear(classes -> out) instead: the encoder's own classifier says
// what it sees, and a point lies between the texts of those classes, by their probability (ConSE, Norouzi et al. 2014).
// The temperature of the softmax is part of the weights.
class Adapter {
public:
    // Linear weights and biases from U(-1/sqrt(in), 1/sqrt(in)), drawn on the CPU so that every device starts alike.
    Adapter(const AdapterShape& shape, const Device& device, at::Generator& generator);

    // [N, in] -> [N, out], f32. Dropout only with a generator (of the same device). `products`: the type of the factors
    // of the layers' products.
    [[nodiscard]] at::Tensor forward(const at::Tensor& latents, std::optional<at::Generator> dropout = {},
                                     at::ScalarType products = at::kFloat) const;

    // Of a class bridge: [N, in] -> [N, classes], how probable each class is.
    [[nodiscard]] at::Tensor probabilities(const at::Tensor& latents) const;
    // Of a class bridge: adds [classes] to the logits of all latents from now on.
    void shiftLogits(const at::Tensor& by);

    // Names as "blocks.0.up.weight"; the tensors share memory with the adapter's.
    [[nodiscard]] const std::vector<Parameter>& parameters() const { return parameters_; }
    [[nodiscard]] const AdapterShape& shape() const { return shape_; }

private:
    Affine makeNorm(const std::string& name, const Device& device);
    Affine makeLinear(const std::string& name, int64_t in, int64_t out, const Device& device, at::Generator& generator);
    [[nodiscard]] at::Tensor apply(const ResidualBlock& block, const at::Tensor& x,
                                   std::optional<at::Generator>& dropout, at::ScalarType products) const;
    at::Tensor keep(const std::string& name, const at::Tensor& value, const Device& device);

    AdapterShape shape_;
    std::vector<Parameter> parameters_;
    std::vector<ResidualBlock> blocks_;
    Affine norm_;
    Affine classify_;
    Affine project_;
};

// Rows to unit length, with a gradient, also at zero (the square of the length is taken 1e-24 longer).
at::Tensor unitRows(const at::Tensor& rows);

} // namespace fusefind

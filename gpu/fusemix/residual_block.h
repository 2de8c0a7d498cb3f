#pragma once

// Inside gpu only (includes Torch).

#include <ATen/core/Tensor.h>

namespace fusefind {

struct Affine {
    at::Tensor weight, bias;
};

// A pre-norm residual block, x + W2 Dropout(GELU(W1 LN(x) + b1)) + b2.
struct ResidualBlock {
    Affine norm, up, down;
};

constexpr double kNormEpsilon = 1e-5;

// [N, D] -> [N, D], with a gradient. `kept` [N, hidden], of the type `products`, is what dropout multiplies by;
// undefined without. Gradients are worked out in closed form, so that a block whose input needs none, which is the
// first, comes without the product that would compute it: a sixth of the work. Not for the meta device.
at::Tensor applyInTraining(const ResidualBlock& block, const at::Tensor& x, const at::Tensor& kept,
                           at::ScalarType products);

} // namespace fusefind

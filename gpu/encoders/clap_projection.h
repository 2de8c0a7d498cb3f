#pragma once

// Inside gpu only (includes Torch).

#include "gpu/encoders/transformer.h"

namespace fusefind {

// CLAP's way from a tower into the space that texts and sounds share: two linear layers.
struct ClapProjection {
    Linear first, second;
    Activation activation = Activation::relu;

    static ClapProjection take(WeightReader& weights, const std::string& name, int64_t in, int64_t out,
                               Activation activation) {
        return {Linear::take(weights, name + "linear1", in, out), Linear::take(weights, name + "linear2", out, out),
                activation};
    }
    at::Tensor operator()(const at::Tensor& x) const { return second(activate(activation, first(x))); }
};

} // namespace fusefind

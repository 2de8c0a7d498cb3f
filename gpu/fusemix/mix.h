#pragma once

// Inside gpu only (includes Torch).

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace fusefind {

// lambda ~ Beta(alpha, alpha), by two gamma draws of a generator seeded for this step.
double drawLambda(double alpha, uint64_t seed);

// FuseMix (Vouitsis et al. 2024, Eq. 3): row i of the first half of a loaded batch with row i of the second,
// lambda * first + (1 - lambda) * second, [2B, D] -> [B, D]. Called with the same lambda for both modalities of the
// pairs, whose rows correspond, so that partners are the same too.
at::Tensor mixHalves(const at::Tensor& loaded, double lambda);

} // namespace fusefind

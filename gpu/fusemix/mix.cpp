#include "gpu/fusemix/mix.h"

#include "core/base/result.h"

#include <ATen/ATen.h>

#include <random>

namespace fusefind {

double drawLambda(double alpha, uint64_t seed) {
    std::mt19937_64 random(seed);
    std::gamma_distribution<double> gamma(alpha);
    const double first = gamma(random);
    const double sum = first + gamma(random);
    return sum > 0 ? first / sum : 0.5; // both underflow for a tiny alpha
}

at::Tensor mixHalves(const at::Tensor& loaded, double lambda) {
    FUSEFIND_ASSERT(loaded.size(0) % 2 == 0);
    const int64_t half = loaded.size(0) / 2;
    return loaded.narrow(0, 0, half) * lambda + loaded.narrow(0, half, half) * (1 - lambda);
}

} // namespace fusefind

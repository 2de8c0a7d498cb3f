#include "support/toy_latents.h"

#include <cmath>
#include <random>
#include <vector>

namespace fusefind {

namespace {

constexpr size_t kHidden = 128;
constexpr size_t kShared = 32;

using Random = std::mt19937_64;

Matrix normal(size_t rows, size_t cols, Random& random) {
    std::normal_distribution<float> draw;
    Matrix matrix(rows, cols);
    for (float& value : matrix.values())
        value = draw(random);
    return matrix;
}

Matrix product(const Matrix& a, const Matrix& b) {
    Matrix result(a.rows(), b.cols());
    for (size_t i = 0; i < a.rows(); ++i)
        for (size_t k = 0; k < a.cols(); ++k)
            for (size_t j = 0; j < b.cols(); ++j)
                result.row(i)[j] += a.row(i)[k] * b.row(k)[j];
    return result;
}

} // namespace

std::array<Matrix, kModalities.size()> toyLatents(int64_t items, uint64_t seed, float noise) {
    constexpr std::array<size_t, kModalities.size()> kDims{64, 48, 40};
    Random random(seed);
    std::array<Matrix, kModalities.size()> latents;
    std::vector<std::pair<Matrix, Matrix>> maps;
    for (const size_t dim : kDims) {
        Matrix in = normal(kShared, kHidden, random);
        maps.emplace_back(std::move(in), normal(kHidden, dim, random));
    }
    const Matrix shared = normal(items, kShared, random);
    for (size_t m = 0; m < latents.size(); ++m) {
        Matrix hidden = product(shared, maps[m].first);
        for (float& value : hidden.values())
            value = 1.5F * std::tanh(1.5F * value / 4);
        latents[m] = product(hidden, maps[m].second);
        const Matrix extra = normal(items, kDims[m], random);
        for (size_t i = 0; i < extra.values().size(); ++i)
            latents[m].values()[i] = latents[m].values()[i] / 8 + noise * extra.values()[i];
    }
    return latents;
}

} // namespace fusefind

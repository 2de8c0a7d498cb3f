#include "support/latent_like.h"

#include <cmath>
#include <numeric>
#include <random>

namespace fusefind {

namespace {

Matrix gaussian(size_t rows, size_t cols, double deviation, uint32_t seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0, static_cast<float>(deviation));
    Matrix matrix(rows, cols);
    for (float& value : matrix.values())
        value = normal(random);
    return matrix;
}

} // namespace

Matrix latentLike(size_t rows, size_t dim, uint32_t seed, uint32_t space, size_t rank) {
    const Matrix basis = gaussian(rank, dim, 1 / std::sqrt(static_cast<double>(rank)), space);
    const Matrix weights = gaussian(rows, rank, 1, seed + 1000);
    Matrix points = gaussian(rows, dim, std::sqrt(1.0 / 3), seed + 2000);
    for (size_t i = 0; i < rows; ++i) {
        const auto point = points.row(i);
        for (size_t r = 0; r < rank; ++r) {
            const auto direction = basis.row(r);
            for (size_t d = 0; d < dim; ++d)
                point[d] += weights.row(i)[r] * direction[d];
        }
    }
    normalizeRows(points);
    return points;
}

std::vector<Label> labelsFrom(Label first, size_t count) {
    std::vector<Label> labels(count);
    std::iota(labels.begin(), labels.end(), first);
    return labels;
}

Matrix rowsOf(const Matrix& matrix, size_t first, size_t count) {
    Matrix part;
    for (size_t i = first; i < first + count; ++i)
        part.append(matrix.row(i));
    return part;
}

} // namespace fusefind

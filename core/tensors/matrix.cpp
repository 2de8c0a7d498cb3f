#include "core/tensors/matrix.h"

#include "core/base/result.h"

#include <algorithm>
#include <cmath>

namespace fusefind {

void Matrix::append(std::span<const float> row) {
    if (rows_ == 0) cols_ = row.size();
    FUSEFIND_ASSERT(row.size() == cols_);
    values_.insert(values_.end(), row.begin(), row.end());
    ++rows_;
}

void Matrix::append(const Matrix& other) {
    if (other.empty()) return;
    if (rows_ == 0) cols_ = other.cols_;
    FUSEFIND_ASSERT(other.cols_ == cols_);
    values_.insert(values_.end(), other.values_.begin(), other.values_.end());
    rows_ += other.rows_;
}

void normalizeInPlace(std::span<float> row) {
    constexpr double kSmallest = 1e-12;
    double sum = 0;
    for (const float value : row)
        sum += static_cast<double>(value) * value;
    const auto scale = static_cast<float>(1.0 / std::max(std::sqrt(sum), kSmallest));
    for (float& value : row)
        value *= scale;
}

void normalizeRows(Matrix& matrix) {
    for (size_t i = 0; i < matrix.rows(); ++i)
        normalizeInPlace(matrix.row(i));
}

std::vector<float> meanRow(const Matrix& matrix) {
    std::vector<double> sum(matrix.cols());
    for (size_t i = 0; i < matrix.rows(); ++i)
        std::transform(sum.begin(), sum.end(), matrix.row(i).begin(), sum.begin(),
                       [](double total, float value) { return total + value; });
    std::vector<float> mean(matrix.cols());
    const double scale = matrix.rows() > 0 ? 1.0 / static_cast<double>(matrix.rows()) : 0.0;
    std::transform(sum.begin(), sum.end(), mean.begin(),
                   [&](double total) { return static_cast<float>(total * scale); });
    return mean;
}

Matrix firstRows(const Matrix& matrix, size_t most) {
    Matrix first(std::min(most, matrix.rows()), matrix.cols());
    std::ranges::copy(matrix.values().first(first.values().size()), first.data());
    return first;
}

Matrix concatenateColumns(std::span<const Matrix> parts) {
    if (parts.size() == 1) return parts.front();
    size_t cols = 0;
    for (const Matrix& part : parts) {
        FUSEFIND_ASSERT(part.rows() == parts.front().rows());
        cols += part.cols();
    }
    Matrix joined(parts.empty() ? 0 : parts.front().rows(), cols);
    for (size_t i = 0; i < joined.rows(); ++i) {
        auto out = joined.row(i).begin();
        for (const Matrix& part : parts)
            out = std::copy(part.row(i).begin(), part.row(i).end(), out);
    }
    return joined;
}

bool allFinite(std::span<const float> values) {
    return std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); });
}

} // namespace fusefind

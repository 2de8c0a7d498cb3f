#pragma once

#include "core/tensors/matrix.h"

#include <cstddef>
#include <span>
#include <vector>

namespace fusefind {

// Dot products of many rows with one block of rows, written out because Eigen's own product, compiled for any x86-64,
// is a third as fast as AVX2 allows. The block is laid out once and then meets all rows.
class ScoreBlock {
public:
    static constexpr size_t kWidth = 512;

    // Rows first … first + kWidth of `candidates`; those past its end score NaN, which compares false with everything.
    ScoreBlock(const Matrix& candidates, size_t first);

    // `out[i][j]` = dot(row `firstRow + i` of `queries`, candidate j), [rows, kWidth].
    void score(const Matrix& queries, size_t firstRow, size_t rows, std::span<float> out) const;

private:
    size_t dim_;
    size_t count_;
    std::vector<float> panels_; // as the product reads them
};

} // namespace fusefind

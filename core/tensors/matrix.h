#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace fusefind {

// Dense rows, f32 [N, D], row-major.
class Matrix {
public:
    Matrix() = default;
    Matrix(size_t rows, size_t cols) : rows_(rows), cols_(cols), values_(rows * cols) {}

    [[nodiscard]] size_t rows() const { return rows_; }
    [[nodiscard]] size_t cols() const { return cols_; }
    [[nodiscard]] bool empty() const { return rows_ == 0; }

    std::span<float> row(size_t i) { return {values_.data() + i * cols_, cols_}; }
    [[nodiscard]] std::span<const float> row(size_t i) const { return {values_.data() + i * cols_, cols_}; }
    float* data() { return values_.data(); }
    [[nodiscard]] const float* data() const { return values_.data(); }
    std::span<float> values() { return values_; }
    [[nodiscard]] std::span<const float> values() const { return values_; }

    // Adds one row; the first row of an empty matrix sets its width, later ones must have it.
    void append(std::span<const float> row);
    void append(const Matrix& other);
    void reserve(size_t rows, size_t cols) { values_.reserve(rows * cols); }

private:
    size_t rows_ = 0;
    size_t cols_ = 0;
    std::vector<float> values_;
};

// Scales to unit L2 length; norms below 1e-12 count as 1e-12 (torch.nn.functional.normalize). The only normaliser.
void normalizeInPlace(std::span<float> row);
void normalizeRows(Matrix& matrix);

// Mean over the rows, [D].
std::vector<float> meanRow(const Matrix& matrix);

// [min(N, most), D].
Matrix firstRows(const Matrix& matrix, size_t most);

// [N, Da] and [N, Db] side by side: [N, Da + Db].
Matrix concatenateColumns(std::span<const Matrix> parts);

// True if every value is finite.
bool allFinite(std::span<const float> values);

} // namespace fusefind

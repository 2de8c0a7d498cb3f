#include "core/eval/score_block.h"

#include "core/base/result.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace fusefind {

namespace {

constexpr size_t kLanes = 8;
constexpr size_t kPanel = 2 * kLanes;
typedef float Lanes __attribute__((vector_size(kLanes * sizeof(float)))); // two SSE registers where there is no AVX

struct Tile {
    const float* queries; // [rows, dim]
    size_t dim;
    const float* panels; // [kWidth / kPanel, dim, kPanel]
    float* out;          // [rows, kWidth]
};

// kRows rows with one panel of candidates at a time: the sums stay in registers.
template <size_t kRows>
[[gnu::always_inline]] inline void scoreTile(const Tile& tile) {
    const float* panel = tile.panels;
    for (size_t column = 0; column < ScoreBlock::kWidth; column += kPanel) {
        Lanes left[kRows] = {};
        Lanes right[kRows] = {};
        for (size_t d = 0; d < tile.dim; ++d, panel += kPanel) {
            Lanes first;
            Lanes second;
            std::memcpy(&first, panel, sizeof(Lanes));
            std::memcpy(&second, panel + kLanes, sizeof(Lanes));
#pragma GCC unroll 4
            for (size_t i = 0; i < kRows; ++i) {
                const float query = tile.queries[i * tile.dim + d];
                left[i] += first * query;
                right[i] += second * query;
            }
        }
        for (size_t i = 0; i < kRows; ++i) {
            float* out = tile.out + i * ScoreBlock::kWidth + column;
            std::memcpy(out, &left[i], sizeof(Lanes));
            std::memcpy(out + kLanes, &right[i], sizeof(Lanes));
        }
    }
}

[[gnu::always_inline]] inline void scoreRows(Tile tile, size_t rows) {
    constexpr size_t kRows = 4;
    for (; rows >= kRows; rows -= kRows) {
        scoreTile<kRows>(tile);
        tile.queries += kRows * tile.dim;
        tile.out += kRows * ScoreBlock::kWidth;
    }
    for (; rows > 0; --rows) {
        scoreTile<1>(tile);
        tile.queries += tile.dim;
        tile.out += ScoreBlock::kWidth;
    }
}

void scorePlain(const Tile& tile, size_t rows) {
    scoreRows(tile, rows);
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] void scoreAvx2(const Tile& tile, size_t rows) {
    scoreRows(tile, rows);
}
bool hasAvx2() {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}
#else
void scoreAvx2(const Tile& tile, size_t rows) {
    scoreRows(tile, rows);
}
bool hasAvx2() {
    return false;
}
#endif

} // namespace

ScoreBlock::ScoreBlock(const Matrix& candidates, size_t first)
    : dim_(candidates.cols()), count_(std::min(kWidth, candidates.rows() - first)), panels_(dim_ * kWidth) {
    for (size_t i = 0; i < count_; ++i)
        for (size_t d = 0; d < dim_; ++d)
            panels_[(i / kPanel * dim_ + d) * kPanel + i % kPanel] = candidates.row(first + i)[d];
}

void ScoreBlock::score(const Matrix& queries, size_t firstRow, size_t rows, std::span<float> out) const {
    FUSEFIND_ASSERT(queries.cols() == dim_ && firstRow + rows <= queries.rows() && out.size() >= rows * kWidth);
    const Tile tile{queries.data() + firstRow * dim_, dim_, panels_.data(), out.data()};
    static const auto compute = hasAvx2() ? scoreAvx2 : scorePlain;
    compute(tile, rows);
    for (size_t i = 0; i < rows && count_ < kWidth; ++i)
        std::fill_n(out.data() + i * kWidth + count_, kWidth - count_, std::numeric_limits<float>::quiet_NaN());
}

} // namespace fusefind

#include "core/map/near_rows.h"

#include "core/eval/score_block.h"
#include "core/index/top_k.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace fusefind {

namespace {

constexpr size_t kRowsPerCell = 500; // on average
constexpr size_t kExactBelow = 4000; // rows: one cell
constexpr size_t kCellsLookedAt = 10;
constexpr size_t kMostCandidates = 10'000; // rows that are all the same lie in one cell
constexpr size_t kRowsAtOnce = 64;
constexpr size_t kWidth = ScoreBlock::kWidth;

using RowNumbers = std::vector<uint32_t>;

Matrix gather(const Matrix& rows, const RowNumbers& numbers) {
    Matrix found;
    found.reserve(numbers.size(), rows.cols());
    for (const uint32_t number : numbers)
        found.append(rows.row(number));
    return found;
}

std::vector<float> squaredLengths(const Matrix& rows) {
    std::vector<float> squares(rows.rows());
    for (size_t i = 0; i < rows.rows(); ++i) {
        const auto row = rows.row(i);
        squares[i] = std::inner_product(row.begin(), row.end(), row.begin(), 0.0F);
    }
    return squares;
}

// found(query, candidate, squared distance) of every query with every candidate.
template <class Found>
void compare(const Matrix& queries, const Matrix& candidates, Found found) {
    const auto ofQueries = squaredLengths(queries);
    const auto ofCandidates = squaredLengths(candidates);
    std::vector<float> scores(kRowsAtOnce * kWidth);
    for (size_t first = 0; first < candidates.rows(); first += kWidth) {
        const ScoreBlock block(candidates, first);
        const size_t width = std::min(kWidth, candidates.rows() - first);
        for (size_t begin = 0; begin < queries.rows(); begin += kRowsAtOnce) {
            const size_t height = std::min(kRowsAtOnce, queries.rows() - begin);
            block.score(queries, begin, height, scores);
            for (size_t i = 0; i < height; ++i)
                for (size_t j = 0; j < width; ++j)
                    found(begin + i, first + j,
                          std::max(0.0F, ofQueries[begin + i] + ofCandidates[first + j] - 2 * scores[i * kWidth + j]));
        }
    }
}

class Search {
public:
    Search(const Matrix& rows, size_t count, uint64_t seed) : rows_(rows), seed_(seed) {
        near_.count = std::min(count, rows.rows() - 1);
        near_.rows.resize(rows.rows() * near_.count);
        near_.distances.resize(near_.rows.size());
        choosePivots();
    }

    Result<NearRows> run(const std::stop_token& stop, ProgressReporter& progress) {
        FUSEFIND_TRY(fillCells(stop));
        for (size_t cell = 0; cell < cells_.size(); ++cell) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
            searchFrom(cell);
            progress.report({"neighbours", static_cast<int64_t>(cell + 1), static_cast<int64_t>(cells_.size()), {}});
        }
        return std::move(near_);
    }

private:
    void choosePivots() {
        const size_t count = rows_.rows() <= kExactBelow ? 1 : rows_.rows() / kRowsPerCell;
        RowNumbers numbers(rows_.rows());
        std::iota(numbers.begin(), numbers.end(), 0U);
        RowNumbers drawn;
        std::mt19937_64 random(seed_);
        std::ranges::sample(numbers, std::back_inserter(drawn), static_cast<std::ptrdiff_t>(count), random);
        pivots_ = gather(rows_, drawn);
        cells_.resize(count);
    }

    Status fillCells(const std::stop_token& stop) {
        constexpr size_t kBlock = 4096;
        for (size_t first = 0; first < rows_.rows(); first += kBlock) {
            if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
            RowNumbers numbers(std::min(kBlock, rows_.rows() - first));
            std::iota(numbers.begin(), numbers.end(), static_cast<uint32_t>(first));
            std::vector<float> least(numbers.size(), std::numeric_limits<float>::infinity());
            std::vector<size_t> nearest(numbers.size());
            compare(gather(rows_, numbers), pivots_, [&](size_t i, size_t cell, float square) {
                if (square >= least[i]) return;
                least[i] = square;
                nearest[i] = cell;
            });
            for (size_t i = 0; i < numbers.size(); ++i)
                cells_[nearest[i]].push_back(numbers[i]);
        }
        return {};
    }

    // Rows of the cells around one, thinned out where they are too many.
    [[nodiscard]] RowNumbers candidatesAround(size_t cell) const {
        std::vector<std::pair<float, size_t>> order;
        Matrix pivot;
        pivot.append(pivots_.row(cell));
        compare(pivot, pivots_,
                [&](size_t, size_t other, float square) { order.emplace_back(other == cell ? -1.0F : square, other); });
        std::ranges::sort(order);
        RowNumbers found;
        for (size_t i = 0; i < order.size(); ++i) {
            if (i >= kCellsLookedAt && found.size() > near_.count) break;
            const RowNumbers& rows = cells_[order[i].second];
            found.insert(found.end(), rows.begin(), rows.end());
        }
        if (found.size() <= kMostCandidates) return found;
        RowNumbers some;
        for (size_t i = 0; i < kMostCandidates; ++i)
            some.push_back(found[i * found.size() / kMostCandidates]);
        return some;
    }

    void searchFrom(size_t cell) {
        const RowNumbers& own = cells_[cell];
        if (own.empty()) return;
        const RowNumbers candidates = candidatesAround(cell);
        std::vector<TopK> best(own.size(), TopK(near_.count));
        std::vector<float> limits(own.size(), std::numeric_limits<float>::infinity()); // most are refused by it
        compare(gather(rows_, own), gather(rows_, candidates), [&](size_t i, size_t j, float square) {
            if (square >= limits[i] || candidates[j] == own[i]) return;
            best[i].offer({static_cast<Label>(candidates[j]), -square});
            if (best[i].full()) limits[i] = -best[i].worst().score;
        });
        for (size_t i = 0; i < own.size(); ++i)
            keep(own[i], best[i].take());
    }

    void keep(uint32_t row, const std::vector<Neighbour>& found) {
        for (size_t k = 0; k < found.size(); ++k) {
            near_.rows[row * near_.count + k] = static_cast<uint32_t>(found[k].label);
            near_.distances[row * near_.count + k] = std::sqrt(-found[k].score);
        }
    }

    const Matrix& rows_;
    uint64_t seed_;
    NearRows near_;
    Matrix pivots_; // [cells, D]
    std::vector<RowNumbers> cells_;
};

} // namespace

Result<NearRows> nearRows(const Matrix& rows, size_t count, uint64_t seed, const std::stop_token& stop,
                          ProgressReporter& progress) {
    if (rows.rows() < 2) return NearRows{};
    return Search(rows, count, seed).run(stop, progress);
}

} // namespace fusefind

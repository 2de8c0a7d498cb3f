#include "core/eval/recall.h"

#include "core/eval/score_block.h"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <vector>

namespace fusefind {

namespace {

// Above the rounding of an f32 dot product, whose last bits depend on the row's place in a block.
constexpr float kTie = 1e-6F;
constexpr size_t kRows = 64; // of a block of scores
constexpr size_t kColumns = ScoreBlock::kWidth;

size_t padded(size_t rows) {
    return (rows + kColumns - 1) / kColumns * kColumns;
}

// What one direction knows of its queries, by row; as long as whole blocks are.
struct Ranks {
    explicit Ranks(size_t rows)
        : high(padded(rows), kNever),
          low(padded(rows), kNever),
          relevant(padded(rows)),
          greater(padded(rows)),
          atLeast(padded(rows)) {}

    [[nodiscard]] bool isQuery(size_t row) const { return relevant[row] > 0; }
    [[nodiscard]] bool isFound(size_t row) const { return low[row] != kNever; }

    // The best relevant score and what ties with it. A row without a finite one keeps kNever, which no score reaches.
    static constexpr float kNever = std::numeric_limits<float>::infinity();
    std::vector<float> high;
    std::vector<float> low;
    std::vector<int32_t> relevant; // relevant candidates that tie, the best included
    std::vector<int32_t> greater;  // candidates above the tie
    std::vector<int32_t> atLeast;  // candidates above or in it
};

double dot(const Matrix& a, const Matrix& b, RowPair pair) {
    return std::inner_product(a.row(pair.a).begin(), a.row(pair.a).end(), b.row(pair.b).begin(), 0.0);
}

// First pass, over the pairs alone: best relevant score of every query and its relevant equals.
void rankRelevant(std::span<const RowPair> pairs, std::span<const float> scores, int64_t RowPair::*query,
                  Ranks& ranks) {
    std::vector<float>& best = ranks.high;
    for (size_t i = 0; i < pairs.size(); ++i) {
        float& score = best[pairs[i].*query];
        if (std::isfinite(scores[i])) score = score == Ranks::kNever ? scores[i] : std::max(score, scores[i]);
    }
    for (size_t row = 0; row < best.size(); ++row) {
        ranks.low[row] = best[row] - kTie;
        ranks.high[row] = best[row] + kTie;
    }
    for (size_t i = 0; i < pairs.size(); ++i) {
        const auto row = pairs[i].*query;
        ranks.relevant[row] += !ranks.isFound(row) || scores[i] >= ranks.low[row] ? 1 : 0;
    }
}

// One row of a block of scores against its own query and those of the columns. The fixed length lets the compiler
// vectorise.
void countRow(const float* __restrict scores, Ranks& rows, size_t row, const float* __restrict high,
              const float* __restrict low, int32_t* __restrict greater, int32_t* __restrict atLeast) {
    const float rowHigh = rows.high[row];
    const float rowLow = rows.low[row];
    int32_t rowGreater = 0;
    int32_t rowAtLeast = 0;
    for (size_t j = 0; j < kColumns; ++j) {
        rowGreater += scores[j] > rowHigh ? 1 : 0;
        rowAtLeast += scores[j] >= rowLow ? 1 : 0;
        greater[j] += scores[j] > high[j] ? 1 : 0;
        atLeast[j] += scores[j] >= low[j] ? 1 : 0;
    }
    rows.greater[row] += rowGreater;
    rows.atLeast[row] += rowAtLeast;
}

// Second pass: one sweep over the blocks of the score matrix serves both directions. Blocks of columns go to the
// threads, whose counts of a row are added up.
void countAll(const Matrix& a, const Matrix& b, Ranks& rows, Ranks& columns, const std::stop_token& stop) {
    tbb::enumerable_thread_specific<Ranks> locals([&] { return Ranks(rows); });
    const auto countColumns = [&](size_t block) {
        if (stop.stop_requested()) return;
        const size_t first = block * kColumns;
        const ScoreBlock candidates(b, first);
        Ranks& local = locals.local();
        std::vector<float> scores(kRows * kColumns);
        for (size_t row = 0; row < a.rows(); row += kRows) {
            const size_t count = std::min(kRows, a.rows() - row);
            candidates.score(a, row, count, scores);
            for (size_t i = 0; i < count; ++i)
                countRow(scores.data() + i * kColumns, local, row + i, columns.high.data() + first,
                         columns.low.data() + first, columns.greater.data() + first, columns.atLeast.data() + first);
        }
    };
    tbb::parallel_for(size_t{0}, columns.high.size() / kColumns, countColumns);
    for (const Ranks& local : locals) {
        std::transform(local.greater.begin(), local.greater.end(), rows.greater.begin(), rows.greater.begin(),
                       std::plus<>());
        std::transform(local.atLeast.begin(), local.atLeast.end(), rows.atLeast.begin(), rows.atLeast.begin(),
                       std::plus<>());
    }
}

// Chance that one of `relevant` among `tied` equals lands in the first `slots` of a random order:
// 1 - C(tied - relevant, slots) / C(tied, slots).
double chanceOfHit(int64_t tied, int64_t relevant, int64_t slots) {
    if (slots <= 0) return 0;
    double miss = 1;
    for (int64_t i = 0; i < std::min(slots, tied) && miss > 0; ++i)
        miss *= static_cast<double>(std::max<int64_t>(tied - relevant - i, 0)) / static_cast<double>(tied - i);
    return 1 - miss;
}

QueryHits hitsOf(const Ranks& ranks, size_t candidates) {
    QueryHits hits;
    hits.candidates = static_cast<int64_t>(candidates);
    for (size_t i = 0; i < ranks.relevant.size(); ++i) {
        if (!ranks.isQuery(i)) continue;
        auto& chances = hits.chances.emplace_back();
        if (!ranks.isFound(i)) continue;
        const int32_t tied = std::max(ranks.atLeast[i] - ranks.greater[i], ranks.relevant[i]);
        for (size_t k = 0; k < kRecallAt.size(); ++k)
            chances[k] = chanceOfHit(tied, ranks.relevant[i], kRecallAt[k] - ranks.greater[i]);
    }
    return hits;
}

} // namespace

Recall summarize(const QueryHits& hits) {
    std::array<double, kRecallAt.size()> sums{};
    for (const auto& chances : hits.chances)
        std::ranges::transform(sums, chances, sums.begin(), std::plus());
    const auto percent = [&](double sum) { return 100 * sum / static_cast<double>(hits.chances.size()); };
    return {percent(sums[0]), percent(sums[1]), percent(sums[2]), std::ssize(hits.chances), hits.candidates};
}

PairRecall summarize(const PairHits& hits) {
    return {summarize(hits.aToB), summarize(hits.bToA)};
}

Result<PairHits> recallHits(const Matrix& a, const Matrix& b, std::span<const RowPair> pairs,
                            const std::stop_token& stop) {
    if (pairs.empty()) return fail(ErrorCode::invalidInput, "there are no pairs to measure recall on");
    if (a.cols() != b.cols())
        return fail(ErrorCode::invalidInput,
                    fmt::format("points of {} and {} dimensions cannot be compared", a.cols(), b.cols()));
    std::vector<RowPair> unique(pairs.begin(), pairs.end());
    std::sort(unique.begin(), unique.end());
    unique.erase(std::unique(unique.begin(), unique.end()), unique.end());

    std::vector<float> scores;
    scores.reserve(unique.size());
    for (const RowPair& pair : unique) {
        if (pair.a < 0 || pair.b < 0 || pair.a >= static_cast<int64_t>(a.rows()) ||
            pair.b >= static_cast<int64_t>(b.rows()))
            return fail(ErrorCode::invalidInput, fmt::format("pair ({}, {}) lies outside the {} and {} rows", pair.a,
                                                             pair.b, a.rows(), b.rows()));
        scores.push_back(static_cast<float>(dot(a, b, pair)));
    }
    Ranks rows(a.rows());
    Ranks columns(b.rows());
    rankRelevant(unique, scores, &RowPair::a, rows);
    rankRelevant(unique, scores, &RowPair::b, columns);
    countAll(a, b, rows, columns, stop);
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
    return PairHits{hitsOf(rows, b.rows()), hitsOf(columns, a.rows())};
}

Result<PairRecall> recall(const Matrix& a, const Matrix& b, std::span<const RowPair> pairs) {
    FUSEFIND_TRY_ASSIGN(const PairHits hits, recallHits(a, b, pairs));
    return summarize(hits);
}

} // namespace fusefind

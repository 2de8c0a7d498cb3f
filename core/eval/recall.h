#pragma once

#include "core/base/result.h"
#include "core/eval/pairs.h"
#include "core/tensors/matrix.h"

#include <array>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace fusefind {

// Percentages of queries whose best-ranked relevant candidate is among the first 1, 5, 10.
struct Recall {
    double r1 = 0;
    double r5 = 0;
    double r10 = 0;
    int64_t queries = 0;
    int64_t candidates = 0;

    [[nodiscard]] double mean() const { return (r1 + r5 + r10) / 3; }
};

// Both directions of one pair kind.
struct PairRecall {
    Recall aToB;
    Recall bToA;

    [[nodiscard]] double mean() const { return (aToB.mean() + bToA.mean()) / 2; }
};

inline constexpr std::array<int64_t, 3> kRecallAt{1, 5, 10};

// What recall is the mean of: of each query, by its row, the chance that a relevant candidate is among the first
// kRecallAt. 0 or 1, but for ties.
struct QueryHits {
    std::vector<std::array<double, kRecallAt.size()>> chances;
    int64_t candidates = 0;
};

struct PairHits {
    QueryHits aToB;
    QueryHits bToA;
};

Recall summarize(const QueryHits& hits);
PairRecall summarize(const PairHits& hits);

// Recall@k by cosine (dot product of unit rows), the protocol of image-text retrieval (Vouitsis et al. 2024, section
// 6). `a` [N, D] and `b` [M, D] hold exactly the items under test, `pairs` says what belongs together; an item may have
// several partners. Every row that stands in a pair is a query; every row of the other side is a candidate.
//
// Ties: scores within 1e-6 of the best relevant score count as equal to it, and the chance that it is among the first k
// under a random order of the equals is counted, so that a constant model scores exactly chance. A query whose score is
// not a number is missed.
//
// Time N M D; memory of blocks, never of [N, M]. Errors: invalidInput (no pairs, a pair outside the rows, widths
// differ), cancelled.
Result<PairHits> recallHits(const Matrix& a, const Matrix& b, std::span<const RowPair> pairs,
                            const std::stop_token& stop = {});
Result<PairRecall> recall(const Matrix& a, const Matrix& b, std::span<const RowPair> pairs);

} // namespace fusefind

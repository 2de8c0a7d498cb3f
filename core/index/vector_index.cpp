#include "core/index/vector_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

[[maybe_unused]] bool isUnit(std::span<const float> row) {
    constexpr double kTolerance = 1e-3;
    double sum = 0;
    for (const float value : row)
        sum += static_cast<double>(value) * value;
    return std::abs(std::sqrt(sum) - 1) < kTolerance;
}

} // namespace

Status checkRows(std::span<const Label> labels, const Matrix& rows, size_t dim) {
    FUSEFIND_ASSERT(labels.size() == rows.rows());
    if (!labels.empty() && rows.cols() != dim)
        return fail(ErrorCode::invalidInput, fmt::format("points of {} values, the index holds {}", rows.cols(), dim));
    if (std::any_of(labels.begin(), labels.end(), [](Label label) { return label < 0; }))
        return fail(ErrorCode::invalidInput, "a negative label cannot be indexed");
    if (!allFinite(rows.values())) return fail(ErrorCode::invalidInput, "a point has a value that is not finite");
    for (size_t i = 0; i < rows.rows(); ++i)
        FUSEFIND_ASSERT(isUnit(rows.row(i)));
    return {};
}

Status checkQuery(std::span<const float> query, size_t dim) {
    if (query.size() != dim)
        return fail(ErrorCode::invalidInput,
                    fmt::format("a query of {} values, the index holds {}", query.size(), dim));
    if (!allFinite(query)) return fail(ErrorCode::invalidInput, "the query has a value that is not finite");
    FUSEFIND_ASSERT(isUnit(query));
    return {};
}

Result<std::vector<std::vector<Neighbour>>> trueNeighbours(const VectorIndex& exact, const Matrix& queries, size_t k) {
    std::vector<std::vector<Neighbour>> truth;
    truth.reserve(queries.rows());
    for (size_t i = 0; i < queries.rows(); ++i) {
        FUSEFIND_TRY_ASSIGN(auto nearest, exact.search(queries.row(i), k, {}, SearchMode::exact));
        truth.push_back(std::move(nearest));
    }
    return truth;
}

Result<double> recallOf(const std::function<Result<std::vector<Neighbour>>(std::span<const float> query)>& search,
                        const Matrix& queries, const std::vector<std::vector<Neighbour>>& truth) {
    FUSEFIND_ASSERT(truth.size() == queries.rows());
    double sum = 0;
    size_t counted = 0;
    for (size_t i = 0; i < queries.rows(); ++i) {
        const std::vector<Neighbour>& nearest = truth[i];
        if (nearest.empty()) continue;
        FUSEFIND_TRY_ASSIGN(const auto found, search(queries.row(i)));
        const auto isTrue = [&](const Neighbour& hit) {
            return hit.score >= nearest.back().score ||
                   std::any_of(nearest.begin(), nearest.end(),
                               [&](const Neighbour& t) { return t.label == hit.label; });
        };
        sum += static_cast<double>(std::count_if(found.begin(), found.end(), isTrue)) /
               static_cast<double>(nearest.size());
        ++counted;
    }
    return counted > 0 ? sum / static_cast<double>(counted) : 1.0;
}

Result<double> measureRecall(const VectorIndex& approximate, const VectorIndex& exact, const Matrix& queries,
                             size_t k) {
    FUSEFIND_TRY_ASSIGN(const auto truth, trueNeighbours(exact, queries, k));
    return recallOf([&](std::span<const float> query) { return approximate.search(query, k); }, queries, truth);
}

} // namespace fusefind

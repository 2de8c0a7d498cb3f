#pragma once

#include "core/eval/pairs.h"
#include "core/eval/recall.h"
#include "core/tensors/matrix.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <functional>
#include <span>
#include <vector>

namespace fusefind {

// Recall of one pair kind in both directions.
struct KindRecall {
    Modality a = Modality::image;
    Modality b = Modality::text;
    PairRecall recall;
};

// The same query by query.
struct KindHits {
    Modality a = Modality::image;
    Modality b = Modality::text;
    PairHits hits;
};

// Latents of a modality [N, D] to unit points [N, dim].
using Projection = std::function<Result<Matrix>(Modality, const Matrix&)>;

// Recall of every kind that has pairs, among the rows that its pairs name. `latents` by modality; a pair's numbers are
// rows of them. Errors: the projection's; invalidInput (a pair outside the rows).
Result<std::vector<KindRecall>> measureRecalls(const std::array<Matrix, kModalities.size()>& latents,
                                               std::span<const PairKind> kinds, const Projection& project);

// The points of one kind, among the rows that its pairs name, and the pairs by the rows of these: what recall is
// counted on. The same errors.
struct KindPoints {
    Matrix a;
    Matrix b;
    std::vector<RowPair> pairs;
};
Result<KindPoints> projectKind(const std::array<Matrix, kModalities.size()>& latents, const PairKind& kind,
                               const Projection& project);

Result<std::vector<KindHits>> measureHits(const std::array<Matrix, kModalities.size()>& latents,
                                          std::span<const PairKind> kinds, const Projection& project);

// The mean of both directions' R@1, R@5 and R@10, averaged over the kinds; 0 for none.
double meanRecall(std::span<const KindRecall> recalls);

// {"image_to_text": {"R@1": …, "R@5": …, "R@10": …, "queries": n, "candidates": m}, "text_to_image": {…}, …}
nlohmann::json toJson(std::span<const KindRecall> recalls);
// Errors: invalidInput.
Result<std::vector<KindRecall>> recallsFromJson(const nlohmann::json& json);

// The rows of these numbers, in their order.
Matrix gatherRows(const Matrix& matrix, std::span<const int64_t> rows);
// Each number on one side of the pairs, once, in ascending order.
std::vector<int64_t> distinctRows(std::span<const RowPair> pairs, int64_t RowPair::*side);

} // namespace fusefind

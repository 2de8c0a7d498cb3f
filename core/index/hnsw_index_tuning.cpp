#include "core/index/hnsw_index.h"

#include <mutex>
#include <tuple>

namespace fusefind {

SearchBreadth HnswIndex::breadth() const {
    const std::shared_lock lock(mutex_);
    return breadth_;
}

bool HnswIndex::wantsTuning() const {
    const std::shared_lock lock(mutex_);
    return !breadth_.holds(labels_.places());
}

Result<std::optional<double>> HnswIndex::tune(const Matrix& queries) {
    constexpr size_t k = SearchBreadth::kNeighbours;
    const auto [changes, places, scanned] = [this] {
        const std::shared_lock lock(mutex_);
        return std::tuple(changes_, labels_.places(), scanIsBetter(k, {}));
    }();
    FUSEFIND_TRY_ASSIGN(const auto truth, trueNeighbours(*this, queries, k));
    SearchBreadth breadth;
    double recall = 0;
    uint64_t candidates = SearchBreadth::kNarrowest;
    for (;; candidates = std::min(candidates * 6 / 5, SearchBreadth::kWidest)) {
        breadth = {candidates, places};
        const auto search = [&](std::span<const float> query) {
            const std::shared_lock lock(mutex_);
            return searchWith(breadth, query, k);
        };
        FUSEFIND_TRY_ASSIGN(recall, recallOf(search, queries, truth));
        if (recall >= SearchBreadth::kRecall || candidates == SearchBreadth::kWidest) break;
    }
    const std::unique_lock lock(mutex_);
    if (changes_ != changes) return std::nullopt;
    // Looking at all points says nothing about the graph, nor do no queries.
    if (!scanned && queries.rows() > 0) breadth_ = breadth;
    return recall;
}

} // namespace fusefind

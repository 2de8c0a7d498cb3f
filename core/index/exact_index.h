#pragma once

#include "core/index/vector_index.h"

#include <shared_mutex>
#include <unordered_map>

namespace fusefind {

// Looks at every point: the oracle that HnswIndex is measured against. Kept in memory only.
class ExactIndex final : public VectorIndex {
public:
    explicit ExactIndex(size_t dim) : dim_(dim) {}

    [[nodiscard]] size_t dim() const override { return dim_; }
    [[nodiscard]] size_t size() const override;
    [[nodiscard]] std::vector<Label> labels() const override;
    Status add(std::span<const Label> labels, const Matrix& rows) override;
    Status remove(std::span<const Label> labels) override;
    [[nodiscard]] Result<std::vector<Neighbour>> search(std::span<const float> query, size_t k,
                                                        const LabelFilter& filter = {},
                                                        SearchMode mode = SearchMode::exact) const override;

private:
    [[nodiscard]] std::span<float> rowAt(size_t i) { return std::span(rows_).subspan(i * dim_, dim_); }

    size_t dim_;
    mutable std::shared_mutex mutex_; // guards all below
    std::vector<Label> labels_;
    std::vector<float> rows_; // row i belongs to labels_[i]
    std::unordered_map<Label, size_t> rowOf_;
};

} // namespace fusefind

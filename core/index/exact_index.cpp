#include "core/index/exact_index.h"

#include "core/index/product.h"
#include "core/index/top_k.h"

#include <algorithm>
#include <mutex>
#include <new>

namespace fusefind {

namespace {

// At least doubles, so that many small batches stay linear.
template <class Value>
void reserveMore(std::vector<Value>& values, size_t needed) {
    if (needed > values.capacity()) values.reserve(std::max(needed, 2 * values.capacity()));
}

} // namespace

size_t ExactIndex::size() const {
    const std::shared_lock lock(mutex_);
    return labels_.size();
}

std::vector<Label> ExactIndex::labels() const {
    const std::shared_lock lock(mutex_);
    auto sorted = labels_;
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

Status ExactIndex::add(std::span<const Label> labels, const Matrix& rows) {
    FUSEFIND_TRY(checkRows(labels, rows, dim()));
    const std::unique_lock lock(mutex_);
    try {
        const size_t most = labels_.size() + labels.size();
        reserveMore(labels_, most);
        reserveMore(rows_, most * dim_);
        for (size_t i = 0; i < labels.size(); ++i) {
            const auto [place, isNew] = rowOf_.try_emplace(labels[i], labels_.size());
            if (isNew) { // room was made above: what follows cannot fail
                labels_.push_back(labels[i]);
                rows_.resize(rows_.size() + dim_);
            }
            std::ranges::copy(rows.row(i), rowAt(place->second).begin());
        }
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, "not enough memory for the index");
    }
    return {};
}

Status ExactIndex::remove(std::span<const Label> labels) {
    const std::unique_lock lock(mutex_);
    for (const Label label : labels) {
        const auto place = rowOf_.find(label);
        if (place == rowOf_.end()) continue;
        const size_t row = place->second;
        const size_t last = labels_.size() - 1;
        if (row != last) std::ranges::copy(rowAt(last), rowAt(row).begin());
        labels_[row] = labels_[last];
        rowOf_[labels_[row]] = row;
        rowOf_.erase(label);
        labels_.pop_back();
        rows_.resize(last * dim_);
    }
    return {};
}

Result<std::vector<Neighbour>> ExactIndex::search(std::span<const float> query, size_t k, const LabelFilter& filter,
                                                  SearchMode /*mode*/) const {
    FUSEFIND_TRY(checkQuery(query, dim()));
    const std::shared_lock lock(mutex_);
    const Simd simd = bestSimd();
    TopK best(k);
    for (size_t i = 0; i < labels_.size(); ++i) {
        if (filter && !filter(labels_[i])) continue;
        best.offer({labels_[i], product(query, std::span(rows_).subspan(i * dim_, dim_), simd)});
    }
    return best.take();
}

} // namespace fusefind

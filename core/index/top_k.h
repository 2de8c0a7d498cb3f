#pragma once

#include "core/index/vector_index.h"

#include <algorithm>

namespace fusefind {

// Best first: the higher score, among equals the smaller label.
inline bool ranksBefore(const Neighbour& a, const Neighbour& b) {
    return a.score != b.score ? a.score > b.score : a.label < b.label;
}

// Keeps the k best of all that is offered, in a heap whose front is the worst of them.
class TopK {
public:
    explicit TopK(size_t k) : k_(k) {}

    void offer(const Neighbour& candidate) {
        if (heap_.size() < k_) {
            heap_.push_back(candidate);
            std::push_heap(heap_.begin(), heap_.end(), ranksBefore);
        } else if (k_ > 0 && ranksBefore(candidate, heap_.front())) {
            std::pop_heap(heap_.begin(), heap_.end(), ranksBefore);
            heap_.back() = candidate;
            std::push_heap(heap_.begin(), heap_.end(), ranksBefore);
        }
    }

    [[nodiscard]] bool full() const { return heap_.size() == k_; }
    [[nodiscard]] const Neighbour& worst() const { return heap_.front(); } // of at least one

    std::vector<Neighbour> take() {
        std::sort_heap(heap_.begin(), heap_.end(), ranksBefore);
        return std::move(heap_);
    }

private:
    size_t k_;
    std::vector<Neighbour> heap_;
};

} // namespace fusefind

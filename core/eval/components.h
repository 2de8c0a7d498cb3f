#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace fusefind {

// Disjoint sets over rows. The smallest row names a set, so that names do not depend on the order of joining.
class Components {
public:
    explicit Components(int64_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0); }

    int64_t find(int64_t i) {
        while (parent_[i] != i)
            i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(int64_t a, int64_t b) {
        a = find(a);
        b = find(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<int64_t> parent_;
};

} // namespace fusefind

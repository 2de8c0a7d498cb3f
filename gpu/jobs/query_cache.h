#pragma once

#include "gpu/fusemix/space.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace fusefind {

// Where a text or file lies.
struct QueryPoint {
    std::vector<float> point;  // [dim], in the space
    std::vector<float> latent; // [D], of a text: raw, of unit length; empty for a file
    bool whole = true;         // false: only the beginning of a long sound was listened to
};

// Where texts and files that were searched by lately lie in one space: typing on beside a dropped sound must not encode
// the sound with every key.
class QueryCache {
public:
    // Null if unknown.
    const QueryPoint* find(const std::shared_ptr<const Space>& space, const std::string& key) const {
        const auto found = space == space_ ? points_.find(key) : points_.end();
        return found == points_.end() ? nullptr : &found->second;
    }

    void keep(const std::shared_ptr<const Space>& space, const std::string& key, QueryPoint point) {
        constexpr size_t kMost = 256;
        if (space != space_ || points_.size() >= kMost) points_.clear();
        space_ = space;
        points_[key] = std::move(point);
    }

private:
    std::shared_ptr<const Space> space_;
    std::map<std::string, QueryPoint> points_;
};

} // namespace fusefind

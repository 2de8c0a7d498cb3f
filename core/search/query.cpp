#include "core/search/query.h"

#include "core/tensors/matrix.h"

#include <cmath>

namespace fusefind {

namespace {

constexpr float kShortest = 1e-4F; // a shorter sum of unit points is what rounding left of it

// Scales to unit length; false if there is no direction.
bool makeUnit(std::vector<float>& point) {
    double sum = 0;
    for (const float value : point)
        sum += static_cast<double>(value) * value;
    if (!(std::sqrt(sum) > kShortest)) return false;
    normalizeInPlace(point);
    return true;
}

Result<std::vector<float>> direction(const std::vector<QueryPart>& parts) {
    std::vector<float> sum(parts.front().point.size());
    for (const QueryPart& part : parts) {
        FUSEFIND_ASSERT(part.point.size() == sum.size() && part.weight > 0);
        std::vector<float> point = part.point;
        normalizeInPlace(point);
        for (size_t d = 0; d < sum.size(); ++d)
            sum[d] += part.weight * point[d];
    }
    if (!allFinite(sum)) return fail(ErrorCode::invalidInput, "a part of the query has a value that is not finite");
    if (!makeUnit(sum))
        return fail(ErrorCode::invalidInput, "the parts of the query cancel out", {}, "leave one of them out");
    return sum;
}

} // namespace

Result<std::vector<float>> combineQuery(const Query& query, float unwantedShare) {
    if (query.wanted.empty())
        return fail(ErrorCode::invalidInput, "the query only says what not to find", {}, "add something to look for");
    FUSEFIND_TRY_ASSIGN(auto point, direction(query.wanted));
    if (query.unwanted.empty()) return point;
    FUSEFIND_TRY_ASSIGN(const auto away, direction(query.unwanted));
    FUSEFIND_ASSERT(away.size() == point.size());
    for (size_t d = 0; d < point.size(); ++d)
        point[d] -= unwantedShare * away[d];
    if (!makeUnit(point))
        return fail(ErrorCode::invalidInput, "the parts of the query cancel out", {}, "leave one of them out");
    return point;
}

} // namespace fusefind

#pragma once

#include "core/base/result.h"

#include <vector>

namespace fusefind {

// One thing looked for, or kept away from: a point of the space [D] and how much it counts (above 0).
struct QueryPart {
    std::vector<float> point;
    float weight = 1;
};

struct Query {
    std::vector<QueryPart> wanted;
    std::vector<QueryPart> unwanted; // --not, --unlike
};

// How much of the unwanted direction is taken away. Of items with A, with A and B, and with B, "A not B" ranks those
// with A alone first best at 0.5 among 0, 0.25, 0.5, 0.75 and 1 (average precision 0.66, 0.87, 0.90, 0.85, 0.71 for
// unrelated A and B, and the same order for related ones; test_query repeats it): less leaves B in, more forgets A.
inline constexpr float kUnwantedShare = 0.5F;

// The unit point to search with [D]: unit(unit(sum of wanted) - share * unit(sum of unwanted)), each part scaled to
// unit length and weighted. Errors: invalidInput if nothing is wanted, or if the parts cancel out.
Result<std::vector<float>> combineQuery(const Query& query, float unwantedShare = kUnwantedShare);

} // namespace fusefind

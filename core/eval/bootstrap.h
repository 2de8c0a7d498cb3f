#pragma once

#include "core/eval/recall.h"

namespace fusefind {

// Percentages.
struct Interval {
    double low = 0;
    double high = 0;
};

using RecallIntervals = std::array<Interval, kRecallAt.size()>;

// Percentile bootstrap (Efron 1979) over the queries: the range in which the middle 95 % of the recalls of resampled
// queries lie, for each of kRecallAt. How far another sample of queries as large would move the figure; it says nothing
// of another training. The same hits give the same intervals.
RecallIntervals bootstrapIntervals(const QueryHits& hits, uint64_t seed = 42);

} // namespace fusefind

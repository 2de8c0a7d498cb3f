#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/tensors/matrix.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace fusefind {

// For each of N rows the K others that are nearest by Euclidean distance, nearest first.
struct NearRows {
    size_t count = 0;             // K
    std::vector<uint32_t> rows;   // [N, K]
    std::vector<float> distances; // [N, K]
};

// Exact for some thousand rows. Of more, each is compared with those in its own and the nearest cells around rows drawn
// at random (an inverted file), which finds most of them; HnswIndex would take minutes to be built by one thread, and
// by more than one would be another graph each time. K is `count`, or N - 1 where that is less. Reports "neighbours".
// Errors: cancelled.
Result<NearRows> nearRows(const Matrix& rows, size_t count, uint64_t seed, const std::stop_token& stop,
                          ProgressReporter& progress);

} // namespace fusefind

#pragma once

#include "core/base/result.h"
#include "core/tensors/matrix.h"

#include <cstdint>
#include <functional>

namespace fusefind {

struct NearDuplicateOptions {
    float cosine = 0.98F;
    size_t mostRows = 200'000;    // above it nothing is looked for: every row meets every other
    std::function<bool()> goesOn; // asked now and then, on the caller's thread; false: stop. May be empty
};

// For each row [N, D] the first of those that are nearly one with it, or with one that is: [N]. By the cosine about the
// mean of all, since the latents of many encoders share a direction that has no meaning; where all rows are the same
// there is none. Random projections (with a fixed seed) choose whom to compare, the cosine itself decides. Errors:
// cancelled.
Result<std::vector<int64_t>> nearDuplicates(const Matrix& rows, const NearDuplicateOptions& options = {});

} // namespace fusefind

#pragma once

#include "core/tensors/matrix.h"

namespace fusefind {

// A guess at something of K values by rows of D: what they are on average, and so much more for each value that lies
// above its own average.
struct LinearFit {
    std::vector<float> from; // [D], the mean row
    std::vector<float> to;   // [K]
    Matrix slopes;           // [K, D]

    // [N, D] to [N, K].
    [[nodiscard]] Matrix of(const Matrix& rows) const;
};

// The one with the least squares on rows [N, D] and their targets [N, K], of small slopes: few rows would otherwise be
// learnt by heart (ridge regression, Hoerl & Kennard 1970).
LinearFit fitLinear(const Matrix& rows, const Matrix& targets);

} // namespace fusefind

#pragma once

#include "core/tensors/matrix.h"

namespace fusefind {

// The directions in which rows spread most, that one first: principal components.
struct PrincipalAxes {
    std::vector<float> mean; // [D]
    Matrix directions;       // [K, D], orthonormal; the sign of each is such that its largest value is positive

    // How far [N, D] lie from the mean along each, [N, K].
    [[nodiscard]] Matrix coordinates(const Matrix& rows) const;
};

// At most `most` of them, and no more than there are columns. A sample of some thousand rows says nearly as much as
// all.
PrincipalAxes principalAxes(const Matrix& rows, size_t most);

} // namespace fusefind

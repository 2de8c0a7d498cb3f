#pragma once

#include "core/base/result.h"
#include "core/tensors/matrix.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace fusefind {

// The rows of [N, D] that say most beside each other, at most `count` of them, best first: greedy MAP of a
// determinantal point process with the kernel L_ij = (cos(i, j) + 1)^2, by Cholesky updates (Chen, Zhang, Zhou 2018,
// algorithm 1). Deterministic. Fewer come where the rest adds nothing, as copies do. Time N * count * (D + count / 2),
// memory 4 * N * count bytes. `goesOn(done)` is asked after each row; false stops. Errors: cancelled; limit (more than
// 1 GiB).
Result<std::vector<int64_t>> mostDiverse(const Matrix& rows, size_t count,
                                         const std::function<bool(size_t done)>& goesOn = {});

} // namespace fusefind

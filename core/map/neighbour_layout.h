#pragma once

#include "core/map/near_rows.h"

#include <functional>

namespace fusefind {

struct LayoutOptions {
    size_t neighbours = 15; // of a row, that are to be near it
    int epochs = 0;         // 0: by the number of rows
    uint64_t seed = 1;
};

// Where the rows are by now, [N, 2].
using OnLayout = std::function<void(const Matrix& places)>;

// Places in the plane at which rows [N, D] have those around them that are near them. The graph of neighbours is UMAP's
// (McInnes, Healy & Melville 2018, section 3.1: each row's distances are measured by a scale of its own, and "one of
// both is near the other" joins the two views); it is laid out by stochastic gradient descent with negative samples on
// the curve 1 / (1 + d²) (Tang et al. 2016, "Visualizing large-scale and high-dimensional data", section 3.2). Begins
// at `places` [N, 2]. `onLayout` hears of every epoch. Reports "neighbours" and "arrange". Errors: cancelled.
Result<Matrix> layOutNeighbours(const Matrix& rows, Matrix places, const LayoutOptions& options,
                                const std::stop_token& stop, ProgressReporter& progress, const OnLayout& onLayout = {});

} // namespace fusefind

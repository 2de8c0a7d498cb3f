#pragma once

#include "gpu/fusemix/recipe.h"

namespace fusefind {

// How long a run is, in steps.
struct RunLength {
    int64_t epochSteps = 1;
    int64_t steps = 1;

    [[nodiscard]] int64_t epochs() const { return (steps + epochSteps - 1) / epochSteps; }
};

// Of a recipe whose pass over the pairs takes `passSteps`.
RunLength runLength(const Recipe& recipe, int64_t passSteps);

// The learning rate of a 0-based step.
// perEpoch, as released: a line from floorRate to learningRate over the first `warmup` steps, within epoch 0 only; from
// epoch 1 on a cosine by epoch, (lr - floor) * (1 + cos(pi * epoch / epochs)) / 2 + floor. perStep: the line counts
// steps of the whole run, of which it takes a tenth at most; then a cosine by step down to floorRate.
double learningRate(const Recipe& recipe, const RunLength& length, int64_t step);

} // namespace fusefind

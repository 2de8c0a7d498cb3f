#include "gpu/fusemix/schedule.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace fusefind {

namespace {

double line(const Recipe& recipe, int64_t step, int64_t warmup) {
    return recipe.floorRate +
           (recipe.learningRate - recipe.floorRate) * static_cast<double>(step) / static_cast<double>(warmup);
}

double cosine(const Recipe& recipe, double progress) {
    return (recipe.learningRate - recipe.floorRate) * 0.5 * (1 + std::cos(std::numbers::pi * progress)) +
           recipe.floorRate;
}

} // namespace

RunLength runLength(const Recipe& recipe, int64_t passSteps) {
    RunLength length;
    length.epochSteps = std::max({passSteps, recipe.minEpochSteps, int64_t{1}});
    constexpr int64_t kNoLimit = std::numeric_limits<int64_t>::max();
    const int64_t byEpochs = recipe.epochs > 0 ? recipe.epochs * length.epochSteps : kNoLimit;
    const int64_t bySteps = recipe.steps > 0 ? recipe.steps : kNoLimit;
    length.steps = std::min(byEpochs, bySteps);
    return length;
}

double learningRate(const Recipe& recipe, const RunLength& length, int64_t step) {
    if (recipe.decay == Decay::perEpoch) {
        const int64_t epoch = step / length.epochSteps;
        const int64_t epochs = recipe.epochs > 0 ? recipe.epochs : length.epochs();
        if (epoch == 0 && step < recipe.warmup) return line(recipe, step, recipe.warmup);
        return cosine(recipe, static_cast<double>(epoch) / static_cast<double>(epochs));
    }
    const int64_t warmup = std::min(recipe.warmup, length.steps / 10);
    if (step < warmup) return line(recipe, step + 1, warmup);
    return cosine(recipe, static_cast<double>(step - warmup) /
                              static_cast<double>(std::max<int64_t>(1, length.steps - warmup)));
}

} // namespace fusefind

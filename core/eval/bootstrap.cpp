#include "core/eval/bootstrap.h"

#include <algorithm>
#include <random>

namespace fusefind {

namespace {

constexpr size_t kResamples = 1000;
constexpr double kOutside = 0.05;

using Sums = std::array<double, kRecallAt.size()>;

Sums resample(const QueryHits& hits, std::mt19937_64& random) {
    Sums sums{};
    for (size_t i = 0; i < hits.chances.size(); ++i) {
        const Sums& chances = hits.chances[random() % hits.chances.size()];
        for (size_t k = 0; k < sums.size(); ++k)
            sums[k] += chances[k];
    }
    return sums;
}

// As many of the resamples lie outside at either end.
Interval middleOf(std::vector<double>& values) {
    std::ranges::sort(values);
    const auto cut = static_cast<size_t>(kOutside / 2 * static_cast<double>(values.size()));
    return {values[cut], values[values.size() - 1 - cut]};
}

} // namespace

RecallIntervals bootstrapIntervals(const QueryHits& hits, uint64_t seed) {
    RecallIntervals intervals;
    if (hits.chances.empty()) return intervals;
    std::mt19937_64 random(seed);
    std::array<std::vector<double>, kRecallAt.size()> percentages;
    for (size_t i = 0; i < kResamples; ++i) {
        const Sums sums = resample(hits, random);
        for (size_t k = 0; k < sums.size(); ++k)
            percentages[k].push_back(100 * sums[k] / static_cast<double>(hits.chances.size()));
    }
    std::ranges::transform(percentages, intervals.begin(), middleOf);
    return intervals;
}

} // namespace fusefind

#include "core/search/close_score.h"

#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

constexpr size_t kReferenceRank = 5;
constexpr size_t kNearestExamples = 20;
constexpr size_t kFewestValues = 30;
constexpr float kSmallestDeviation = 1e-4F; // less is rounding
constexpr float kSlope = 3;
constexpr float kAllowance = 1.1F;

} // namespace

std::optional<Spread> spreadOf(std::span<const float> values) {
    if (values.size() < kFewestValues || !allFinite(values)) return std::nullopt;
    const auto count = static_cast<double>(values.size());
    double mean = 0;
    for (const float value : values)
        mean += value / count;
    double variance = 0;
    for (const float value : values)
        variance += (value - mean) * (value - mean) / count;
    const Spread spread{static_cast<float>(mean), static_cast<float>(std::sqrt(variance))};
    if (!(spread.deviation >= kSmallestDeviation)) return std::nullopt;
    return spread;
}

Result<std::vector<float>> referenceScores(const VectorIndex& library, const Matrix& points) {
    std::vector<float> scores;
    if (library.size() < kFewestPoints) return scores;
    scores.reserve(points.rows());
    for (size_t i = 0; i < points.rows(); ++i) {
        FUSEFIND_TRY_ASSIGN(const auto hits, library.search(points.row(i), kReferenceRank));
        if (hits.size() == kReferenceRank) scores.push_back(hits.back().score);
    }
    return scores;
}

Result<float> likeness(const VectorIndex& examples, std::span<const float> latent, std::optional<Label> itself) {
    FUSEFIND_TRY_ASSIGN(auto nearest, examples.search(latent, kNearestExamples + (itself ? 1 : 0)));
    if (itself) std::erase_if(nearest, [&](const Neighbour& neighbour) { return neighbour.label == *itself; });
    nearest.resize(std::min(nearest.size(), kNearestExamples));
    if (nearest.empty()) return 0;
    float sum = 0;
    for (const Neighbour& neighbour : nearest)
        sum += neighbour.score;
    return sum / static_cast<float>(nearest.size());
}

float closeScore(const CloseBasis& basis, float likenessOfQuery) {
    const float unlike = std::max(0.0F, (basis.likeness.mean - likenessOfQuery) / basis.likeness.deviation);
    return std::min(1.0F, basis.hits.mean + kSlope * basis.hits.deviation * (unlike - kAllowance));
}

} // namespace fusefind

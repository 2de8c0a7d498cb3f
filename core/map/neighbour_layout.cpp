#include "core/map/neighbour_layout.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace fusefind {

namespace {

constexpr float kExtent = 10;    // of what the descent begins with, from the middle
constexpr float kJitter = 1e-3F; // equal rows must not stay on one spot, where nothing could part them

struct Edge {
    uint32_t a = 0;
    uint32_t b = 0;
    float weight = 0; // in (0, 1]
};

// How near its neighbours feel to a row: exp(-(d - rho) / sigma), 1 for the nearest one.
struct Scale {
    float rho = 0;
    float sigma = 1;
    [[nodiscard]] float weight(float distance) const { return std::exp(-std::max(0.0F, distance - rho) / sigma); }
};

// sigma such that the weights add up to log2(K), by halving (McInnes 2018, algorithm 3).
Scale scaleOf(std::span<const float> distances) {
    constexpr int kSteps = 48;
    constexpr float kLeastShare = 1e-3F; // of the mean distance
    Scale scale;
    const auto first = std::ranges::find_if(distances, [](float distance) { return distance > 0; });
    if (first == distances.end()) return scale; // all are equal to it
    scale.rho = *first;
    const float wanted = std::max(1.0F, std::log2(static_cast<float>(distances.size())));
    float low = 0;
    float high = std::numeric_limits<float>::infinity();
    scale.sigma = *first;
    for (int step = 0; step < kSteps; ++step) {
        float sum = 0;
        for (const float distance : distances)
            sum += scale.weight(distance);
        (sum > wanted ? high : low) = scale.sigma;
        scale.sigma = std::isinf(high) ? scale.sigma * 2 : (low + high) / 2;
    }
    float mean = 0;
    for (const float distance : distances)
        mean += distance / static_cast<float>(distances.size());
    scale.sigma = std::clamp(scale.sigma, kLeastShare * mean, 1 / kLeastShare * mean);
    return scale;
}

// Each pair of neighbours once, with a + b - ab of what they are to each other.
std::vector<Edge> edgesOf(const NearRows& near) {
    std::vector<Edge> edges;
    edges.reserve(near.rows.size());
    for (size_t i = 0; i < near.rows.size(); i += near.count) {
        const Scale scale = scaleOf(std::span(near.distances).subspan(i, near.count));
        const auto row = static_cast<uint32_t>(i / near.count);
        for (size_t k = i; k < i + near.count; ++k)
            edges.push_back(
                {std::min(row, near.rows[k]), std::max(row, near.rows[k]), scale.weight(near.distances[k])});
    }
    std::ranges::sort(edges, {}, [](const Edge& edge) { return std::pair(edge.a, edge.b); });
    size_t kept = 0;
    for (const Edge& edge : edges) {
        if (kept > 0 && edges[kept - 1].a == edge.a && edges[kept - 1].b == edge.b) {
            float& weight = edges[kept - 1].weight;
            weight += edge.weight - weight * edge.weight;
        } else {
            edges[kept++] = edge;
        }
    }
    edges.resize(kept);
    return edges;
}

class Descent {
public:
    Descent(Matrix& places, std::vector<Edge> edges, const LayoutOptions& options)
        : places_(places), edges_(std::move(edges)), random_(static_cast<uint32_t>(options.seed)) {
        constexpr size_t kMany = 10'000;
        constexpr int kFewEpochs = 200;
        constexpr int kManyEpochs = 500;
        epochs_ = options.epochs > 0 ? options.epochs : places.rows() > kMany ? kFewEpochs : kManyEpochs;
        const float heaviest = edges_.empty() ? 1 : std::ranges::max(edges_, {}, &Edge::weight).weight;
        std::erase_if(edges_, [&](const Edge& edge) {
            return edge.weight * static_cast<float>(epochs_) < heaviest; // its turn would never come
        });
        for (const Edge& edge : edges_)
            every_.push_back(heaviest / edge.weight);
        next_ = every_;
    }

    [[nodiscard]] int epochs() const { return epochs_; }

    Status run(int epoch, const std::stop_token& stop) {
        constexpr size_t kBlock = 8192; // edges between two looks at whether to go on
        rate_ = 1 - static_cast<float>(epoch) / static_cast<float>(epochs_);
        for (size_t i = 0; i < edges_.size(); ++i) {
            if (i % kBlock == 0 && stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
            if (next_[i] > static_cast<float>(epoch + 1)) continue;
            next_[i] += every_[i];
            attract(edges_[i].a, edges_[i].b);
            repel(edges_[i].a);
            repel(edges_[i].b);
        }
        return {};
    }

private:
    // The gradients of log(f) and log(1 - f) of f = 1 / (1 + d²), no step longer than kLongest.
    static constexpr float kLongest = 4;

    void attract(uint32_t a, uint32_t b) {
        float* const from = places_.row(a).data();
        float* const to = places_.row(b).data();
        const float x = from[0] - to[0];
        const float y = from[1] - to[1];
        const float pull = -2 / (1 + x * x + y * y);
        const float stepX = rate_ * std::clamp(pull * x, -kLongest, kLongest);
        const float stepY = rate_ * std::clamp(pull * y, -kLongest, kLongest);
        from[0] += stepX;
        from[1] += stepY;
        to[0] -= stepX;
        to[1] -= stepY;
    }

    void repel(uint32_t row) {
        constexpr int kSamples = 5;
        constexpr float kSmall = 1e-3F;
        float* const from = places_.row(row).data();
        for (int sample = 0; sample < kSamples; ++sample) {
            const auto other = static_cast<uint32_t>((uint64_t{random_()} * places_.rows()) >> 32U);
            const float* const away = places_.row(other).data();
            const float x = from[0] - away[0];
            const float y = from[1] - away[1];
            const float square = x * x + y * y;
            const float push = 2 / ((kSmall + square) * (1 + square));
            from[0] += rate_ * std::clamp(push * x, -kLongest, kLongest);
            from[1] += rate_ * std::clamp(push * y, -kLongest, kLongest);
        }
    }

    Matrix& places_;
    std::vector<Edge> edges_;
    std::vector<float> every_; // epochs between two turns of an edge
    std::vector<float> next_;
    std::mt19937 random_;
    int epochs_ = 0;
    float rate_ = 1;
};

// To ± kExtent, each place a little beside where it was.
void spread(Matrix& places, uint64_t seed) {
    float largest = 0;
    for (const float value : places.values())
        largest = std::max(largest, std::abs(value));
    const float factor = largest > 0 ? kExtent / largest : 1;
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<float> jitter(-kJitter, kJitter);
    for (float& value : places.values())
        value = value * factor + jitter(random);
}

} // namespace

Result<Matrix> layOutNeighbours(const Matrix& rows, Matrix places, const LayoutOptions& options,
                                const std::stop_token& stop, ProgressReporter& progress, const OnLayout& onLayout) {
    constexpr size_t kFewest = 4; // fewer have no neighbourhoods to speak of
    FUSEFIND_ASSERT(places.rows() == rows.rows() && (places.empty() || places.cols() == 2));
    if (rows.rows() < kFewest) return places;
    FUSEFIND_TRY_ASSIGN(const NearRows near, nearRows(rows, options.neighbours, options.seed, stop, progress));
    spread(places, options.seed);
    Descent descent(places, edgesOf(near), options);
    for (int epoch = 0; epoch < descent.epochs(); ++epoch) {
        FUSEFIND_TRY(descent.run(epoch, stop));
        progress.report({"arrange", epoch + 1, descent.epochs(), {}});
        if (onLayout) onLayout(places);
    }
    return places;
}

} // namespace fusefind

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace fusefind {

// How many candidates a walk through the graph keeps. What a recall takes differs by a factor of ten between spaces, so
// it is measured for each index, by queries like those that will be asked. Points of the index do not tell it: linked
// as they are, 40 candidates find 0.99 of their neighbours where other queries of their kind find 0.81.
class SearchBreadth {
public:
    static constexpr uint64_t kNarrowest = 96;   // quick enough for anyone
    static constexpr uint64_t kUnmeasured = 280; // 0.98 of the neighbours of 200,000 latent-like points (bench_index)
    static constexpr uint64_t kWidest = 560;
    static constexpr size_t kNeighbours = 10; // that the measurement asks for
    static constexpr double kRecall = 0.985;  // wanted; 256 queries tell it to 0.005

    SearchBreadth() = default;
    SearchBreadth(uint64_t candidates, uint64_t places) : candidates_(candidates), places_(places) {}

    [[nodiscard]] bool holds(size_t places) const { return places_ > 0 && places <= places_ + places_ / 10; }
    // Of a search for k neighbours in a graph of so many places. Narrower than without a measurement only for what was
    // measured: few neighbours, among all points.
    [[nodiscard]] size_t of(size_t k, size_t places, bool filtered = false) const {
        const bool measured = holds(places) && k <= kNeighbours && !filtered;
        return std::max<size_t>(4 * k, measured ? candidates_ : std::max(candidates_, kUnmeasured));
    }
    // A file may say anything.
    [[nodiscard]] bool isSound(size_t places) const {
        return kNarrowest <= candidates_ && candidates_ <= kWidest && places_ <= places;
    }

private:
    uint64_t candidates_ = kUnmeasured;
    uint64_t places_ = 0; // of the graph when it was measured; 0: it was not
};

} // namespace fusefind

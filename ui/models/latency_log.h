#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace fusefind {

// How long the searches of this session took, in milliseconds: the newest thousand.
class LatencyLog {
public:
    // Upper ends of the histogram's bins; the last bin has none.
    static constexpr std::array kBinEnds{10.0, 20.0, 50.0, 100.0, 200.0, 500.0};
    using Histogram = std::array<int, kBinEnds.size() + 1>;

    void add(double milliseconds);

    [[nodiscard]] size_t count() const { return count_; } // of all searches, forgotten ones too
    // The smallest time that a share (0 to 1) of the searches did not exceed; 0 without searches.
    [[nodiscard]] double quantile(double share) const;
    [[nodiscard]] Histogram histogram() const;

private:
    std::vector<double> times_; // a ring once it is full
    size_t count_ = 0;
};

} // namespace fusefind

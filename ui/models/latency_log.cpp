#include "ui/models/latency_log.h"

#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

constexpr size_t kKept = 1000;

} // namespace

void LatencyLog::add(double milliseconds) {
    if (times_.size() < kKept)
        times_.push_back(milliseconds);
    else
        times_[count_ % kKept] = milliseconds;
    ++count_;
}

double LatencyLog::quantile(double share) const {
    if (times_.empty()) return 0;
    std::vector<double> sorted = times_;
    const double rank = std::ceil(share * static_cast<double>(sorted.size())); // nearest rank, from 1
    const auto nth = sorted.begin() + std::max<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(rank) - 1);
    std::nth_element(sorted.begin(), nth, sorted.end());
    return *nth;
}

LatencyLog::Histogram LatencyLog::histogram() const {
    Histogram bins{};
    for (const double time : times_)
        ++bins.at(static_cast<size_t>(std::lower_bound(kBinEnds.begin(), kBinEnds.end(), time) - kBinEnds.begin()));
    return bins;
}

} // namespace fusefind

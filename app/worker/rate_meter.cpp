#include "app/worker/rate_meter.h"

namespace fusefind {

void RateMeter::measure(const Progress& progress) {
    constexpr qint64 kWindowMs = 10'000;
    constexpr qint64 kLeastMs = 1'000;
    if (progress.phase != phase_) samples_.clear();
    phase_ = progress.phase;
    const qint64 now = clock_.elapsed();
    samples_.push_back({now, progress.done});
    while (samples_.front().ms < now - kWindowMs)
        samples_.pop_front();
    const qint64 time = now - samples_.front().ms;
    const auto done = static_cast<double>(progress.done - samples_.front().done);
    perSecond_ = time >= kLeastMs && done > 0 ? 1000 * done / static_cast<double>(time) : 0;
    remainingSeconds_.reset();
    if (perSecond_ > 0 && progress.total > 0)
        remainingSeconds_ = static_cast<double>(progress.total - progress.done) / perSecond_;
}

} // namespace fusefind

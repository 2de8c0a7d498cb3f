#include "core/base/progress.h"

namespace fusefind {

void ProgressReporter::report(const Progress& progress) {
    constexpr std::chrono::milliseconds kInterval(50);
    if (!sink_) return;
    const std::lock_guard lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    const bool phaseEnds = progress.total > 0 && progress.done >= progress.total;
    if (progress.phase == lastPhase_ && !phaseEnds && now - lastTime_ < kInterval) return;
    lastPhase_ = progress.phase;
    lastTime_ = now;
    sink_(progress);
}

} // namespace fusefind

#pragma once

#include "core/base/progress.h"

#include <QtCore/QElapsedTimer>
#include <deque>
#include <optional>
#include <string>

namespace fusefind {

// How fast a job goes: over the last ten seconds of its phase.
class RateMeter {
public:
    RateMeter() { clock_.start(); }

    void measure(const Progress& progress);

    [[nodiscard]] double perSecond() const { return perSecond_; } // 0: not known yet
    // Of the phase, at this rate.
    [[nodiscard]] std::optional<double> remainingSeconds() const { return remainingSeconds_; }

private:
    struct Sample {
        qint64 ms = 0;
        int64_t done = 0;
    };
    std::deque<Sample> samples_;
    std::string phase_;
    QElapsedTimer clock_;
    double perSecond_ = 0;
    std::optional<double> remainingSeconds_;
};

} // namespace fusefind

#pragma once

#include "bench/need.h"
#include "core/protocol/message.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>
#include <algorithm>
#include <vector>

namespace fusefind {

inline double percentile(std::vector<double> values, double share) {
    if (values.empty()) giveUp("nothing was measured");
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, static_cast<size_t>(share * static_cast<double>(values.size())))];
}

inline Json summary(const std::vector<double>& values) {
    return {{"count", values.size()},
            {"p50", percentile(values, 0.5)},
            {"p95", percentile(values, 0.95)},
            {"p99", percentile(values, 0.99)},
            {"max", percentile(values, 1)}};
}

// From the first row to the last, a step a frame: the longest that anything kept the event loop in each.
inline std::vector<double> scroll(QScrollBar& bar, int steps) {
    constexpr int kFrameMs = 16;
    std::vector<double> longest;
    QElapsedTimer frame;
    QElapsedTimer dispatch;
    for (int i = 0; i <= steps; ++i) {
        double blocked = 0;
        frame.start();
        dispatch.start();
        bar.setValue(static_cast<int>(static_cast<int64_t>(bar.maximum()) * i / steps));
        do {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            blocked = std::max(blocked, static_cast<double>(dispatch.nsecsElapsed()) / 1e6);
            const qint64 left = kFrameMs - frame.elapsed();
            if (left > 0) QTest::qSleep(1);
            dispatch.start();
        } while (frame.elapsed() < kFrameMs);
        longest.push_back(blocked);
    }
    return longest;
}

} // namespace fusefind

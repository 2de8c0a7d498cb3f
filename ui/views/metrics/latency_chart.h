#pragma once

#include "ui/models/latency_log.h"
#include "ui/views/widgets/bar_chart.h"

namespace fusefind {

// How many searches took how long.
class LatencyChart : public BarChart {
    Q_OBJECT

public:
    explicit LatencyChart(QWidget* parent = nullptr);

    void setHistogram(const LatencyLog::Histogram& histogram);
};

} // namespace fusefind

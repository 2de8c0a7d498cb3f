#pragma once

#include "ui/models/latency_log.h"

#include <QtCharts/QChartView>

class QBarSet;
class QBarCategoryAxis;
class QValueAxis;

namespace fusefind {

// How many searches took how long, as bars in the palette's colours.
class LatencyChart : public QChartView {
    Q_OBJECT

public:
    explicit LatencyChart(QWidget* parent = nullptr);

    void setHistogram(const LatencyLog::Histogram& histogram);

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeColours();

    QBarSet* bars_ = nullptr;
    QBarCategoryAxis* times_ = nullptr;
    QValueAxis* counts_ = nullptr;
};

} // namespace fusefind

#pragma once

#include "core/protocol/dataset_reports.h"

#include <QtWidgets/QScrollArea>

class QLabel;

namespace fusefind {

class BarChart;

// What a data set holds, in numbers and as bars.
class StatisticsPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit StatisticsPanel(QWidget* parent = nullptr);

    void setStatistics(const DataStatistics& statistics);

private:
    BarChart* addChart(const QString& heading, const QString& below);

    QLabel* text_ = nullptr;
    BarChart* words_ = nullptr;
    BarChart* captions_ = nullptr;
    BarChart* sizes_ = nullptr;
    BarChart* lengths_ = nullptr;
};

} // namespace fusefind

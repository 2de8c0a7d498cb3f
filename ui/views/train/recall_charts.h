#pragma once

#include "core/protocol/train_messages.h"

#include <QtWidgets/QWidget>

class QGridLayout;
class QLabel;

namespace fusefind {

class ChartLegend;
class LineChart;

// Recall on the held-out pairs after each epoch, a chart for each direction: R@1, R@5 and R@10, what the space in use
// reaches on the same pairs, and chance.
class RecallCharts : public QWidget {
    Q_OBJECT

public:
    explicit RecallCharts(QWidget* parent = nullptr);

    void show(const TrainingState& state);

private:
    struct Part {
        QWidget* widget = nullptr;
        QLabel* title = nullptr;
        QLabel* numbers = nullptr;
        LineChart* chart = nullptr;
    };
    Part newPart();
    void fill(const Part& part, const DirectionRecall& now, const TrainingState& state);

    ChartLegend* legend_ = nullptr;
    QLabel* nothing_ = nullptr;
    QGridLayout* grid_ = nullptr;
    std::vector<Part> parts_; // in the order of the directions
};

} // namespace fusefind

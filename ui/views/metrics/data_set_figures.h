#pragma once

#include "core/protocol/recall_messages.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace fusefind {

class LineChart;
class RecallFigures;

// How well the space in use does on what one data set holds out, now and over time.
class DataSetFigures : public QWidget {
    Q_OBJECT

public:
    explicit DataSetFigures(QWidget* parent = nullptr);

    void setRecall(const DataSetRecall& recall);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showHistory();

    std::vector<RecallPoint> history_;
    QLabel* name_ = nullptr;
    QLabel* about_ = nullptr;
    RecallFigures* figures_ = nullptr;
    QLabel* since_ = nullptr;
    LineChart* chart_ = nullptr; // made when it is first seen: the window starts without loading what draws it
};

} // namespace fusefind

#pragma once

#include "core/protocol/judge_messages.h"
#include "ui/models/latency_log.h"
#include "ui/models/library_state.h"
#include "ui/models/live_recall.h"

#include <QtWidgets/QDockWidget>

class QFormLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace fusefind {

class ChartLegend;
class DataSetFigures;
class LatencyChart;
class RecallFigures;

// What is measured: how well the space in use and its index find, and how long the searches of this session took.
class MetricsDock : public QDockWidget {
    Q_OBJECT

public:
    MetricsDock(LibraryState& state, const LiveRecall& recall, QWidget* parent = nullptr);

    void addSearch(double milliseconds);
    void showJudged(const JudgedCounts& counts);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QLabel* addValue(QFormLayout* form, const QString& name);
    QWidget* newLibraryPart();
    QWidget* newTrainedPart();
    QWidget* newDataSetsPart();
    QWidget* newJudgedPart();
    QWidget* newSearchesPart();
    void showStatus();
    void showTrained();
    void showDataSets();
    void fitWidth();
    void showSearches();

    LibraryState& state_;
    const LiveRecall& recall_;
    LatencyLog log_;
    QScrollArea* scroll_ = nullptr;
    QLabel* space_ = nullptr;
    QLabel* device_ = nullptr;
    QLabel* items_ = nullptr;
    QLabel* indexRecall_ = nullptr;
    QLabel* notTrained_ = nullptr;
    RecallFigures* trained_ = nullptr;
    QLabel* aboutDataSets_ = nullptr;
    ChartLegend* legend_ = nullptr;
    QVBoxLayout* dataSetRows_ = nullptr;
    std::vector<DataSetFigures*> dataSets_;
    QLabel* judged_ = nullptr;
    QLabel* goodWithin_ = nullptr;
    QLabel* count_ = nullptr;
    QLabel* median_ = nullptr;
    QLabel* slowest_ = nullptr; // 95 % are no slower
    QWidget* searches_ = nullptr;
    LatencyChart* chart_ = nullptr;
};

} // namespace fusefind

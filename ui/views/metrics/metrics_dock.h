#pragma once

#include "ui/models/latency_log.h"
#include "ui/models/library_state.h"

#include <QtWidgets/QDockWidget>

class QFormLayout;
class QLabel;
class QScrollArea;
class QTableWidget;

namespace fusefind {

class LatencyChart;

// What is measured: how well the space in use and its index find, and how long the searches of this session took.
class MetricsDock : public QDockWidget {
    Q_OBJECT

public:
    explicit MetricsDock(LibraryState& state, QWidget* parent = nullptr);

    void addSearch(double milliseconds);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QLabel* addValue(QFormLayout* form, const QString& name);
    QWidget* newLibraryPart();
    QWidget* newRecallPart();
    QWidget* newSearchesPart();
    void showStatus();
    void showRecall();
    void showSearches();

    LibraryState& state_;
    LatencyLog log_;
    QScrollArea* scroll_ = nullptr;
    QLabel* space_ = nullptr;
    QLabel* device_ = nullptr;
    QLabel* items_ = nullptr;
    QLabel* indexRecall_ = nullptr;
    QLabel* noRecall_ = nullptr;
    QTableWidget* recall_ = nullptr;
    QLabel* count_ = nullptr;
    QLabel* median_ = nullptr;
    QLabel* slowest_ = nullptr; // 95 % are no slower
    QWidget* searches_ = nullptr;
    LatencyChart* chart_ = nullptr;
};

} // namespace fusefind

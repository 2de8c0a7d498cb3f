#pragma once

#include "ui/models/library_state.h"
#include "ui/models/training_job.h"

#include <QtWidgets/QStatusBar>

class QLabel;
class QPushButton;

namespace fusefind {

class ScanBar;

// The line at the bottom of the window: how far the scan and the training are, and what the engine does.
class StatusStrip : public QStatusBar {
    Q_OBJECT

public:
    StatusStrip(WorkerClient& client, LibraryState& state, TrainingJob& training, QWidget* parent = nullptr);

Q_SIGNALS:
    void trainingRequested();

private:
    void showScan();
    void showTraining();
    void showEngine();

    WorkerClient& client_;
    LibraryState& state_;
    TrainingJob& trainingJob_;
    bool restarted_ = false; // the engine died and has not been ready since
    QLabel* scanText_ = nullptr;
    ScanBar* bar_ = nullptr;
    QPushButton* training_ = nullptr;
    QLabel* engine_ = nullptr;
};

} // namespace fusefind

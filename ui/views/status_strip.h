#pragma once

#include "ui/models/library_state.h"

#include <QtWidgets/QStatusBar>

class QLabel;

namespace fusefind {

class ScanBar;

// The line at the bottom of the window: how far the scan is, and what the engine does.
class StatusStrip : public QStatusBar {
    Q_OBJECT

public:
    StatusStrip(WorkerClient& client, LibraryState& state, QWidget* parent = nullptr);

private:
    void showScan();
    void showEngine();

    WorkerClient& client_;
    LibraryState& state_;
    bool restarted_ = false; // the engine died and has not been ready since
    QLabel* scanText_ = nullptr;
    ScanBar* bar_ = nullptr;
    QLabel* engine_ = nullptr;
};

} // namespace fusefind

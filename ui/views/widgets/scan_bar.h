#pragma once

#include "core/protocol/library_messages.h"

#include <QtWidgets/QProgressBar>

namespace fusefind {

// How far the scan is; not there while nothing is scanned.
class ScanBar : public QProgressBar {
    Q_OBJECT

public:
    explicit ScanBar(QWidget* parent = nullptr);

    void setScan(const ScanState& scan);
};

} // namespace fusefind

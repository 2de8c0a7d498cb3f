#include "ui/views/widgets/scan_bar.h"

#include "ui/models/scan_text.h"

namespace fusefind {

ScanBar::ScanBar(QWidget* parent) : QProgressBar(parent) {
    setTextVisible(false);
    setAccessibleName(tr("Progress of the scan"));
    setFixedHeight(fontMetrics().height() * 2 / 3);
    hide();
}

void ScanBar::setScan(const ScanState& scan) {
    constexpr int kSteps = 1000; // files may be more than an int counts
    const bool known = scan.total > 0;
    setRange(0, known || scan.phase == ScanPhase::paused ? kSteps : 0);
    if (known) setValue(static_cast<int>(static_cast<double>(scan.done) / static_cast<double>(scan.total) * kSteps));
    setAccessibleDescription(scanText(scan));
    setVisible(scan.phase != ScanPhase::idle);
}

} // namespace fusefind

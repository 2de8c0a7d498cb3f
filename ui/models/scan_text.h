#pragma once

#include "core/protocol/library_messages.h"

#include <QtCore/QString>

namespace fusefind {

// The scan in words: "Reading files: 120 of 800 · 14.2 files/s · about 48 s left".
QString scanText(const ScanState& scan);

// "about 48 s left", "about 3 min left".
QString remainingText(double seconds);

// "Pictures: 840 · Sounds: 61"; kinds without files are left out.
QString countsText(const std::vector<std::pair<ItemKind, int64_t>>& kinds);

[[nodiscard]] inline bool isScanning(const ScanState& scan) {
    return scan.phase != ScanPhase::idle && scan.phase != ScanPhase::paused;
}

} // namespace fusefind

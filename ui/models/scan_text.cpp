#include "ui/models/scan_text.h"

#include "ui/models/item_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QStringList>
#include <cmath>

namespace fusefind {

namespace {

const QString kSeparator = QStringLiteral(" · ");

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ScanText)
};

QString countText(const ScanState& scan) {
    const QLocale locale;
    if (scan.total == 0) return locale.toString(static_cast<qlonglong>(scan.done));
    return Words::tr("%1 of %2")
        .arg(locale.toString(static_cast<qlonglong>(scan.done)), locale.toString(static_cast<qlonglong>(scan.total)));
}

QString idleText(const ScanState& scan) {
    if (!scan.problem.empty())
        return Words::tr("The last scan failed: %1").arg(QString::fromStdString(scan.problem).simplified());
    return scan.folders.empty() ? QString() : Words::tr("Up to date");
}

QString phaseText(const ScanState& scan) {
    switch (scan.phase) {
    case ScanPhase::idle:
        return idleText(scan);
    case ScanPhase::discover:
        return Words::tr("Looking for files: %1").arg(countText(scan));
    case ScanPhase::encode:
        return Words::tr("Reading files: %1").arg(countText(scan));
    case ScanPhase::index:
        return Words::tr("Updating the search index");
    case ScanPhase::paused:
        return Words::tr("Paused at %1").arg(countText(scan));
    }
    return {};
}

} // namespace

QString remainingText(double seconds) {
    constexpr double kMinute = 60;
    constexpr double kHour = 3600;
    const auto whole = [](double value) { return std::max(1, static_cast<int>(std::lround(value))); };
    if (seconds < kMinute) return Words::tr("about %1 s left").arg(whole(seconds));
    if (seconds < kHour) return Words::tr("about %1 min left").arg(whole(seconds / kMinute));
    return Words::tr("about %1 h left").arg(whole(seconds / kHour));
}

QString scanText(const ScanState& scan) {
    QStringList parts{phaseText(scan)};
    if (isScanning(scan)) {
        if (scan.perSecond > 0) parts << Words::tr("%1 files/s").arg(QLocale().toString(scan.perSecond, 'f', 1));
        if (scan.remainingSeconds) parts << remainingText(*scan.remainingSeconds);
    }
    return parts.join(kSeparator);
}

QString countsText(const std::vector<std::pair<ItemKind, int64_t>>& kinds) {
    QStringList parts;
    for (const auto& [kind, count] : kinds)
        if (count > 0)
            parts << Words::tr("%1: %2").arg(kindPlural(kind), QLocale().toString(static_cast<qlonglong>(count)));
    return parts.join(kSeparator);
}

} // namespace fusefind

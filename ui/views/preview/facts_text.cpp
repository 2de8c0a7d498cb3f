#include "ui/views/preview/facts_text.h"

#include "ui/models/item_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

constexpr double kTenthsBelow = 10; // seconds

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FactsText)
};

} // namespace

QString sizeText(int64_t bytes) {
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString dimensionsText(const LibraryItem& item) {
    if (item.width <= 0 || item.height <= 0) return {};
    return Words::tr("%1 × %2").arg(item.width).arg(item.height);
}

QString modifiedText(int64_t ms) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat);
}

QString takenText(int64_t ms) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC), QLocale::ShortFormat);
}

QString clockText(double seconds, double ofSeconds) {
    if (!std::isfinite(seconds)) seconds = 0;
    if (ofSeconds >= kTenthsBelow) return durationText(seconds);
    constexpr double kRounding = 1e-6; // seven times 0.1 is a little less than 0.7
    const double tenths = std::floor(std::max(seconds, 0.0) * 10 + kRounding);
    return QStringLiteral("0:0%1").arg(QLocale().toString(tenths / 10, 'f', 1));
}

QString clockText(const TimeSpan& span) {
    return QStringLiteral("%1–%2").arg(clockText(span.start, span.end), clockText(span.end, span.end));
}

std::optional<TimeSpan> matchedMoment(const LibraryHit& hit) {
    if (!hit.startSeconds || !hit.endSeconds || *hit.endSeconds <= *hit.startSeconds) return std::nullopt;
    return TimeSpan{*hit.startSeconds, *hit.endSeconds};
}

QString sentence(const Error& error) {
    QString words = QString::fromStdString(error.reason());
    if (words.isEmpty()) return Words::tr("Something went wrong.");
    words[0] = words[0].toUpper();
    const bool ended = words.endsWith(QLatin1Char('.')) || words.endsWith(QLatin1Char('!'));
    return ended ? words : words + QLatin1Char('.');
}

} // namespace fusefind

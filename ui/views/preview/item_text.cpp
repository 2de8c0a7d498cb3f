#include "ui/views/preview/item_text.h"

#include "core/base/text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <cmath>

namespace fusefind {

namespace {

constexpr double kTenthsBelow = 10; // seconds

QString text(const char* source) {
    return QCoreApplication::translate("fusefind::ItemText", source);
}

QString digits(int64_t value) {
    return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
}

} // namespace

QString shownName(const std::filesystem::path& path) {
    return QString::fromStdString(toUtf8(path.filename()));
}

QString shownFolder(const std::filesystem::path& path) {
    return QString::fromStdString(toUtf8(path.parent_path()));
}

QString kindText(ItemKind kind) {
    switch (kind) {
    case ItemKind::image:
        return text(QT_TRANSLATE_NOOP("fusefind::ItemText", "Picture"));
    case ItemKind::audio:
        return text(QT_TRANSLATE_NOOP("fusefind::ItemText", "Sound"));
    case ItemKind::video:
        return text(QT_TRANSLATE_NOOP("fusefind::ItemText", "Video"));
    }
    return {};
}

QString sizeText(int64_t bytes) {
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString dimensionsText(const LibraryItem& item) {
    if (item.width <= 0 || item.height <= 0) return {};
    return text(QT_TRANSLATE_NOOP("fusefind::ItemText", "%1 × %2")).arg(item.width).arg(item.height);
}

QString modifiedText(int64_t ms) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat);
}

QString takenText(int64_t ms) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC), QLocale::ShortFormat);
}

QString clockText(double seconds) {
    return clockText(seconds, kTenthsBelow);
}

QString clockText(double seconds, double ofSeconds) {
    if (!std::isfinite(seconds) || seconds < 0) seconds = 0;
    if (ofSeconds < kTenthsBelow)
        return QStringLiteral("0:%1%2%3")
            .arg(digits(int64_t(seconds)), QLocale().decimalPoint())
            .arg(int64_t(seconds * 10) % 10);
    const auto whole = int64_t(seconds);
    const int64_t hours = whole / 3600;
    const int64_t minutes = whole / 60 % 60;
    if (hours == 0) return QStringLiteral("%1:%2").arg(minutes).arg(digits(whole % 60));
    return QStringLiteral("%1:%2:%3").arg(hours).arg(digits(minutes), digits(whole % 60));
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
    if (words.isEmpty()) return text(QT_TRANSLATE_NOOP("fusefind::ItemText", "Something went wrong."));
    words[0] = words[0].toUpper();
    const bool ended = words.endsWith(QLatin1Char('.')) || words.endsWith(QLatin1Char('!'));
    return ended ? words : words + QLatin1Char('.');
}

} // namespace fusefind

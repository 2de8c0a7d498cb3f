#include "ui/models/item_text.h"

#include "ui/models/file_names.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QStringList>
#include <cmath>

namespace fusefind {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ItemText)
};

} // namespace

QString kindName(ItemKind kind) {
    switch (kind) {
    case ItemKind::image:
        return Words::tr("Picture");
    case ItemKind::audio:
        return Words::tr("Sound");
    case ItemKind::video:
        return Words::tr("Video");
    }
    return {};
}

QString kindPlural(ItemKind kind) {
    switch (kind) {
    case ItemKind::image:
        return Words::tr("Pictures");
    case ItemKind::audio:
        return Words::tr("Sounds");
    case ItemKind::video:
        return Words::tr("Videos");
    }
    return {};
}

QString durationText(double seconds) {
    const auto whole = static_cast<qint64>(std::floor(std::max(0.0, seconds)));
    const auto twoDigits = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const QString minutesAndSeconds = QStringLiteral("%1:%2");
    if (whole < 3600) return minutesAndSeconds.arg(whole / 60).arg(twoDigits(whole % 60));
    return QStringLiteral("%1:%2:%3").arg(whole / 3600).arg(twoDigits(whole / 60 % 60), twoDigits(whole % 60));
}

QString momentText(const LibraryHit& hit) {
    if (!hit.startSeconds) return {};
    return Words::tr("at %1").arg(durationText(*hit.startSeconds));
}

QString scoreText(float score) {
    return QLocale().toString(static_cast<double>(score), 'f', 2);
}

QString describeHit(const LibraryHit& hit, bool scored) {
    QStringList parts{shownName(hit.item.path), kindName(hit.item.kind)};
    if (hit.item.seconds > 0) parts << durationText(hit.item.seconds);
    if (hit.item.width > 0) parts << Words::tr("%1 × %2 pixels").arg(hit.item.width).arg(hit.item.height);
    parts << QLocale().formattedDataSize(hit.item.size);
    const qint64 when = hit.item.takenMs.value_or(hit.item.mtimeMs);
    parts << QLocale().toString(QDateTime::fromMSecsSinceEpoch(when).date(), QLocale::ShortFormat);
    if (scored) parts << Words::tr("score %1").arg(scoreText(hit.score));
    if (hit.startSeconds) parts << momentText(hit);
    if (!hit.similar.empty())
        parts << Words::tr("with %Ln more like it", nullptr, static_cast<int>(hit.similar.size()));
    return parts.join(QStringLiteral(", "));
}

} // namespace fusefind

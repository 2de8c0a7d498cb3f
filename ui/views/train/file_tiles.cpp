#include "ui/views/train/file_tiles.h"

#include "core/media/probe.h"
#include "ui/models/file_names.h"
#include "ui/models/plain_tip.h"
#include "ui/theme/icons.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

namespace fusefind {

namespace {

constexpr int kLines = 6; // height of a picture's place

QString describe(const FileTile& tile) {
    const QString name = shownName(tile.file.path);
    if (tile.right && tile.fresh) return FileTiles::tr("%1 (right, new)").arg(name);
    if (tile.right) return FileTiles::tr("%1 (right)").arg(name);
    return tile.fresh ? FileTiles::tr("%1 (new)").arg(name) : name;
}

// A word on a picture, in colours that are legible on any.
void paintBadge(QPainter& painter, const QPalette& palette, const QString& text, QPoint corner, bool fromRight) {
    const QFontMetrics metrics = painter.fontMetrics();
    QRect area(0, 0, metrics.horizontalAdvance(text) + metrics.height() / 2, metrics.height());
    fromRight ? area.moveTopRight(corner) : area.moveTopLeft(corner);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.highlight());
    const double radius = metrics.height() / 4.0;
    painter.drawRoundedRect(area, radius, radius);
    painter.setPen(palette.color(QPalette::HighlightedText));
    painter.drawText(area, Qt::AlignCenter, text);
}

} // namespace

FileTile tileOf(const std::filesystem::path& path) {
    return {.file = {.path = path, .kind = kindByExtension(path).value_or(ItemKind::image)}};
}

FileTiles::FileTiles(const ThumbnailCache& thumbnails, QWidget* parent) : QWidget(parent), thumbnails_(thumbnails) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&thumbnails_, &ThumbnailCache::arrived, this, qOverload<>(&QWidget::update));
}

void FileTiles::setTiles(std::vector<FileTile> tiles) {
    tiles_ = std::move(tiles);
    QStringList names;
    for (const FileTile& tile : tiles_)
        names << describe(tile);
    setAccessibleDescription(names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int FileTiles::side() const {
    return kLines * fontMetrics().height();
}

QSize FileTiles::sizeHint() const {
    const QRect last = areaOf(static_cast<int>(tiles_.size()) - 1);
    return tiles_.empty() ? QSize() : QSize(last.right() + 1, last.height());
}

QRect FileTiles::areaOf(int place) const {
    const int gap = fontMetrics().height() / 2;
    return {place * (side() + gap), 0, side(), side() + fontMetrics().height() * 5 / 4};
}

bool FileTiles::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
    for (int i = 0; i < static_cast<int>(tiles_.size()); ++i)
        if (areaOf(i).contains(help->pos())) {
            QToolTip::showText(help->globalPos(), plainTip(shownPath(tiles_[static_cast<size_t>(i)].file.path)), this);
            return true;
        }
    QToolTip::hideText();
    return true;
}

void FileTiles::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int i = 0; i < static_cast<int>(tiles_.size()); ++i)
        paintTile(painter, tiles_[static_cast<size_t>(i)], areaOf(i));
}

void FileTiles::paintTile(QPainter& painter, const FileTile& tile, const QRect& area) const {
    const QRect picture(area.left(), area.top(), area.width(), side());
    painter.fillRect(picture, palette().color(QPalette::AlternateBase));
    paintPicture(painter, tile, picture);
    if (tile.right || tile.fresh) {
        constexpr int kLine = 2;
        painter.setPen(QPen(palette().color(QPalette::Highlight), kLine, tile.right ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(picture.adjusted(1, 1, -1, -1));
    }
    const int inset = 3;
    if (tile.right)
        paintBadge(painter, palette(), QStringLiteral("✓"), picture.topLeft() + QPoint(inset, inset), false);
    if (tile.fresh) paintBadge(painter, palette(), tr("new"), picture.topRight() + QPoint(-inset, inset), true);

    QRect name = area;
    name.setTop(picture.bottom() + 1);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(
        name, Qt::AlignHCenter | Qt::AlignBottom,
        fontMetrics().elidedText(shownName(tile.file.path), Qt::ElideMiddle, name.width(), Qt::TextSingleLine));
}

void FileTiles::paintPicture(QPainter& painter, const FileTile& tile, const QRect& area) const {
    const FilePicture* const picture = thumbnails_.find(tile.file);
    const int gap = fontMetrics().height() / 4;
    if (picture && !picture->pixmap.isNull()) {
        QRect fitted(QPoint(), picture->pixmap.size().scaled(area.size(), Qt::KeepAspectRatio));
        fitted.moveCenter(area.center());
        painter.drawPixmap(fitted, picture->pixmap);
    } else if (picture) {
        paintPeaks(painter, area.adjusted(gap, 2 * gap, -gap, -2 * gap), picture->peaks,
                   palette().color(QPalette::PlaceholderText));
    } else if (thumbnails_.failed(tile.file)) {
        const int size = 2 * fontMetrics().height();
        QRect place(0, 0, size, size);
        place.moveCenter(area.center());
        icon("warning").paint(&painter, place);
    }
}

} // namespace fusefind

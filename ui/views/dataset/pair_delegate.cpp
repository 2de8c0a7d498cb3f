#include "ui/views/dataset/pair_delegate.h"

#include "ui/views/search/kind_icon.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

namespace fusefind {

namespace {

constexpr int kLines = 3; // of text is a row high
constexpr double kRatio = 4.0 / 3.0;

} // namespace

PairDelegate::PairDelegate(const PairModel& model, const ThumbnailCache& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent), model_(model), thumbnails_(thumbnails) {}

int PairDelegate::width(const QFontMetrics& metrics) {
    return static_cast<int>(kRatio * kLines * metrics.height()) + metrics.height();
}

QSize PairDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {width(option.fontMetrics), kLines * option.fontMetrics.height() + option.fontMetrics.height() / 2};
}

std::vector<ThumbnailCache::Wanted> PairDelegate::filesOf(const DataPair& pair) {
    std::vector<ThumbnailCache::Wanted> files;
    if (pair.missing) return files;
    if (!pair.image.empty()) files.push_back({pair.image, ItemKind::image, pair.mtimeMs});
    if (!pair.sound.empty())
        files.push_back({pair.sound, pair.soundIsVideo ? ItemKind::video : ItemKind::audio, pair.mtimeMs});
    return files;
}

void PairDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget); // what lies behind
    const DataPair* const pair = model_.pair(index.row());
    if (!pair) return;
    const auto files = filesOf(*pair);
    const int gap = option.fontMetrics.height() / 4;
    QRect place = option.rect.adjusted(gap, gap, -gap, -gap);
    const int width = files.empty() ? 0 : place.width() / static_cast<int>(files.size());
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (pair->missing) icon("warning").paint(painter, place, Qt::AlignCenter);
    for (const auto& file : files) {
        paintFile(*painter, item, file, QRect(place.topLeft(), QSize(width, place.height())));
        place.setLeft(place.left() + width);
    }
    painter->restore();
}

void PairDelegate::paintFile(QPainter& painter, const QStyleOptionViewItem& option, const ThumbnailCache::Wanted& file,
                             const QRect& area) const {
    const FilePicture* const picture = thumbnails_.find(file);
    const bool selected = option.state & QStyle::State_Selected;
    if (picture && !picture->pixmap.isNull()) {
        QRect target(QPoint(), picture->pixmap.size().scaled(area.size(), Qt::KeepAspectRatio));
        target.moveCenter(area.center());
        painter.drawPixmap(target, picture->pixmap);
    } else if (picture) {
        paintPeaks(painter, area, picture->peaks,
                   option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight));
    } else {
        constexpr double kFaint = 0.35;
        painter.setOpacity(kFaint);
        kindIcon(file.kind).paint(&painter, area, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
        painter.setOpacity(1);
    }
}

} // namespace fusefind

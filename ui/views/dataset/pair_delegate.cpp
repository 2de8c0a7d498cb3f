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
    const int gap = option.fontMetrics.height() / 4;
    const QRect place = option.rect.adjusted(gap, gap, -gap, -gap);
    const bool selected = item.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (pair->missing) icon("warning").paint(painter, place, Qt::AlignCenter);
    paintFiles(*painter, *pair, thumbnails_, place,
               item.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight),
               selected ? QIcon::Selected : QIcon::Normal);
    painter->restore();
}

void PairDelegate::paintFiles(QPainter& painter, const DataPair& pair, const ThumbnailCache& thumbnails, QRect area,
                              const QColor& waves, QIcon::Mode icons) {
    const auto files = filesOf(pair);
    const int width = files.empty() ? 0 : area.width() / static_cast<int>(files.size());
    for (const auto& file : files) {
        const QRect place(area.topLeft(), QSize(width, area.height()));
        area.setLeft(area.left() + width);
        const FilePicture* const picture = thumbnails.find(file);
        if (picture && !picture->pixmap.isNull()) {
            QRect target(QPoint(), picture->pixmap.size().scaled(place.size(), Qt::KeepAspectRatio));
            target.moveCenter(place.center());
            painter.drawPixmap(target, picture->pixmap);
        } else if (picture) {
            paintPeaks(painter, place, picture->peaks, waves);
        } else {
            constexpr double kFaint = 0.35;
            painter.setOpacity(kFaint);
            kindIcon(file.kind).paint(&painter, place, Qt::AlignCenter, icons);
            painter.setOpacity(1);
        }
    }
}

} // namespace fusefind

#include "ui/views/library/progress_delegate.h"

#include "ui/models/folder_model.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

namespace fusefind {

void ProgressDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QVariant share = index.data(FolderModel::shareRole);
    if (!share.isValid() || share.toDouble() >= 1) return QStyledItemDelegate::paint(painter, option, index);

    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    const QString text = std::exchange(item.text, QString());
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget); // what lies behind

    // The bar in the left half, the numbers beside it: text over a bar is hard to read at some share.
    const int gap = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &item, item.widget) + 1;
    const QRect inside = item.rect.adjusted(gap, 0, -gap, 0);
    constexpr double kHeight = 0.45; // of a line
    QRect bar(0, 0, inside.width() / 2, static_cast<int>(kHeight * item.fontMetrics.height()));
    bar.moveCenter(inside.center());
    bar.moveLeft(inside.left());

    const QPalette::ColorRole textRole =
        item.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text;
    const double radius = bar.height() / 2.0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    QColor track = item.palette.color(textRole);
    constexpr float kTrackAlpha = 0.2F;
    track.setAlphaF(kTrackAlpha);
    painter->setBrush(track);
    painter->drawRoundedRect(bar, radius, radius);
    painter->setBrush(item.palette.color(item.state & QStyle::State_Selected ? textRole : QPalette::Highlight));
    painter->setClipRect(QRectF(bar.left(), bar.top(), bar.width() * share.toDouble(), bar.height()));
    painter->drawRoundedRect(bar, radius, radius);
    painter->restore();

    QRect rest = inside;
    rest.setLeft(bar.right() + 2 * gap);
    style->drawItemText(painter, rest, Qt::AlignLeft | Qt::AlignVCenter, item.palette, true,
                        item.fontMetrics.elidedText(text, Qt::ElideRight, rest.width()), textRole);
}

} // namespace fusefind

#include "ui/views/search/flow_layout.h"

#include <QtWidgets/QWidget>

namespace fusefind {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    qDeleteAll(items_);
}

QLayoutItem* FlowLayout::takeAt(int index) {
    return index >= 0 && index < count() ? items_.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : items_)
        if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool apply) const {
    const QRect inside = rect.marginsRemoved(contentsMargins());
    const int gap = std::max(0, spacing());
    QPoint corner = inside.topLeft();
    int lineHeight = 0;
    for (QLayoutItem* item : items_) {
        if (item->isEmpty()) continue;
        const QSize size(std::min(item->sizeHint().width(), std::max(inside.width(), item->minimumSize().width())),
                         item->sizeHint().height());
        if (corner.x() > inside.left() && corner.x() + size.width() > inside.right() + 1) {
            corner = QPoint(inside.left(), corner.y() + lineHeight + gap);
            lineHeight = 0;
        }
        if (apply) item->setGeometry(QRect(corner, size));
        corner.rx() += size.width() + gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    return corner.y() + lineHeight - rect.top() + contentsMargins().bottom();
}

} // namespace fusefind

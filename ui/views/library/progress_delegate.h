#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace fusefind {

// Draws FolderModel::shareRole as a bar until it is whole, then the cell's text alone.
class ProgressDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace fusefind

#include "ui/views/widgets/tables.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTreeView>

namespace fusefind {

namespace {

class RoomyDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        constexpr double kLines = 1.7;
        const QSize tight = QStyledItemDelegate::sizeHint(option, index);
        return {tight.width(), static_cast<int>(kLines * option.fontMetrics.height())};
    }
};

} // namespace

void dressTable(QTreeView& table, const QString& name) {
    table.setItemDelegate(new RoomyDelegate(&table));
    table.setRootIsDecorated(false);
    table.setUniformRowHeights(true);
    table.setAlternatingRowColors(true);
    table.setAllColumnsShowFocus(true);
    table.setTextElideMode(Qt::ElideMiddle);
    table.setAccessibleName(name);
    table.header()->setSectionsMovable(false);
}

} // namespace fusefind

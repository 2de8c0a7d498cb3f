#include "ui/views/widgets/icon_label.h"

#include "ui/theme/icons.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

namespace fusefind {

IconLabel::IconLabel(const char* iconName, QWidget* parent) : QWidget(parent), icon_(icon(iconName)) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize IconLabel::sizeHint() const {
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    return {side, side};
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    icon_.paint(&painter, rect());
}

} // namespace fusefind

#include "ui/views/widgets/drop_shade.h"

#include <QtGui/QPainter>

namespace fusefind {

DropShade::DropShade(QString text, QWidget* parent) : QWidget(parent), text_(std::move(text)) {
    setAttribute(Qt::WA_TransparentForMouseEvents); // what is dragged goes on to the widgets below
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void DropShade::cover() {
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

void DropShade::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr float kOpacity = 0.9F;
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(kOpacity);
    painter.fillRect(rect(), veil);

    const int gap = fontMetrics().height();
    const QRect frame = rect().adjusted(gap, gap, -gap, -gap);
    constexpr qreal kLine = 2;
    painter.setPen(QPen(palette().color(QPalette::Link), kLine, Qt::DashLine));
    painter.drawRoundedRect(frame, gap, gap);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(frame.adjusted(gap, gap, -gap, -gap), Qt::AlignCenter | Qt::TextWordWrap, text_);
}

} // namespace fusefind

#include "ui/views/dataset/map_legend.h"

#include <QtGui/QPainter>

namespace fusefind {

void MapLegend::setMeanings(std::vector<MapColours::Meaning> meanings) {
    meanings_ = std::move(meanings);
    QStringList texts;
    for (const MapColours::Meaning& meaning : meanings_)
        texts << meaning.text;
    setAccessibleName(texts.join(QStringLiteral(", ")));
    setToolTip(texts.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

// A dot as wide as text is high, half of that beside it, and as much between two.
int MapLegend::widthOf(const MapColours::Meaning& meaning) const {
    return fontMetrics().horizontalAdvance(meaning.text) + 5 * fontMetrics().height() / 2;
}

QSize MapLegend::sizeHint() const {
    int width = 0;
    for (const MapColours::Meaning& meaning : meanings_)
        width += widthOf(meaning);
    return {width, fontMetrics().height() * 5 / 4};
}

void MapLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = fontMetrics().height();
    int left = 0;
    for (const MapColours::Meaning& meaning : meanings_) {
        constexpr double kRadiusShare = 0.32;
        painter.setPen(Qt::NoPen);
        painter.setBrush(meaning.colour);
        painter.drawEllipse(QPointF(left + line / 2.0, height() / 2.0), kRadiusShare * line, kRadiusShare * line);
        painter.setPen(palette().color(QPalette::WindowText));
        const int begin = left + 3 * line / 2;
        painter.drawText(QRect(begin, 0, width() - begin, height()), Qt::AlignLeft | Qt::AlignVCenter, meaning.text);
        left += widthOf(meaning);
    }
}

} // namespace fusefind

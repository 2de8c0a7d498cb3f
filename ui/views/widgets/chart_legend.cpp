#include "ui/views/widgets/chart_legend.h"

#include "ui/views/widgets/chart_look.h"

#include <QtGui/QPainter>

namespace fusefind {

namespace {

constexpr int kStroke = 2; // of a sample line: times the height of text
constexpr double kGap = 0.4;

} // namespace

void ChartLegend::setEntries(std::vector<Entry> entries) {
    entries_ = std::move(entries);
    QStringList texts;
    for (const Entry& entry : entries_)
        texts << entry.text;
    setAccessibleName(texts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int ChartLegend::widthOf(const Entry& entry) const {
    const int line = fontMetrics().height();
    return kStroke * line + static_cast<int>(kGap * line) + fontMetrics().horizontalAdvance(entry.text) + line;
}

QSize ChartLegend::sizeHint() const {
    int width = 0;
    for (const Entry& entry : entries_)
        width += widthOf(entry);
    return {width, fontMetrics().height() * 5 / 4};
}

void ChartLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = fontMetrics().height();
    int left = 0;
    for (const Entry& entry : entries_) {
        const double thickness = entry.style == Qt::SolidLine ? 2 : 1.2; // NOLINT: as LineChart draws them
        const QColor text = palette().color(QPalette::WindowText);
        painter.setPen(QPen(entry.colour < 0 ? text : lineColour(entry.colour, palette()), thickness, entry.style));
        painter.drawLine(left, height() / 2, left + kStroke * line, height() / 2);
        painter.setPen(text);
        const int begin = left + kStroke * line + static_cast<int>(kGap * line);
        painter.drawText(QRect(begin, 0, width() - begin, height()), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        left += widthOf(entry);
    }
}

} // namespace fusefind

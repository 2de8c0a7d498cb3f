#include "ui/views/widgets/chart_look.h"

#include <QtCharts/QAbstractAxis>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QLegend>
#include <array>

namespace fusefind {

namespace {

// By brightness as well as by hue: blue, orange, green.
constexpr std::array<QRgb, 3> kOnLight{0xff1459be, 0xffb35900, 0xff1b7a43};
constexpr std::array<QRgb, 3> kOnDark{0xff86b7ff, 0xffffb454, 0xff6fd39a};

} // namespace

void dressChart(QChartView& view) {
    const QPalette colours = view.palette();
    QChart& chart = *view.chart();
    view.setBackgroundBrush(colours.window());
    view.setFrameShape(QFrame::NoFrame);
    view.setRenderHint(QPainter::Antialiasing);
    chart.setBackgroundBrush(colours.window());
    chart.setBackgroundRoundness(0);
    chart.setMargins({});
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    chart.legend()->setFont(view.font());
    chart.legend()->setLabelColor(colours.color(QPalette::WindowText));
    for (QAbstractAxis* axis : chart.axes()) {
        axis->setLabelsFont(view.font());
        axis->setTitleFont(view.font());
        axis->setLabelsColor(colours.color(QPalette::WindowText));
        axis->setTitleBrush(colours.windowText());
        axis->setLinePenColor(colours.color(QPalette::Mid));
        axis->setGridLineColor(colours.color(QPalette::Mid));
    }
}

QColor lineColour(int number, const QPalette& palette) {
    constexpr int kHalf = 128;
    const auto& colours = palette.color(QPalette::Window).lightness() < kHalf ? kOnDark : kOnLight;
    return QColor::fromRgb(colours.at(static_cast<size_t>(number) % colours.size()));
}

} // namespace fusefind

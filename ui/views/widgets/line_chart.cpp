#include "ui/views/widgets/line_chart.h"

#include "ui/views/widgets/chart_look.h"

#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>
#include <QtCore/QEvent>
#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

constexpr int kTicks = 4; // at most, besides zero

// The round distance of ticks: 1, 2 or 5 of some power of ten.
double roundStep(double range, int ticks) {
    const double raw = std::max(range, 1e-9) / ticks;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= raw) return factor * power;
    return 10 * power;
}

QValueAxis* newAxis(QChart& chart, Qt::Alignment side) {
    auto* axis = new QValueAxis;
    axis->setTickType(QValueAxis::TicksDynamic);
    chart.addAxis(axis, side);
    return axis;
}

void setRange(QValueAxis& axis, double most) {
    const double step = roundStep(most, kTicks);
    axis.setTickAnchor(0);
    axis.setTickInterval(step);
    axis.setRange(0, step * std::ceil(most / step - 1e-9));
    axis.setLabelFormat(step >= 1     ? QStringLiteral("%.0f")
                        : step >= 0.1 ? QStringLiteral("%.1f")
                                      : QStringLiteral("%.2f"));
}

} // namespace

LineChart::LineChart(const std::vector<Line>& lines, QWidget* parent) : QChartView(parent), lines_(lines) {
    viewport()->setFocusPolicy(Qt::NoFocus); // and the view's with it: the numbers beside it say the same
    steps_ = newAxis(*chart(), Qt::AlignBottom);
    steps_->setLabelFormat(QStringLiteral("%.0f"));
    steps_->setGridLineVisible(false);
    left_ = newAxis(*chart(), Qt::AlignLeft);
    if (std::ranges::find(lines_, Side::right, &Line::side) != lines_.end()) {
        right_ = newAxis(*chart(), Qt::AlignRight);
        right_->setGridLineVisible(false);
    }
    for (const Line& line : lines_) {
        auto* series = new QLineSeries;
        chart()->addSeries(series);
        series->attachAxis(steps_);
        series->attachAxis(line.side == Side::left ? left_ : right_);
        series_.push_back(series);
    }
    chart()->legend()->hide();
    takeColours();
    setValues(std::vector<std::vector<double>>(lines_.size()));
}

void LineChart::setValues(const std::vector<std::vector<double>>& values) {
    constexpr size_t kLeastSteps = 4;
    size_t last = kLeastSteps;
    for (const auto& line : values)
        last = std::max(last, line.size());
    steps_->setRange(1, static_cast<double>(last));
    steps_->setTickAnchor(0);
    steps_->setTickInterval(std::max(1.0, roundStep(static_cast<double>(last), 2 * kTicks)));
    for (size_t i = 0; i < series_.size(); ++i) {
        QList<QPointF> points;
        for (size_t step = 0; step < values[i].size(); ++step)
            points << QPointF(static_cast<double>(step + 1), values[i][step]);
        if (points.size() == 1) points << QPointF(static_cast<double>(last), points.front().y());
        series_[i]->replace(points);
    }
    fit(*left_, Side::left, values);
    if (right_) fit(*right_, Side::right, values);
}

void LineChart::fit(QValueAxis& axis, Side side, const std::vector<std::vector<double>>& values) {
    double most = 0;
    for (size_t i = 0; i < lines_.size(); ++i)
        if (lines_[i].side == side)
            for (const double value : values[i])
                most = std::max(most, value);
    setRange(axis, most > 0 ? most : 1);
}

void LineChart::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !series_.empty()) takeColours();
}

void LineChart::takeColours() {
    dressChart(*this);
    constexpr double kThick = 2;
    constexpr double kThin = 1.2;
    for (size_t i = 0; i < series_.size(); ++i) {
        const bool main = lines_[i].style == Qt::SolidLine;
        series_[i]->setPen(QPen(lineColour(lines_[i].colour, palette()), main ? kThick : kThin, lines_[i].style));
    }
}

} // namespace fusefind

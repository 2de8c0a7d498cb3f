#include "ui/views/metrics/latency_chart.h"

#include "ui/views/widgets/chart_look.h"

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QValueAxis>
#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <algorithm>

namespace fusefind {

namespace {

QStringList binNames() {
    const QLocale locale;
    QStringList names;
    for (const double end : LatencyLog::kBinEnds)
        names << locale.toString(end, 'f', 0);
    names << QStringLiteral("∞");
    return names;
}

} // namespace

LatencyChart::LatencyChart(QWidget* parent) : QChartView(parent) {
    viewport()->setFocusPolicy(Qt::NoFocus); // and the view's with it: the numbers beside it say the same
    setAccessibleName(tr("How long searches took"));

    bars_ = new QBarSet(QString());
    auto* series = new QBarSeries;
    constexpr double kBarWidth = 0.8;
    series->setBarWidth(kBarWidth);
    series->append(bars_);
    times_ = new QBarCategoryAxis;
    times_->append(binNames());
    times_->setTitleText(tr("up to … milliseconds"));
    times_->setGridLineVisible(false);
    counts_ = new QValueAxis;
    counts_->setLabelFormat(QStringLiteral("%d"));

    chart()->addSeries(series);
    chart()->addAxis(times_, Qt::AlignBottom);
    chart()->addAxis(counts_, Qt::AlignLeft);
    series->attachAxis(times_);
    series->attachAxis(counts_);
    chart()->legend()->hide();
    constexpr int kLines = 11;
    setMinimumHeight(kLines * fontMetrics().height());
    setHistogram({});
    takeColours();
}

void LatencyChart::setHistogram(const LatencyLog::Histogram& histogram) {
    bars_->remove(0, bars_->count());
    for (const int count : histogram)
        bars_->append(count);
    constexpr int kLeastTop = 4;
    const int most = std::max(kLeastTop, *std::max_element(histogram.begin(), histogram.end()));
    counts_->setRange(0, most);
    counts_->setTickCount(3);
}

void LatencyChart::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && bars_) takeColours();
}

void LatencyChart::takeColours() {
    dressChart(*this);
    bars_->setColor(palette().color(QPalette::Highlight));
    bars_->setBorderColor(palette().color(QPalette::Highlight));
}

} // namespace fusefind

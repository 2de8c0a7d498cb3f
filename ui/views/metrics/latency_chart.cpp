#include "ui/views/metrics/latency_chart.h"

#include <QtCore/QLocale>

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

LatencyChart::LatencyChart(QWidget* parent)
    : BarChart(tr("How long searches took"), tr("up to … milliseconds"), parent) {
    setHistogram({});
}

void LatencyChart::setHistogram(const LatencyLog::Histogram& histogram) {
    setBars(binNames(), {histogram.begin(), histogram.end()});
}

} // namespace fusefind

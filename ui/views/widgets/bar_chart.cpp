#include "ui/views/widgets/bar_chart.h"

#include "ui/views/widgets/chart_look.h"

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QValueAxis>
#include <QtCore/QEvent>
#include <algorithm>

namespace fusefind {

BarChart::BarChart(const QString& name, const QString& below, QWidget* parent) : QChartView(parent) {
    viewport()->setFocusPolicy(Qt::NoFocus); // and the view's with it: the numbers beside it say the same
    setAccessibleName(name);

    bars_ = new QBarSet(QString());
    auto* series = new QBarSeries;
    constexpr double kBarWidth = 0.8;
    series->setBarWidth(kBarWidth);
    series->append(bars_);
    names_ = new QBarCategoryAxis;
    names_->setTitleText(below);
    names_->setGridLineVisible(false);
    constexpr int kUpright = -90; // in a narrow dock names beside each other would be cut to dots
    names_->setLabelsAngle(kUpright);
    names_->setTruncateLabels(false);
    counts_ = new QValueAxis;
    counts_->setLabelFormat(QStringLiteral("%d"));

    chart()->addSeries(series);
    chart()->addAxis(names_, Qt::AlignBottom);
    chart()->addAxis(counts_, Qt::AlignLeft);
    series->attachAxis(names_);
    series->attachAxis(counts_);
    chart()->legend()->hide();
    constexpr int kLines = 13;
    setMinimumHeight(kLines * fontMetrics().height());
    takeColours();
}

void BarChart::setBars(const QStringList& names, const std::vector<int64_t>& counts) {
    if (names_->categories() != names) names_->setCategories(names);
    bars_->remove(0, bars_->count());
    int64_t most = 4; // so that the axis has whole numbers
    for (const int64_t count : counts) {
        bars_->append(static_cast<double>(count));
        most = std::max(most, count);
    }
    counts_->setRange(0, static_cast<double>(most));
    counts_->setTickCount(3);
}

void BarChart::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && bars_) takeColours();
}

void BarChart::takeColours() {
    dressChart(*this);
    bars_->setColor(palette().color(QPalette::Highlight));
    bars_->setBorderColor(palette().color(QPalette::Highlight));
}

} // namespace fusefind

#include "ui/views/train/recall_charts.h"

#include "ui/models/training_text.h"
#include "ui/views/widgets/chart_legend.h"
#include "ui/views/widgets/headings.h"
#include "ui/views/widgets/line_chart.h"

#include <QtCore/QLocale>
#include <QtWidgets/QGridLayout>
#include <array>

namespace fusefind {

namespace {

constexpr std::array<double Recall::*, 3> kRanks{&Recall::r1, &Recall::r5, &Recall::r10};

QString threeOf(const Recall& recall) {
    QStringList numbers;
    for (const auto rank : kRanks)
        numbers << percentText(recall.*rank);
    return numbers.join(QStringLiteral(" / "));
}

// The lines of one chart, and the order in which fill() gives their values: R@1, R@5, R@10, each with what the space in
// use reaches and with chance.
std::vector<LineChart::Line> recallLines() {
    std::vector<LineChart::Line> lines;
    for (int rank = 0; rank < static_cast<int>(kRanks.size()); ++rank)
        for (const Qt::PenStyle style : {Qt::SolidLine, Qt::DashLine, Qt::DotLine})
            lines.push_back({.colour = rank, .style = style});
    return lines;
}

} // namespace

RecallCharts::RecallCharts(QWidget* parent) : QWidget(parent) {
    legend_ = new ChartLegend(this);
    nothing_ = newNote(tr("No pairs are held out, so recall is not measured."), this);
    grid_ = new QGridLayout;
    constexpr int kGap = 2;
    grid_->setHorizontalSpacing(kGap * fontMetrics().averageCharWidth());
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(newHeading(tr("Recall on held-out pairs, % after each epoch"), this));
    rows->addWidget(legend_);
    rows->addWidget(nothing_);
    rows->addLayout(grid_, 1);
    rows->addStretch();
}

RecallCharts::Part RecallCharts::newPart() {
    Part part;
    part.widget = new QWidget(this);
    part.title = newHeading({}, part.widget);
    part.numbers = newNote({}, part.widget);
    part.chart = new LineChart(recallLines(), part.widget);
    constexpr int kLines = 8;
    part.chart->setMinimumHeight(kLines * fontMetrics().height());
    auto* rows = new QVBoxLayout(part.widget);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(part.title);
    rows->addWidget(part.numbers);
    rows->addWidget(part.chart, 1);
    constexpr int kColumns = 2;
    const int place = static_cast<int>(parts_.size());
    grid_->addWidget(part.widget, place / kColumns, place % kColumns);
    grid_->setColumnStretch(place % kColumns, 1);
    return part;
}

void RecallCharts::show(const TrainingState& state) {
    const auto& now = state.epochs.empty() ? state.baseline : state.epochs.back().recalls;
    while (parts_.size() < now.size())
        parts_.push_back(newPart());
    for (size_t i = 0; i < parts_.size(); ++i) {
        parts_[i].widget->setVisible(i < now.size());
        if (i < now.size()) fill(parts_[i], now[i], state);
    }
    nothing_->setVisible(now.empty());

    std::vector<ChartLegend::Entry> entries{
        {QStringLiteral("R@1"), 0}, {QStringLiteral("R@5"), 1}, {QStringLiteral("R@10"), 2}};
    if (!state.baseline.empty())
        entries.push_back({tr("To beat: “%1”").arg(QString::fromStdString(state.baselineSpace)), -1, Qt::DashLine});
    entries.push_back({tr("Chance"), -1, Qt::DotLine});
    legend_->setEntries(std::move(entries));
    legend_->setVisible(!now.empty());
}

void RecallCharts::fill(const Part& part, const DirectionRecall& now, const TrainingState& state) {
    const DirectionRecall* const baseline = findDirection(state.baseline, now);
    const Recall chance = chanceOf(now.recall);
    std::vector<std::vector<double>> values;
    for (const auto rank : kRanks) {
        auto& line = values.emplace_back();
        for (const TrainingEpoch& epoch : state.epochs)
            if (const DirectionRecall* const then = findDirection(epoch.recalls, now))
                line.push_back(then->recall.*rank);
        values.emplace_back();
        if (baseline) values.back().push_back(baseline->recall.*rank);
        values.push_back({chance.*rank});
    }
    part.chart->setValues(values);

    const QString direction = directionText(now.from, now.to);
    QString numbers = state.epochs.empty() ? QString() : threeOf(now.recall);
    if (baseline) {
        const QString level = threeOf(baseline->recall);
        numbers = numbers.isEmpty() ? tr("to beat: %1").arg(level) : tr("%1 (to beat: %2)").arg(numbers, level);
    }
    part.title->setText(direction);
    part.numbers->setText(numbers);
    part.chart->setAccessibleName(tr("Recall, %1").arg(direction));
    part.chart->setAccessibleDescription(numbers);
}

} // namespace fusefind

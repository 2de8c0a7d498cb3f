#include "ui/views/metrics/data_set_figures.h"

#include "ui/models/file_names.h"
#include "ui/models/pair_text.h"
#include "ui/models/plain_tip.h"
#include "ui/models/training_text.h"
#include "ui/views/metrics/recall_figures.h"
#include "ui/views/widgets/headings.h"
#include "ui/views/widgets/line_chart.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtWidgets/QVBoxLayout>

namespace fusefind {

namespace {

QString aboutText(const DataSetRecall& recall) {
    if (recall.pairs == 0) return DataSetFigures::tr("Nothing that this space knows is held out of trainings here.");
    const QString part = splitName(recall.split);
    if (recall.encoded == 0)
        return DataSetFigures::tr("%1: none of %L2 pairs is encoded yet; a training encodes them.")
            .arg(part)
            .arg(recall.pairs);
    return DataSetFigures::tr("%1: %L2 of %L3 pairs are encoded").arg(part).arg(recall.encoded).arg(recall.pairs);
}

QString sinceText(const std::vector<RecallPoint>& history) {
    const QString from = QLocale().toString(QDateTime::fromMSecsSinceEpoch(history.front().atMs), QLocale::ShortFormat);
    const RecallPoint& now = history.back();
    return DataSetFigures::tr("Mean over the directions, %Ln measurements since %1: now %2 / %3 / %4", nullptr,
                              static_cast<int>(history.size()))
        .arg(from, percentText(now.r1), percentText(now.r5), percentText(now.r10));
}

} // namespace

DataSetFigures::DataSetFigures(QWidget* parent) : QWidget(parent) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    name_ = new QLabel(this);
    name_->setTextFormat(Qt::PlainText);
    name_->setWordWrap(true);
    about_ = newNote({}, this);
    figures_ = new RecallFigures({}, this);
    since_ = newNote({}, this);
    for (QWidget* part : std::initializer_list<QWidget*>{name_, about_, figures_, since_})
        rows->addWidget(part);
}

void DataSetFigures::setRecall(const DataSetRecall& recall) {
    name_->setText(shownName(recall.path));
    name_->setToolTip(plainTip(shownPath(recall.path)));
    about_->setText(aboutText(recall));
    figures_->setAccessibleName(tr("Recall on %1").arg(shownName(recall.path)));
    std::vector<RecallFigures::Row> rows;
    for (const DirectionRecall& one : recall.recalls)
        rows.push_back({directionText(one.from, one.to), one.recall});
    figures_->setRows(rows);
    figures_->setVisible(!rows.empty());
    history_ = recall.history;
    showHistory();
}

void DataSetFigures::showHistory() {
    since_->setVisible(!history_.empty());
    if (chart_) chart_->setVisible(!history_.empty());
    if (history_.empty()) return;
    since_->setText(sinceText(history_));
    if (!chart_) return;
    std::vector<std::vector<double>> lines(kRecallAt.size());
    for (const RecallPoint& point : history_) {
        lines[0].push_back(point.r1);
        lines[1].push_back(point.r5);
        lines[2].push_back(point.r10);
    }
    chart_->setValues(lines);
    chart_->setAccessibleName(tr("Recall over time on %1").arg(name_->text()));
    chart_->setAccessibleDescription(since_->text());
}

void DataSetFigures::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (chart_) return;
    chart_ = new LineChart({{.colour = 0}, {.colour = 1}, {.colour = 2}}, this);
    constexpr int kLines = 7;
    chart_->setMinimumHeight(kLines * fontMetrics().height());
    layout()->addWidget(chart_);
    showHistory();
}

} // namespace fusefind

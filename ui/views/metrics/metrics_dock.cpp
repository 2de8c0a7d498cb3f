#include "ui/views/metrics/metrics_dock.h"

#include "ui/models/item_text.h"
#include "ui/models/training_text.h"
#include "ui/views/metrics/data_set_figures.h"
#include "ui/views/metrics/latency_chart.h"
#include "ui/views/metrics/recall_figures.h"
#include "ui/views/widgets/chart_legend.h"
#include "ui/views/widgets/headings.h"

#include <QtCore/QLocale>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

namespace fusefind {

namespace {

const QString kUnknown = QStringLiteral("–");

QString milliseconds(double value) {
    return MetricsDock::tr("%1 ms").arg(QLocale().toString(value, 'f', value < 10 ? 1 : 0));
}

QString shareText(size_t rank, const JudgedShare& share) {
    const QString within = MetricsDock::tr("Among the first %L1").arg(kRecallAt.at(rank));
    if (share.judged == 0) return MetricsDock::tr("%1: none").arg(within);
    const double percent = 100.0 * static_cast<double>(share.good) / static_cast<double>(share.judged);
    return MetricsDock::tr("%1: %2 % of %L3").arg(within, percentText(percent)).arg(share.judged);
}

QString filesText(const EngineStatus& status) {
    QStringList lines;
    for (const ItemKind kind : kItemKinds)
        lines << MetricsDock::tr("%1: %2").arg(
            kindPlural(kind), QLocale().toString(static_cast<qlonglong>(status.items.at(static_cast<size_t>(kind)))));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

MetricsDock::MetricsDock(LibraryState& state, const LiveRecall& recall, QWidget* parent)
    : QDockWidget(tr("Metrics"), parent), state_(state), recall_(recall) {
    setObjectName(QStringLiteral("metrics"));
    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    rows->setSpacing(fontMetrics().height() / 2);
    rows->addWidget(newHeading(tr("Library"), content));
    rows->addWidget(newLibraryPart());
    rows->addWidget(newHeading(tr("Recall on held-out pairs, %"), content));
    rows->addWidget(newDataSetsPart());
    rows->addWidget(newHeading(tr("Recall after its training, %"), content));
    rows->addWidget(newTrainedPart());
    rows->addWidget(newHeading(tr("Judged results"), content));
    rows->addWidget(newJudgedPart());
    rows->addWidget(newHeading(tr("Searches of this session"), content));
    rows->addWidget(searches_ = newSearchesPart());
    rows->addStretch();

    scroll_ = new QScrollArea(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setAccessibleName(tr("Metrics"));
    scroll_->setWidget(content);
    setWidget(scroll_);
    connect(&state_, &LibraryState::statusChanged, this, &MetricsDock::showStatus);
    connect(&recall_, &LiveRecall::changed, this, &MetricsDock::showDataSets);
    showStatus();
    showDataSets();
    showSearches();
}

QLabel* MetricsDock::addValue(QFormLayout* form, const QString& name) {
    auto* value = new QLabel(kUnknown);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setAccessibleName(name);
    form->addRow(newNote(name, form->parentWidget()), value);
    return value;
}

QWidget* MetricsDock::newLibraryPart() {
    auto* part = new QWidget(this);
    auto* form = new QFormLayout(part);
    form->setContentsMargins({});
    space_ = addValue(form, tr("Space in use"));
    device_ = addValue(form, tr("Device"));
    items_ = addValue(form, tr("Files"));
    indexRecall_ = addValue(form, tr("Index, recall@10"));
    indexRecall_->setToolTip(tr("How many of the ten best files of an exact search the fast index finds as well"));
    return part;
}

QWidget* MetricsDock::newTrainedPart() {
    auto* part = new QWidget(this);
    trained_ = new RecallFigures(tr("Recall of the space in use"), part);
    notTrained_ = newNote(tr("No space is in use, or none of its pairs were held out."), part);
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->addWidget(trained_);
    rows->addWidget(notTrained_);
    return part;
}

QWidget* MetricsDock::newDataSetsPart() {
    auto* part = new QWidget(this);
    dataSetRows_ = new QVBoxLayout(part);
    dataSetRows_->setContentsMargins({});
    aboutDataSets_ = newNote({}, part);
    legend_ = new ChartLegend(part);
    legend_->setEntries({{QStringLiteral("R@1"), 0}, {QStringLiteral("R@5"), 1}, {QStringLiteral("R@10"), 2}});
    dataSetRows_->addWidget(aboutDataSets_);
    dataSetRows_->addWidget(legend_);
    return part;
}

QWidget* MetricsDock::newJudgedPart() {
    auto* part = new QWidget(this);
    auto* form = new QFormLayout(part);
    form->setContentsMargins({});
    judged_ = addValue(form, tr("Judged"));
    goodWithin_ = addValue(form, tr("Good ones"));
    goodWithin_->setToolTip(tr("Of the results of the space in use that you judged, by where they stood then: how many "
                               "were good. Results that nobody judged do not count."));
    showJudged({});
    return part;
}

void MetricsDock::showJudged(const JudgedCounts& counts) {
    const bool any = counts.all.judged > 0;
    judged_->setText(any ? tr("%L1, of them good: %L2").arg(counts.all.judged).arg(counts.all.good)
                         : tr("none yet: a result is called good or bad in the inspector"));
    QStringList lines;
    for (size_t rank = 0; rank < counts.within.size(); ++rank)
        lines << shareText(rank, counts.within.at(rank));
    goodWithin_->setText(any ? lines.join(QLatin1Char('\n')) : kUnknown);
}

QWidget* MetricsDock::newSearchesPart() {
    auto* part = new QWidget(this);
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    auto* form = new QFormLayout;
    rows->addLayout(form);
    count_ = addValue(form, tr("Searches"));
    median_ = addValue(form, tr("Median"));
    slowest_ = addValue(form, tr("95 % within"));
    return part;
}

void MetricsDock::showStatus() {
    const EngineStatus& status = state_.status();
    space_->setText(status.space.isEmpty() ? tr("none") : status.space);
    device_->setText(status.device.isEmpty() ? kUnknown : status.device);
    items_->setText(filesText(status));
    indexRecall_->setText(status.indexRecall ? tr("%1 %").arg(percentText(100 * *status.indexRecall)) : kUnknown);
    showTrained();
}

void MetricsDock::showTrained() {
    std::vector<RecallFigures::Row> rows;
    for (const RecallRow& row : state_.status().recall)
        rows.push_back({directionText(row.direction), {row.r1, row.r5, row.r10, row.queries, row.candidates}});
    trained_->setRows(rows);
    trained_->setVisible(!rows.empty());
    notTrained_->setVisible(rows.empty());
    fitWidth();
}

void MetricsDock::showDataSets() {
    const RecallState& now = recall_.state();
    while (dataSets_.size() < now.dataSets.size()) {
        dataSets_.push_back(new DataSetFigures(dataSetRows_->parentWidget()));
        dataSetRows_->addWidget(dataSets_.back());
    }
    for (size_t i = 0; i < dataSets_.size(); ++i) {
        dataSets_[i]->setVisible(i < now.dataSets.size());
        if (i < now.dataSets.size()) dataSets_[i]->setRecall(now.dataSets[i]);
    }
    QString about;
    if (now.dataSets.empty()) about = tr("Add folders of pairs under Data, and recall is measured on those held out.");
    if (now.measuring) about = tr("Being measured…");
    if (!now.problem.empty()) about = QString::fromStdString(now.problem);
    aboutDataSets_->setText(about);
    aboutDataSets_->setVisible(!about.isEmpty());
    legend_->setVisible(!now.dataSets.empty());
    fitWidth();
}

void MetricsDock::fitWidth() {
    scroll_->setMinimumWidth(scroll_->widget()->minimumSizeHint().width() +
                             scroll_->verticalScrollBar()->sizeHint().width());
}

void MetricsDock::addSearch(double milliseconds) {
    log_.add(milliseconds);
    showSearches();
}

void MetricsDock::showSearches() {
    constexpr double kMedian = 0.5;
    constexpr double kSlow = 0.95;
    const bool any = log_.count() > 0;
    count_->setText(QLocale().toString(static_cast<qulonglong>(log_.count())));
    median_->setText(any ? milliseconds(log_.quantile(kMedian)) : kUnknown);
    slowest_->setText(any ? milliseconds(log_.quantile(kSlow)) : kUnknown);
    if (chart_) chart_->setHistogram(log_.histogram());
}

// The chart is made when it is first seen: the window starts without loading what draws it.
void MetricsDock::showEvent(QShowEvent* event) {
    QDockWidget::showEvent(event);
    if (chart_) return;
    chart_ = new LatencyChart(searches_);
    searches_->layout()->addWidget(chart_);
    showSearches();
}

} // namespace fusefind

#include "ui/views/metrics/metrics_dock.h"

#include "ui/models/item_text.h"
#include "ui/models/training_text.h"
#include "ui/views/metrics/latency_chart.h"
#include "ui/views/widgets/headings.h"

#include <QtCore/QLocale>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableWidget>

namespace fusefind {

namespace {

const QString kUnknown = QStringLiteral("–");

QString milliseconds(double value) {
    return MetricsDock::tr("%1 ms").arg(QLocale().toString(value, 'f', value < 10 ? 1 : 0));
}

QString filesText(const EngineStatus& status) {
    QStringList lines;
    for (const ItemKind kind : kItemKinds)
        lines << MetricsDock::tr("%1: %2").arg(
            kindPlural(kind), QLocale().toString(static_cast<qlonglong>(status.items.at(static_cast<size_t>(kind)))));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

MetricsDock::MetricsDock(LibraryState& state, QWidget* parent) : QDockWidget(tr("Metrics"), parent), state_(state) {
    setObjectName(QStringLiteral("metrics"));
    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    rows->setSpacing(fontMetrics().height() / 2);
    rows->addWidget(newHeading(tr("Library"), content));
    rows->addWidget(newLibraryPart());
    rows->addWidget(newHeading(tr("Recall on held-out pairs, %"), content));
    rows->addWidget(newRecallPart());
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
    showStatus();
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

QWidget* MetricsDock::newRecallPart() {
    auto* part = new QWidget(this);
    recall_ = new QTableWidget(0, 5, part);
    recall_->setHorizontalHeaderLabels(
        {tr("From → to"), QStringLiteral("R@1"), QStringLiteral("R@5"), QStringLiteral("R@10"), tr("Queries")});
    recall_->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    recall_->verticalHeader()->hide();
    recall_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    recall_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    recall_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    recall_->setSelectionBehavior(QAbstractItemView::SelectRows);
    recall_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    recall_->setShowGrid(false);
    recall_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    recall_->setWordWrap(false);
    recall_->setTabKeyNavigation(false);
    recall_->setAccessibleName(tr("Recall of the space in use"));
    noRecall_ = newNote(tr("No space is in use, or none of its pairs were held out."), part);
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->addWidget(recall_);
    rows->addWidget(noRecall_);
    return part;
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
    showRecall();
}

void MetricsDock::showRecall() {
    const auto& rows = state_.status().recall;
    recall_->setRowCount(static_cast<int>(rows.size()));
    for (int i = 0; i < recall_->rowCount(); ++i) {
        const RecallRow& row = rows.at(static_cast<size_t>(i));
        recall_->setItem(i, 0, new QTableWidgetItem(directionText(row.direction)));
        int column = 1;
        const QString queries = QLocale().toString(static_cast<qlonglong>(row.queries));
        for (const QString& text : {percentText(row.r1), percentText(row.r5), percentText(row.r10), queries}) {
            auto* cell = new QTableWidgetItem(text);
            cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            recall_->setItem(i, column++, cell);
        }
    }
    recall_->setVisible(!rows.empty());
    noRecall_->setVisible(rows.empty());
    recall_->resizeRowsToContents();
    // As wide as what is in it: nothing is cut off, and nothing scrolls sideways.
    int directions = 0;
    for (const RecallRow& row : rows)
        directions = std::max(directions, fontMetrics().horizontalAdvance(directionText(row.direction)));
    int width = 2 * recall_->frameWidth() + directions + fontMetrics().height();
    for (int column = 1; column < recall_->columnCount(); ++column)
        width += recall_->columnWidth(column);
    recall_->setMinimumWidth(width);
    scroll_->setMinimumWidth(scroll_->widget()->minimumSizeHint().width() +
                             scroll_->verticalScrollBar()->sizeHint().width());
    recall_->setFixedHeight(recall_->horizontalHeader()->sizeHint().height() + recall_->verticalHeader()->length() +
                            2 * recall_->frameWidth());
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

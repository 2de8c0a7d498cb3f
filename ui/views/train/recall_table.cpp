#include "ui/views/train/recall_table.h"

#include "ui/models/training_text.h"
#include "ui/views/widgets/tables.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>
#include <array>

namespace fusefind {

namespace {

enum Column { directionColumn, spaceColumn, r1Column, r5Column, r10Column, queriesColumn, columnCountOf };

constexpr std::array<double Recall::*, 3> kRanks{&Recall::r1, &Recall::r5, &Recall::r10};

// "34.2 (29.1–39.4)"
QString cellText(double value, const std::optional<std::array<Interval, 3>>& intervals, size_t rank) {
    if (!intervals) return percentText(value);
    const Interval& interval = intervals->at(rank);
    return QStringLiteral("%1 (%2–%3)").arg(percentText(value), percentText(interval.low), percentText(interval.high));
}

} // namespace

RecallTable::RecallTable(QWidget* parent) : QTreeWidget(parent) {
    setHeaderLabels({tr("From → to"), tr("Space"), tr("R@1, %"), tr("R@5, %"), tr("R@10, %"), tr("Queries")});
    dressTable(*this, tr("Recall before and after"));
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setStretchLastSection(false);
    for (const int column : {r1Column, r5Column, r10Column})
        header()->setSectionResizeMode(column, QHeaderView::Stretch);
    for (int column = r1Column; column < columnCountOf; ++column)
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
}

void RecallTable::show(const TrainingResult& result) {
    clear();
    for (const DirectionRecall& after : result.after) {
        const DirectionRecall* const before = findDirection(result.before, after);
        QString direction = directionText(after.from, after.to);
        if (before)
            addRow(std::exchange(direction, {}), QString::fromStdString(result.previousSpace), *before, nullptr);
        addRow(direction, QString::fromStdString(result.space), after, before);
    }
    updateGeometry();
}

// What is better than in `against` is bold.
void RecallTable::addRow(const QString& direction, const QString& space, const DirectionRecall& recall,
                         const DirectionRecall* against) {
    auto* row = new QTreeWidgetItem(this, {direction, space});
    for (size_t rank = 0; rank < kRanks.size(); ++rank) {
        const int column = r1Column + static_cast<int>(rank);
        const double value = recall.recall.*kRanks[rank];
        row->setText(column, cellText(value, recall.intervals, rank));
        if (against && value > against->recall.*kRanks[rank]) {
            QFont bold = font();
            bold.setBold(true);
            row->setFont(column, bold);
        }
    }
    row->setText(queriesColumn, QLocale().toString(static_cast<qlonglong>(recall.recall.queries)));
    for (int column = r1Column; column < columnCountOf; ++column)
        row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
}

// As high as its rows: nothing scrolls while there is room.
QSize RecallTable::sizeHint() const {
    int height = header()->sizeHint().height() + 2 * frameWidth();
    if (topLevelItemCount() > 0) height += topLevelItemCount() * sizeHintForRow(0);
    return {QTreeWidget::sizeHint().width(), height};
}

} // namespace fusefind

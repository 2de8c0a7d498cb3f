#include "ui/views/metrics/recall_figures.h"

#include "ui/models/training_text.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHeaderView>

namespace fusefind {

RecallFigures::RecallFigures(const QString& name, QWidget* parent) : QTableWidget(0, 5, parent) {
    setHorizontalHeaderLabels(
        {tr("From → to"), QStringLiteral("R@1"), QStringLiteral("R@5"), QStringLiteral("R@10"), tr("Queries")});
    horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setShowGrid(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setAccessibleName(name);
}

void RecallFigures::setRows(const std::vector<Row>& rows) {
    setRowCount(static_cast<int>(rows.size()));
    for (int i = 0; i < rowCount(); ++i) {
        const auto& [direction, recall] = rows.at(static_cast<size_t>(i));
        setItem(i, 0, new QTableWidgetItem(direction));
        int column = 1;
        const QString queries = QLocale().toString(static_cast<qlonglong>(recall.queries));
        for (const QString& text : {percentText(recall.r1), percentText(recall.r5), percentText(recall.r10), queries}) {
            auto* cell = new QTableWidgetItem(text);
            cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            setItem(i, column++, cell);
        }
    }
    fit();
}

// Nothing is cut off, and nothing scrolls sideways.
void RecallFigures::fit() {
    resizeRowsToContents();
    int directions = 0;
    for (int i = 0; i < rowCount(); ++i)
        directions = std::max(directions, fontMetrics().horizontalAdvance(item(i, 0)->text()));
    int width = 2 * frameWidth() + directions + fontMetrics().height();
    for (int column = 1; column < columnCount(); ++column)
        width += columnWidth(column);
    setMinimumWidth(width);
    setFixedHeight(horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth());
}

} // namespace fusefind

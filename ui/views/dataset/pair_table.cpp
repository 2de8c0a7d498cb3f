#include "ui/views/dataset/pair_table.h"

#include "ui/views/dataset/pair_delegate.h"
#include "ui/views/widgets/tables.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

namespace fusefind {

namespace {

constexpr int kSettleMs = 25;

} // namespace

PairTable::PairTable(PairModel& model, ThumbnailCache& thumbnails, QWidget* parent)
    : QTreeView(parent), model_(model), thumbnails_(thumbnails) {
    setModel(&model_);
    dressTable(*this, tr("Pairs"));
    setItemDelegateForColumn(PairModel::pictureColumn, new PairDelegate(model_, thumbnails_, this));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked);
    setTextElideMode(Qt::ElideRight);
    setWordWrap(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    layOutColumns();
    settle_.setSingleShot(true);
    settle_.setInterval(kSettleMs);
    connect(&settle_, &QTimer::timeout, this, &PairTable::wantVisible);
    const auto settle = [this] { settle_.start(); };
    connect(verticalScrollBar(), &QScrollBar::valueChanged, &settle_, settle);
    connect(&model_, &QAbstractItemModel::modelReset, &settle_, settle);
    connect(&model_, &QAbstractItemModel::rowsInserted, &settle_, settle);
    connect(&model_, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& from, const QModelIndex& to) {
        settle_.start();
        const int row = currentIndex().row();
        if (row >= from.row() && row <= to.row()) Q_EMIT currentPairChanged();
    });
    connect(&thumbnails_, &ThumbnailCache::arrived, viewport(), qOverload<>(&QWidget::update));
}

void PairTable::layOutColumns() {
    const int character = fontMetrics().averageCharWidth();
    header()->setStretchLastSection(true);
    header()->resizeSection(PairModel::pictureColumn, PairDelegate::width(fontMetrics()));
    header()->resizeSection(PairModel::captionColumn, 40 * character);
    header()->resizeSection(PairModel::fileColumn, 20 * character);
    header()->resizeSection(PairModel::kindColumn, 14 * character);
    header()->resizeSection(PairModel::splitColumn, 12 * character);
}

const DataPair* PairTable::currentPair() const {
    return currentIndex().isValid() ? model_.pair(currentIndex().row()) : nullptr;
}

std::vector<RowRange> PairTable::selectedRanges() const {
    std::vector<RowRange> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        rows.push_back({range.top(), range.bottom() - range.top() + 1});
    return rows;
}

void PairTable::selectCurrent() {
    if (!currentIndex().isValid()) return selectionModel()->clearSelection();
    selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void PairTable::selectEverything() {
    setCurrentIndex(model_.index(0, PairModel::captionColumn));
    selectAll();
}

void PairTable::editCaption() {
    const QModelIndex caption = model_.index(currentIndex().row(), PairModel::captionColumn);
    if (!currentIndex().isValid() || !(caption.flags() & Qt::ItemIsEditable)) return;
    setCurrentIndex(caption);
    edit(caption);
}

void PairTable::wantVisible() {
    if (!isVisible() || model_.rowCount() == 0) return thumbnails_.want({});
    const QModelIndex top = indexAt(QPoint(0, 0));
    const QModelIndex bottom = indexAt(QPoint(0, viewport()->height() - 1));
    const int last = bottom.isValid() ? bottom.row() : model_.rowCount() - 1;
    std::vector<ThumbnailCache::Wanted> wanted;
    for (int row = std::max(0, top.row()); row <= last; ++row)
        if (const DataPair* const pair = model_.pair(row))
            for (auto& file : PairDelegate::filesOf(*pair))
                wanted.push_back(std::move(file));
    thumbnails_.want(wanted);
}

void PairTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    if (current.row() != previous.row()) Q_EMIT currentPairChanged();
}

void PairTable::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const DataPair* const pair = currentPair();
    if (enter && event->modifiers() == Qt::NoModifier && state() != EditingState && pair)
        Q_EMIT openRequested(pair->image.empty() ? pair->sound : pair->image);
    else
        QTreeView::keyPressEvent(event);
}

void PairTable::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    settle_.start();
}

} // namespace fusefind

#include "ui/views/search/result_view.h"

#include "ui/shortcuts.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QScrollBar>

namespace fusefind {

namespace {

constexpr int kSettleMs = 25;
constexpr int kSmallSide = 256; // thumbnails come in two sizes, so that the worker keeps few on disk
constexpr int kLargeSide = 512;

} // namespace

ResultView::ResultView(ResultModel& model, ThumbnailCache& thumbnails, QWidget* parent)
    : QListView(parent),
      model_(model),
      thumbnails_(thumbnails),
      delegate_(new ResultDelegate(model, thumbnails, this)) {
    setModel(&model_);
    setItemDelegate(delegate_);
    // Not IconMode: that keeps an object and a place in a tree for every row, of which there may be a million.
    setViewMode(QListView::ListMode);
    setUniformItemSizes(true);
    setResizeMode(QListView::Adjust);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else QListView leaves room for it, seen or not
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setDefaultDropAction(Qt::CopyAction);
    setAcceptDrops(false);
    viewport()->setAcceptDrops(false);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAccessibleName(tr("Results"));
    settle_.setSingleShot(true);
    settle_.setInterval(kSettleMs);
    connect(&settle_, &QTimer::timeout, this, &ResultView::wantVisible);
    const auto settle = [this] { settle_.start(); };
    connect(verticalScrollBar(), &QScrollBar::valueChanged, &settle_, settle);
    connect(&model_, &QAbstractItemModel::modelReset, &settle_, settle);
    connect(&model_, &QAbstractItemModel::rowsInserted, &settle_, settle);
    connect(&model_, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& from, const QModelIndex& to) {
        settle_.start();
        const int row = currentIndex().row();
        if (row >= from.row() && row <= to.row()) Q_EMIT currentHitChanged();
    });
    connect(&thumbnails_, &ThumbnailCache::arrived, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const LibraryHit* const hit = model_.hit(index.row())) Q_EMIT openRequested(hit->item.path);
    });
    setResultLayout(ResultDelegate::Layout::grid);
}

void ResultView::setResultLayout(ResultDelegate::Layout layout) {
    const QModelIndex current = currentIndex();
    delegate_->setLayout(layout);
    const bool grid = layout == ResultDelegate::Layout::grid;
    setFlow(grid ? QListView::LeftToRight : QListView::TopToBottom);
    setWrapping(grid);
    fitCells();
    if (current.isValid()) scrollTo(current, QAbstractItemView::PositionAtCenter);
}

void ResultView::setPictureWidth(int width) {
    if (width == pictureWidth_) return;
    const QModelIndex kept =
        currentIndex().isValid() ? currentIndex() : indexAt(QPoint(pictureWidth_ / 2, pictureWidth_ / 2));
    pictureWidth_ = width;
    fitCells();
    if (kept.isValid()) scrollTo(kept, QAbstractItemView::PositionAtCenter);
}

void ResultView::fitCells() {
    const int width = std::max(1, viewport()->width() - 1);
    QSize cell(width, ResultDelegate::lineHeight(fontMetrics()));
    int picture = cell.height();
    if (resultLayout() == ResultDelegate::Layout::grid) {
        const int least = pictureWidth_ + 2 * ResultDelegate::padding(fontMetrics());
        cell.setWidth(width / std::max(1, width / least)); // the columns fill the width
        picture = cell.width() - 2 * ResultDelegate::padding(fontMetrics());
        cell.setHeight(ResultDelegate::cellHeight(picture, fontMetrics()));
    }
    delegate_->setCell(cell);
    if (cell != gridSize()) setGridSize(cell);
    verticalScrollBar()->setSingleStep(cell.height() / 3);
    thumbnails_.setLongSide(picture * devicePixelRatioF() > kSmallSide ? kLargeSide : kSmallSide);
    settle_.start();
}

void ResultView::wantVisible() {
    const QSize cell = gridSize();
    if (!cell.isValid() || !isVisible()) return thumbnails_.want({});
    const int columns = isWrapping() ? std::max(1, viewport()->width() / cell.width()) : 1;
    const int top = verticalScrollBar()->value() / cell.height();
    const int bottom = (verticalScrollBar()->value() + viewport()->height()) / cell.height();
    const int last = std::min(model_.rowCount(), (bottom + 1) * columns);
    std::vector<ThumbnailCache::Wanted> wanted;
    for (int row = top * columns; row < last; ++row)
        if (const LibraryHit* const hit = model_.hit(row))
            wanted.push_back({hit->item.path, hit->item.kind, hit->item.mtimeMs});
    thumbnails_.want(wanted);
}

const LibraryHit* ResultView::currentHit() const {
    return currentIndex().isValid() ? model_.hit(currentIndex().row()) : nullptr;
}

void ResultView::select(int row) {
    const QModelIndex index = model_.index(row);
    if (!index.isValid()) return;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

void ResultView::selectBeside(int step) {
    if (model_.rowCount() == 0) return;
    select(currentIndex().isValid() ? std::clamp(currentIndex().row() + step, 0, model_.rowCount() - 1) : 0);
}

void ResultView::keyboardSearch(const QString& search) {
    Q_EMIT typed(search);
}

void ResultView::resizeEvent(QResizeEvent* event) {
    fitCells();
    QListView::resizeEvent(event);
}

void ResultView::keyPressEvent(QKeyEvent* event) {
    const LibraryHit* const hit = currentHit();
    if (isKeyOf(ShortcutId::preview, *event)) {
        if (hit) Q_EMIT previewRequested();
    } else if (isKeyOf(ShortcutId::open, *event)) {
        if (hit) Q_EMIT openRequested(hit->item.path);
    } else {
        QListView::keyPressEvent(event);
    }
}

void ResultView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    Q_EMIT currentHitChanged();
}

void ResultView::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fitCells();
}

} // namespace fusefind

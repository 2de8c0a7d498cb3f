#pragma once

#include "ui/models/result_model.h"
#include "ui/models/thumbnail_cache.h"

#include <QtWidgets/QStyledItemDelegate>

namespace fusefind {

// Draws a result: as a cell with its picture, or as a line of columns.
class ResultDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    ResultDelegate(const ResultModel& model, const ThumbnailCache& thumbnails, QObject* parent);

    enum class Layout { grid, list };
    void setLayout(Layout layout) { layout_ = layout; }
    [[nodiscard]] Layout layout() const { return layout_; }

    // The height that a cell with pictures of this width needs, and a line of a list.
    static int cellHeight(int pictureWidth, const QFontMetrics& metrics);
    static int lineHeight(const QFontMetrics& metrics);
    static int padding(const QFontMetrics& metrics) { return metrics.height() / 3; }

    void setCell(QSize size) { cell_ = size; }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return cell_; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintCell(QPainter& painter, const QStyleOptionViewItem& option, const LibraryHit& hit) const;
    void paintLine(QPainter& painter, const QStyleOptionViewItem& option, const LibraryHit& hit) const;
    // Returns what the picture covers.
    QRect paintPicture(QPainter& painter, const QStyleOptionViewItem& option, const LibraryHit& hit,
                       const QRect& area) const;
    void paintBadges(QPainter& painter, const QStyleOptionViewItem& option, const LibraryHit& hit,
                     const QRect& area) const;

    const ResultModel& model_;
    const ThumbnailCache& thumbnails_;
    Layout layout_ = Layout::grid;
    QSize cell_;
};

} // namespace fusefind

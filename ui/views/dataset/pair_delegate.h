#pragma once

#include "ui/models/pair_model.h"
#include "ui/models/thumbnail_cache.h"

#include <QtGui/QIcon>
#include <QtWidgets/QStyledItemDelegate>

namespace fusefind {

// Draws what a pair looks like: its picture, the waveform of its sound, or both beside each other.
class PairDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    PairDelegate(const PairModel& model, const ThumbnailCache& thumbnails, QObject* parent);

    static int width(const QFontMetrics& metrics);
    // What is to be drawn; nothing of a file that is missing.
    static std::vector<ThumbnailCache::Wanted> filesOf(const DataPair& pair);

    // All such files of a pair, beside each other.
    static void paintFiles(QPainter& painter, const DataPair& pair, const ThumbnailCache& thumbnails, QRect area,
                           const QColor& waves, QIcon::Mode icons = QIcon::Normal);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const PairModel& model_;
    const ThumbnailCache& thumbnails_;
};

} // namespace fusefind

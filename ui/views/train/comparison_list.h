#pragma once

#include "core/protocol/train_messages.h"
#include "ui/models/thumbnail_cache.h"

#include <QtWidgets/QScrollArea>

namespace fusefind {

// Queries asked of two spaces, with the files that each of them finds first, one above the other.
class ComparisonList : public QScrollArea {
    Q_OBJECT

public:
    explicit ComparisonList(WorkerClient& client, QWidget* parent = nullptr);

    void show(const TrainingResult& result);

private:
    QWidget* newComparison(const QueryComparison& comparison, const TrainingResult& result);

    ThumbnailCache thumbnails_;
    std::vector<ThumbnailCache::Wanted> wanted_;
};

} // namespace fusefind

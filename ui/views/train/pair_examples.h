#pragma once

#include "core/protocol/train_messages.h"
#include "ui/models/thumbnail_cache.h"

#include <QtWidgets/QScrollArea>

namespace fusefind {

// Some pairs side by side: the picture, the sound and the caption that belong together.
class PairExamples : public QScrollArea {
    Q_OBJECT

public:
    explicit PairExamples(WorkerClient& client, QWidget* parent = nullptr);

    void setExamples(const std::vector<PairExample>& examples);

private:
    QWidget* newCard(const PairExample& example, std::vector<ThumbnailCache::Wanted>& wanted);

    ThumbnailCache thumbnails_;
};

} // namespace fusefind

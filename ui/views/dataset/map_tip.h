#pragma once

#include "core/protocol/dataset_messages.h"
#include "ui/models/thumbnail_cache.h"

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>
#include <optional>

class QLabel;

namespace fusefind {

// What the pair under the mouse is: its small picture, its name and its caption, beside the mouse. A child of the view
// it explains.
class MapTip : public QFrame {
    Q_OBJECT

public:
    MapTip(WorkerClient& client, QWidget* view);

    // 0: nothing. `at` is a place of the view.
    void explain(int64_t dataSet, int64_t pair, QPoint at);
    [[nodiscard]] const std::optional<DataPair>& pair() const { return pair_; } // that is shown

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void ask();
    void take(const Result<Json>& answer);
    void moveBeside(QPoint at);
    [[nodiscard]] QRect pictureArea() const;

    WorkerClient& client_;
    ThumbnailCache thumbnails_;
    std::optional<WorkerClient::RequestId> request_;
    QTimer rest_; // the mouse passes many points on its way
    int64_t dataSet_ = 0;
    int64_t wanted_ = 0;
    QPoint at_;
    std::optional<DataPair> pair_;
    QLabel* text_ = nullptr;
};

} // namespace fusefind

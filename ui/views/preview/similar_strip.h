#pragma once

#include "core/protocol/library_messages.h"
#include "ui/client/worker_client.h"

#include <QtWidgets/QListWidget>

namespace fusefind {

// The shots that a hit stands for, itself first, in one row of small pictures.
class SimilarStrip : public QListWidget {
    Q_OBJECT

public:
    explicit SimilarStrip(WorkerClient& client, QWidget* parent = nullptr);
    ~SimilarStrip() override;

    // Only the first of very many are shown.
    void setShots(std::vector<LibraryItem> shots);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {iconSize().width(), sizeHint().height()}; }

Q_SIGNALS:
    void chosen(const fusefind::LibraryItem& shot);

private:
    void askForPicture(int row);
    void dropRequests();

    QPointer<WorkerClient> client_;
    std::vector<LibraryItem> shots_;
    std::vector<WorkerClient::RequestId> requests_;
};

} // namespace fusefind

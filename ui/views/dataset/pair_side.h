#pragma once

#include "core/protocol/dataset_messages.h"
#include "ui/client/worker_client.h"

#include <QtWidgets/QWidget>
#include <optional>

class QLabel;
class QListWidget;

namespace fusefind {

// What is known of one pair, and all captions of what it is connected with.
class PairSide : public QWidget {
    Q_OBJECT

public:
    explicit PairSide(WorkerClient& client, QWidget* parent = nullptr);

    // Null: nothing.
    void show(int64_t dataSet, const DataPair* pair);

private:
    void list(const DataPairPage& page);

    WorkerClient& client_;
    std::optional<WorkerClient::RequestId> request_;
    int64_t current_ = 0;
    QLabel* facts_ = nullptr;
    QLabel* heading_ = nullptr;
    QListWidget* captions_ = nullptr;
};

} // namespace fusefind

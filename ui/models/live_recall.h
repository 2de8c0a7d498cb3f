#pragma once

#include "core/protocol/recall_messages.h"
#include "ui/client/worker_client.h"

namespace fusefind {

// The recall of the space in use on the held-out pairs of the data sets, as the worker measures it by itself.
class LiveRecall : public QObject {
    Q_OBJECT

public:
    explicit LiveRecall(WorkerClient& client, QObject* parent = nullptr);

    [[nodiscard]] const RecallState& state() const { return state_; }

Q_SIGNALS:
    void changed();

private:
    void ask();
    void take(const Json& value);

    WorkerClient& client_;
    RecallState state_;
};

} // namespace fusefind

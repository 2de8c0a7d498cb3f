#pragma once

#include "core/protocol/train_messages.h"
#include "ui/client/worker_client.h"

namespace fusefind {

// The one training of the worker, as it was last heard of: asked for whenever the worker comes up, then followed by its
// events. The training itself outlives the window.
class TrainingJob : public QObject {
    Q_OBJECT

public:
    explicit TrainingJob(WorkerClient& client, QObject* parent = nullptr);

    // False until the worker has answered once.
    [[nodiscard]] bool isKnown() const { return known_; }
    [[nodiscard]] const TrainingState& state() const { return state_; }

    void begin(const TrainingRequest& request);
    void setPaused(bool paused);
    void stop();    // keeps the best so far
    void dismiss(); // forgets one that has ended

Q_SIGNALS:
    void changed();
    void succeeded(); // it was under way before
    void failed(const QString& sentence);

private:
    void ask(const char* method, Json params);
    void take(const Json& value);

    WorkerClient& client_;
    bool known_ = false;
    TrainingState state_;
};

} // namespace fusefind

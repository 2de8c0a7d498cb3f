#pragma once

#include "ui/client/worker_client.h"

#include <optional>

namespace fusefind {

// A view's one question to the worker: a newer one takes the place of the older, whose answer is never heard. A
// question that was lost with a worker that died is put once more when the next worker is there; `done` then hears
// both.
class LatestCall : public QObject {
    Q_OBJECT

public:
    explicit LatestCall(WorkerClient& client, QObject* parent = nullptr);
    ~LatestCall() override;

    // `method` is one of namespace method.
    void ask(const char* method, Json params, WorkerClient::Done done);
    void drop();
    [[nodiscard]] bool waiting() const { return id_.has_value(); }

private:
    void send();
    void answer(Result<Json> result);
    void onState(WorkerClient::State state);

    QPointer<WorkerClient> client_;
    const char* method_ = nullptr;
    Json params_;
    WorkerClient::Done done_;
    std::optional<WorkerClient::RequestId> id_;
    bool lost_ = false;     // with a worker that died
    bool repeated_ = false; // a file that kills the worker must not kill each one after it
};

} // namespace fusefind

#pragma once

#include "ui/client/worker_client.h"

#include <functional>
#include <map>

namespace fusefind {

// What the window asked for and has no answer to. Callbacks are called from the event loop only, and never for a
// context that is gone.
class PendingRequests : public QObject {
    Q_OBJECT

public:
    using Id = WorkerClient::RequestId;
    using Send = std::function<Status(const Message&)>;
    struct Request {
        std::string method;
        Json params;
        QPointer<QObject> context;
        WorkerClient::Done done;
        WorkerClient::OnProgress onProgress;
        WorkerClient::OnPartial onPartial;
        bool sent = false;
        bool cancelled = false;
    };

    Id add(Request request);
    void send(Id id, const Send& send);
    void sendAll(const Send& send); // those not sent yet
    // True where the worker has to be told.
    bool cancel(Id id);
    bool drop(Id id);

    void progress(const ProgressNote& note);
    void partial(const Partial& partial);
    void answer(Reply reply);
    void failSent(const Error& error);
    void failAll(const Error& error);
    void failLater(Id id, const Error& error);

private:
    std::map<Id, Request> requests_;
    Id lastId_ = 0;
};

} // namespace fusefind

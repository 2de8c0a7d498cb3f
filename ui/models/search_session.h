#pragma once

#include "core/protocol/library_messages.h"
#include "ui/client/worker_client.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

namespace fusefind {

// One question at a time to the worker: waits while somebody types, drops the answers that nobody waits for any more,
// and asks again what a dying worker left unanswered.
class SearchSession : public QObject {
    Q_OBJECT

public:
    static constexpr size_t kTop = 500;
    static constexpr size_t kFirst = 60; // shown before the rest has come: a screenful
    static constexpr int kTypingPauseMs = 40;

    explicit SearchSession(WorkerClient& client, QObject* parent = nullptr);

    enum class When {
        now,
        typing // the first key after a pause asks at once, the ones after it when typing pauses
    };
    // No terms: nothing is asked, and what is under way is dropped.
    void ask(LibraryQuery query, When when);
    // The same again, e.g. because the library changed.
    void askAgain();

    [[nodiscard]] bool active() const { return !query_.terms.empty(); }
    [[nodiscard]] bool waiting() const { return pause_.isActive() || underWay_ != 0; }

Q_SIGNALS:
    // `again`: of a query that was answered before, or whose first hits were.
    void answered(const fusefind::LibraryAnswer& answer, bool again);
    void failed(const fusefind::Error& error);

private:
    void send();
    void drop();
    void takeFirst(const Json& answer);
    void finish(Result<Json> answer);

    WorkerClient& client_;
    LibraryQuery query_;
    QTimer pause_;
    QElapsedTimer sinceTyping_;
    WorkerClient::RequestId underWay_ = 0;
    bool again_ = false;
    bool lost_ = false; // the worker died over it
};

} // namespace fusefind

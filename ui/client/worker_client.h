#pragma once

#include "core/protocol/message.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <filesystem>
#include <functional>
#include <memory>

namespace fusefind {

// The window's end of the worker: starts it or joins the one that runs, watches it, starts it again when it dies, and
// carries requests. Belongs to the GUI thread and never blocks it.
class WorkerClient : public QObject {
    Q_OBJECT

public:
    struct Options {
        QString program;               // fusefind-worker
        std::filesystem::path dataDir; // its socket: core/protocol/endpoint.h
        QStringList arguments;         // of the worker besides --data-dir
    };
    enum class State {
        starting, // also after a crash, while the worker comes up again
        ready,
        failed // given up: see problem()
    };
    Q_ENUM(State)

    using RequestId = uint64_t;
    using Done = std::function<void(Result<Json>)>;
    using OnProgress = std::function<void(const Progress&)>;
    using OnPartial = std::function<void(const Json&)>;

    explicit WorkerClient(Options options, QObject* parent = nullptr);
    ~WorkerClient() override;

    void start();
    [[nodiscard]] State state() const;
    [[nodiscard]] const Error& problem() const; // of State::failed
    [[nodiscard]] qint64 workerPid() const;     // 0 if none is known

    // Asks the worker; `done` is called once on the GUI thread, later, and never after `context` was destroyed or the
    // request was dropped. While the worker starts, requests wait; when it dies, those under way fail with
    // ErrorCode::io.
    RequestId call(const char* method, Json params, QObject* context, Done done, OnProgress onProgress = {},
                   OnPartial onPartial = {});
    // The worker stops the work; `done` still hears of it, as ErrorCode::cancelled.
    void cancel(RequestId id);
    // The same, and `done` is forgotten: for answers that nobody waits for any more.
    void drop(RequestId id);

    // A command of the command line with --json: `done` gets its document, or what it said after "error:".
    RequestId command(const QStringList& arguments, QObject* context, Done done, OnProgress onProgress = {});

Q_SIGNALS:
    void stateChanged(fusefind::WorkerClient::State state);
    // The worker died and is being started again; `reason` is for people.
    void restarting(const QString& reason);
    void eventArrived(const QString& name, const fusefind::Json& value);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace fusefind

#pragma once

#include "core/base/unique_fd.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTimer>
#include <chrono>
#include <memory>

class QSocketNotifier;

namespace fusefind {

// A worker in the making. It belongs to nobody: it outlives the window that starts it, serves whoever joins, and leaves
// by itself. (That is why it is started detached, on pipes of our own: a QProcess kills its child when it goes.)
class WorkerProcess : public QObject {
    Q_OBJECT

public:
    // One that is not ready within `patience` hangs: it is killed, and has failed.
    explicit WorkerProcess(std::chrono::milliseconds patience = std::chrono::minutes(2));
    ~WorkerProcess() override;

    // Then comes one of the signals, later. Call once.
    void start(const QString& program, const QStringList& arguments);

Q_SIGNALS:
    void ready(); // it listens
    void failed(const QString& reason);

private:
    struct Pipe {
        UniqueFd end; // ours, for reading
        std::unique_ptr<QSocketNotifier> notifier;
        QByteArray text; // the last of what came
    };

    UniqueFd openPipe(Pipe& pipe); // the worker's end
    static bool read(Pipe& pipe);  // false at its end
    void watch(Pipe& pipe);
    void onOutput();
    void onOverdue();
    void failLater(const QString& reason);

    Pipe output_;
    Pipe errors_; // read to the last, so that a worker that complains much never waits for us
    QTimer patience_;
    qint64 pid_ = 0;
    bool done_ = false;
};

} // namespace fusefind

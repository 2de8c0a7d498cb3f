#pragma once

#include "core/protocol/frame.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtNetwork/QLocalSocket>
#include <filesystem>

namespace fusefind {

// One connection to a worker: connects, greets, frames. Every signal comes from the event loop, one message a turn, so
// that what is done with them may open a dialog, take its time, or destroy this.
class WorkerConnection : public QObject {
    Q_OBJECT

public:
    explicit WorkerConnection(QObject* parent = nullptr);
    ~WorkerConnection() override;

    // Then comes `opened`, `nobodyListens` or `refused`. Call once.
    void open(const std::filesystem::path& socket);
    [[nodiscard]] bool isOpen() const { return greeted_ && !ended_; }

    // Nothing happens where the connection is not open (any more): `lost` says so. Errors: limit.
    Status send(const Message& message);

Q_SIGNALS:
    void opened(const fusefind::Hello& hello);
    void nobodyListens();
    void refused(const fusefind::Error& why); // trying again would not help
    void arrived(fusefind::Message& message); // to be taken
    void lost(); // after `opened` or in place of it; what had arrived before has come before

private:
    template <class Function>
    void later(Function function) {
        QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
    }
    void onConnected();
    void onError(QLocalSocket::LocalSocketError error);
    void onBytes();
    void onMessage(Message message);
    void greet(const Hello& hello);
    void refuse(Error why);
    void refuseStranger();
    bool end(); // false if it had ended before

    QLocalSocket socket_;
    FrameReader reader_;
    QTimer patience_; // for the other side's Hello
    QString place_;
    bool greeted_ = false;
    bool ended_ = false;
};

} // namespace fusefind

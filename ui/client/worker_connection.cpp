#include "ui/client/worker_connection.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <chrono>
#include <memory>
#include <utility>

namespace fusefind {

namespace {

constexpr std::chrono::seconds kPatience(5);

} // namespace

WorkerConnection::WorkerConnection(QObject* parent) : QObject(parent) {
    patience_.setSingleShot(true);
    patience_.setInterval(kPatience);
    connect(&patience_, &QTimer::timeout, this, &WorkerConnection::refuseStranger);
    connect(&socket_, &QLocalSocket::connected, this, &WorkerConnection::onConnected);
    connect(&socket_, &QLocalSocket::errorOccurred, this, &WorkerConnection::onError);
    connect(&socket_, &QLocalSocket::readyRead, this, &WorkerConnection::onBytes);
    connect(&socket_, &QLocalSocket::disconnected, this, [this] {
        onBytes();
        if (end()) later([this] { Q_EMIT lost(); });
    });
}

WorkerConnection::~WorkerConnection() {
    socket_.disconnect(this); // it says that it is disconnected when it goes, and goes last
}

void WorkerConnection::open(const std::filesystem::path& socket) {
    place_ = QFile::decodeName(socket.c_str());
    patience_.start();
    socket_.connectToServer(place_);
}

Status WorkerConnection::send(const Message& message) {
    FUSEFIND_TRY_ASSIGN(const std::string frame, encodeFrame(message));
    if (!ended_) socket_.write(frame.data(), static_cast<qint64>(frame.size()));
    return {};
}

void WorkerConnection::onConnected() {
    const Hello hello{kProtocolVersion, QCoreApplication::applicationVersion().toStdString(),
                      QCoreApplication::applicationPid()};
    (void)send(hello); // far from any limit
}

void WorkerConnection::onError(QLocalSocket::LocalSocketError error) {
    if (error == QLocalSocket::PeerClosedError) return; // `disconnected` follows
    const bool nobody = error == QLocalSocket::ServerNotFoundError || error == QLocalSocket::ConnectionRefusedError;
    if (socket_.state() == QLocalSocket::ConnectedState || !end()) return;
    if (nobody)
        later([this] { Q_EMIT nobodyListens(); });
    else
        later([this, why = Error{ErrorCode::io,
                                 tr("%1 cannot be reached (%2)").arg(place_, socket_.errorString()).toStdString(),
                                 {},
                                 tr("check who may read and write there").toStdString()}] { Q_EMIT refused(why); });
}

void WorkerConnection::onBytes() {
    const QByteArray bytes = socket_.isOpen() ? socket_.readAll() : QByteArray();
    reader_.feed({bytes.data(), static_cast<size_t>(bytes.size())});
    while (!ended_) {
        auto message = reader_.next();
        if (message && !*message) return;
        if (message) {
            onMessage(std::move(**message));
        } else if (!greeted_) {
            refuseStranger();
        } else if (end()) { // after bytes that cannot be understood nothing can be
            socket_.abort();
            later([this] { Q_EMIT lost(); });
        }
    }
}

void WorkerConnection::onMessage(Message message) {
    const auto* hello = std::get_if<Hello>(&message);
    if (!greeted_ && hello) return greet(*hello);
    if (!greeted_) return refuseStranger();
    // Shared, because a posted function is copied, and a picture is large.
    later([this, shared = std::make_shared<Message>(std::move(message))] { Q_EMIT arrived(*shared); });
}

void WorkerConnection::greet(const Hello& hello) {
    if (hello.protocol == kProtocolVersion) {
        patience_.stop();
        greeted_ = true;
        return later([this, hello] { Q_EMIT opened(hello); });
    }
    const QString what = tr("This is FuseFind %1 (protocol %2), but the worker that runs is FuseFind %3 (protocol %4)")
                             .arg(QCoreApplication::applicationVersion())
                             .arg(kProtocolVersion)
                             .arg(QString::fromStdString(hello.version))
                             .arg(hello.protocol);
    const QString advice = tr("close every window of FuseFind, wait ten seconds until the worker has left, and start "
                              "it again");
    refuse({ErrorCode::unsupported, what.toStdString(), {}, advice.toStdString()});
}

void WorkerConnection::refuse(Error why) {
    if (!end()) return;
    socket_.abort();
    later([this, why = std::move(why)] { Q_EMIT refused(why); });
}

void WorkerConnection::refuseStranger() {
    refuse({ErrorCode::busy,
            tr("Something that is not FuseFind's worker answers at %1").arg(place_).toStdString(),
            {},
            tr("end the program that listens there, or choose another data directory").toStdString()});
}

bool WorkerConnection::end() {
    patience_.stop();
    return !std::exchange(ended_, true);
}

} // namespace fusefind

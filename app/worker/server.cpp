#include "app/worker/server.h"

#include "core/protocol/endpoint.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <QtCore/QFile>
#include <utility>

namespace fusefind {

Server::Server(QObject* parent) : QObject(parent) {
    listener_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&listener_, &QLocalServer::newConnection, this, &Server::accept);
}

Status Server::listen(const std::filesystem::path& dataDir) {
    const auto path = workerSocket(dataDir);
    const QString name = QFile::decodeName(path.c_str());
    // Whoever made a socket that is there held the lock before us, and has gone.
    QLocalServer::removeServer(name);
    if (listener_.listen(name)) return {};
    return fail(ErrorCode::io, fmt::format("cannot listen for the window ({})", listener_.errorString().toStdString()),
                path, "check who may write there, and the free disk space");
}

void Server::accept() {
    while (QLocalSocket* socket = listener_.nextPendingConnection()) {
        const ClientId id = nextId_++;
        clients_[id].socket = socket;
        socket->setParent(this);
        connect(socket, &QLocalSocket::readyRead, this, [this, id] { read(id); });
        connect(socket, &QLocalSocket::disconnected, this, [this, id] { leave(id); });
        read(id); // what came before we listened
    }
}

void Server::read(ClientId id) {
    const auto client = clients_.find(id);
    if (client == clients_.end()) return;
    const QByteArray bytes = client->second.socket->readAll();
    client->second.reader.feed({bytes.constData(), static_cast<size_t>(bytes.size())});
    // Looked up again each time: a message may make the client leave.
    for (auto now = clients_.find(id); now != clients_.end(); now = clients_.find(id)) {
        auto message = now->second.reader.next();
        if (!message) return hangUp(id, message.error().text());
        if (!*message) return;
        take(id, std::move(**message));
    }
}

void Server::take(ClientId id, Message message) {
    if (const auto* hello = std::get_if<Hello>(&message)) return greet(id, *hello);
    if (!clients_[id].greeted) return hangUp(id, "a client that did not say hello");
    if (const auto* request = std::get_if<Request>(&message)) Q_EMIT requested(id, *request);
    if (const auto* cancel = std::get_if<Cancel>(&message)) Q_EMIT cancelled(id, cancel->id);
}

void Server::greet(ClientId id, const Hello& hello) {
    // Ours goes out in any case, so that a client of another version can say which one it met.
    post(id, Hello{kProtocolVersion, FUSEFIND_VERSION, ::getpid()});
    if (hello.protocol != kProtocolVersion) return hangUp(id, fmt::format("a client of protocol {}", hello.protocol));
    clients_[id].greeted = true;
}

void Server::post(ClientId id, const Message& message) {
    auto frame = encodeFrame(message);
    if (!frame) {
        spdlog::error("an answer could not be sent: {}", frame.error().text());
        if (const auto* reply = std::get_if<Reply>(&message)) post(id, Reply{reply->id, fail(frame.error())});
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this, id, bytes = std::move(*frame)] {
            const auto client = clients_.find(id);
            if (client != clients_.end()) client->second.socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
        },
        Qt::AutoConnection);
}

void Server::broadcast(const Event& event) {
    QMetaObject::invokeMethod(
        this,
        [this, event] {
            for (const auto& [id, client] : clients_)
                if (client.greeted) post(id, event);
        },
        Qt::AutoConnection);
}

void Server::hangUp(ClientId id, const std::string& reason) {
    spdlog::warn("hung up on {}", reason);
    const auto client = clients_.find(id);
    if (client != clients_.end()) client->second.socket->disconnectFromServer(); // after what was written
}

void Server::leave(ClientId id) {
    const auto client = clients_.find(id);
    if (client == clients_.end()) return;
    client->second.socket->deleteLater();
    clients_.erase(client);
    Q_EMIT clientLeft(id);
}

} // namespace fusefind

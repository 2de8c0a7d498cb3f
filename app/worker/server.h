#pragma once

#include "core/protocol/frame.h"

#include <QtCore/QObject>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>
#include <filesystem>
#include <functional>
#include <map>

namespace fusefind {

// The worker's socket, open to its user alone, and the clients at it. Lives on the main thread; post() and broadcast()
// may be called from any.
class Server : public QObject {
    Q_OBJECT

public:
    using ClientId = quint64;

    explicit Server(QObject* parent = nullptr);

    // Listens at the data directory's socket; one that nobody listens at any more is taken over. The caller holds the
    // data directory's lock. Errors: io.
    Status listen(const std::filesystem::path& dataDir);

    void post(ClientId client, const Message& message); // nothing if the client has gone
    void broadcast(const Event& event);
    [[nodiscard]] qsizetype clients() const { return static_cast<qsizetype>(clients_.size()); }

Q_SIGNALS:
    void requested(quint64 client, const fusefind::Request& request);
    void cancelled(quint64 client, quint64 id);
    void clientLeft(quint64 client);

private:
    struct Client {
        QLocalSocket* socket = nullptr;
        FrameReader reader;
        bool greeted = false;
    };

    void accept();
    void read(ClientId id);
    void take(ClientId id, Message message);
    void greet(ClientId id, const Hello& hello);
    void hangUp(ClientId id, const std::string& reason);
    void leave(ClientId id);

    QLocalServer listener_;
    std::map<ClientId, Client> clients_;
    ClientId nextId_ = 1;
};

} // namespace fusefind

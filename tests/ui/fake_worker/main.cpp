#include "core/protocol/endpoint.h"
#include "core/protocol/frame.h"

#include <unistd.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>
#include <csignal>
#include <cstdio>

// A worker without an engine, for tests of the client: keeps the worker's contract, or breaks it as --behaviour says.
using namespace fusefind;

namespace {

class FakeWorker : public QObject {
public:
    explicit FakeWorker(QString behaviour) : behaviour_(std::move(behaviour)) {
        leave_.setSingleShot(true);
        leave_.start(std::chrono::seconds(20)); // nobody came
        connect(&leave_, &QTimer::timeout, this, &QCoreApplication::quit);
        connect(&server_, &QLocalServer::newConnection, this, [this] {
            while (QLocalSocket* client = server_.nextPendingConnection())
                welcome(client);
        });
    }

    bool listen(const std::filesystem::path& dataDir) {
        const QString name = QFile::decodeName(workerSocket(dataDir).c_str());
        QLocalServer::removeServer(name);
        return server_.listen(name);
    }

private:
    [[nodiscard]] bool behaves(const char* as) const { return behaviour_ == QLatin1String(as); }

    void welcome(QLocalSocket* client) {
        ++clients_;
        leave_.stop();
        connect(client, &QLocalSocket::readyRead, this, [this, client] { read(client); });
        connect(client, &QLocalSocket::disconnected, this, [this, client] {
            client->deleteLater();
            if (--clients_ == 0) leave_.start(std::chrono::milliseconds(300));
        });
        if (behaves("garbage")) client->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        if (behaves("silent") || behaves("garbage")) return;
        send(client, behaves("newer") ? Hello{99, "9.9", ::getpid()} : Hello{kProtocolVersion, "1.0", ::getpid()});
        client->flush();
        if (behaves("mortal")) ::_exit(1);
    }

    static void send(QLocalSocket* client, const Message& message) {
        const std::string frame = encodeFrame(message).value();
        client->write(frame.data(), static_cast<qint64>(frame.size()));
    }

    void read(QLocalSocket* client) {
        const QByteArray bytes = client->readAll();
        reader_.feed({bytes.data(), static_cast<size_t>(bytes.size())}); // tests ask over one client at a time
        while (auto message = reader_.next().value())
            take(client, *message);
    }

    void take(QLocalSocket* client, const Message& message) {
        if (const auto* cancel = std::get_if<Cancel>(&message)) {
            ++cancels_;
            send(client, Reply{cancel->id, fail(ErrorCode::internal, "stopped")}); // not the client's word for it
        }
        if (const auto* request = std::get_if<Request>(&message)) answer(client, *request);
    }

    void answer(QLocalSocket* client, const Request& request) {
        const auto reply = [&](Result<Json> result) { send(client, Reply{request.id, std::move(result)}); };
        ++asked_;
        if (request.method == "echo") return reply(request.params);
        if (request.method == "fail") return reply(fail(ErrorCode::limit, "too much", "/a", "ask for less"));
        if (request.method == "counts") return reply(Json{{"asked", asked_}, {"cancels", cancels_}});
        if (request.method == "command")
            return reply(request.params["args"].size() == 1 ? request.params : command(request));
        if (request.method == "crash") ::raise(SIGKILL);
        if (request.method == "babble") client->write("\xff\xff\xff\xff", 4);
        if (request.method == "event") {
            send(client, Event{"changed", request.params});
            return reply(nullptr);
        }
        if (request.method == "progress") {
            for (int i = 1; i <= 3; ++i)
                send(client, ProgressNote{request.id, {"encode", i, 3, ""}});
            return reply(nullptr);
        }
        // "wait" is answered by a Cancel alone.
    }

    // As fusefind-cli would: the first argument says how it goes.
    static Json command(const Request& request) {
        const std::string how = request.params["args"][0];
        if (how == "work") return {{"status", 0}, {"out", request.params.dump()}, {"err", "encode 1/2\n"}};
        if (how == "skip") return {{"status", 3}, {"out", "{\"skipped\": 1}"}, {"err", ""}};
        if (how == "stop") return {{"status", 130}, {"out", ""}, {"err", "error: cancelled\n"}};
        if (how == "chat") return {{"status", 0}, {"out", "not JSON"}, {"err", ""}};
        return {{"status", 1}, {"out", ""}, {"err", "encode 1/2\nerror: no such folder: /x; choose another\n"}};
    }

    QString behaviour_;
    QLocalServer server_;
    QTimer leave_;
    FrameReader reader_;
    int clients_ = 0;
    int asked_ = 0;
    int cancels_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption dataDir(QStringLiteral("data-dir"), {}, QStringLiteral("DIR"));
    const QCommandLineOption leaves(QStringLiteral("exit-with-clients"));
    const QCommandLineOption behaviour(QStringLiteral("behaviour"), {}, QStringLiteral("NAME"));
    parser.addOptions({dataDir, leaves, behaviour});
    parser.process(application);
    const QString how = parser.value(behaviour);
    if (how == QLatin1String("unable") || !parser.isSet(leaves)) {
        std::fprintf(stderr, "something on the way\nerror: the data directory is in use; wait\n");
        return 1;
    }
    if (how == QLatin1String("mute")) return 0;
    FakeWorker worker(how);
    if (how != QLatin1String("deaf") && !worker.listen(QFile::encodeName(parser.value(dataDir)).toStdString()))
        return 1;
    std::fputs("ready\n", stdout);
    std::fflush(stdout);
    if (how == QLatin1String("deaf")) return 0;
    return QCoreApplication::exec();
}

#include "ui/client/single_instance.h"

#include "core/protocol/endpoint.h"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <sys/file.h>

#include <QtCore/QDeadlineTimer>
#include <QtCore/QFile>
#include <QtCore/QThread>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>
#include <cerrno>
#include <system_error>

namespace fusefind {

namespace {

constexpr const char* kShow = "show\n";
constexpr const char* kShown = "shown\n";
constexpr int kPatienceMs = 5000;

// The folder as DataDir makes it, which comes later, in the worker.
void makeFolder(const std::filesystem::path& folder) {
    std::error_code ignored; // opening the lock tells
    if (std::filesystem::create_directories(folder, ignored))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, ignored);
}

bool asksToShow(const QString& place, const QDeadlineTimer& deadline) {
    const auto left = [&] { return static_cast<int>(deadline.remainingTime()); };
    QLocalSocket socket;
    socket.connectToServer(place);
    if (!socket.waitForConnected(left())) return false;
    socket.write(kShow);
    while (!socket.canReadLine())
        if (!socket.waitForReadyRead(left())) return false;
    return socket.readLine() == kShown;
}

} // namespace

SingleInstance::SingleInstance(const std::filesystem::path& dataDir, QObject* parent) : QObject(parent) {
    makeFolder(dataDir);
    const auto socket = windowSocket(dataDir);
    place_ = QFile::decodeName(socket.c_str());
    lock_.reset(::open((socket.native() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!lock_) return;
    first_ = ::flock(lock_.get(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
    if (first_) listen();
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::askFirst() const {
    const QDeadlineTimer deadline(kPatienceMs);
    constexpr int kPauseMs = 20;
    while (!deadline.hasExpired()) {
        if (asksToShow(place_, deadline)) return true;
        QThread::msleep(kPauseMs); // it may hold the lock and not listen yet
    }
    return false;
}

void SingleInstance::listen() {
    QLocalServer::removeServer(place_); // of one that crashed: the lock is ours
    server_ = new QLocalServer(this);
    server_->setSocketOptions(QLocalServer::UserAccessOption);
    connect(server_, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* other = server_->nextPendingConnection())
            serve(other);
    });
    if (!server_->listen(place_))
        spdlog::warn("a second start will not find this window: {}", server_->errorString().toStdString());
}

void SingleInstance::serve(QLocalSocket* other) {
    connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
    const auto answer = [this, other] {
        if (!other->canReadLine() || other->readLine() != kShow) return;
        other->write(kShown);
        other->disconnectFromServer(); // once that is written
        Q_EMIT activationRequested();
    };
    connect(other, &QLocalSocket::readyRead, this, answer);
    answer(); // what came with the connection
}

} // namespace fusefind

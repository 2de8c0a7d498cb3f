#include "ui/client/worker_client.h"

#include "core/protocol/endpoint.h"
#include "ui/client/pending_requests.h"
#include "ui/client/worker_connection.h"
#include "ui/client/worker_process.h"

#include <QtCore/QFile>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <chrono>
#include <deque>

namespace fusefind {

namespace {

using Clock = std::chrono::steady_clock;

// A worker that dies again and again will not get better.
constexpr size_t kMostDeaths = 5;
constexpr std::chrono::seconds kDeathsWithin(60);

// A worker that cannot start may have met one that is just leaving, or just starting for another window.
constexpr int kMostLaunches = 3;
constexpr std::chrono::seconds kBetweenLaunches(1);

QString inWords(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace

class WorkerClient::Impl {
public:
    Impl(WorkerClient& client, Options options) : client_(client), options_(std::move(options)) {}

    void start();
    void send(RequestId id);
    void stop(RequestId id);

    WorkerClient& client_;
    Options options_;
    State state_ = State::starting;
    bool started_ = false;
    Error problem_;
    qint64 pid_ = 0;
    PendingRequests requests_;

private:
    void join();
    void launch();
    void onNobodyListens();
    void onOpened(const Hello& hello);
    void onMessage(Message& message);
    void onLost();
    void onLaunchFailed(const QString& reason);
    void giveUp(Error error);
    void enter(State state);
    bool diesTooOften();
    PendingRequests::Send sender();

    std::unique_ptr<WorkerConnection> connection_;
    std::unique_ptr<WorkerProcess> process_;
    bool listens_ = false; // said the worker that was started last
    int launches_ = 0;     // that failed, one after the other
    std::deque<Clock::time_point> deaths_;
};

void WorkerClient::Impl::start() {
    if (started_ && state_ != State::failed) return;
    started_ = true;
    listens_ = false;
    launches_ = 0;
    deaths_.clear();
    // Qt hands names on as text; another directory than the one meant must not be made in its place.
    if (QFile::encodeName(QFile::decodeName(options_.dataDir.c_str())).toStdString() != options_.dataDir.native())
        return giveUp({ErrorCode::unsupported, tr("The data directory's name is not valid UTF-8").toStdString(),
                       options_.dataDir, tr("choose another data directory").toStdString()});
    join();
    enter(State::starting);
}

void WorkerClient::Impl::join() {
    connection_ = std::make_unique<WorkerConnection>();
    auto* connection = connection_.get();
    connect(connection, &WorkerConnection::nobodyListens, &client_, [this] { onNobodyListens(); });
    connect(connection, &WorkerConnection::refused, &client_, [this](const Error& why) { giveUp(why); });
    connect(connection, &WorkerConnection::opened, &client_, [this](const Hello& hello) { onOpened(hello); });
    connect(connection, &WorkerConnection::arrived, &client_, [this](Message& message) { onMessage(message); });
    connect(connection, &WorkerConnection::lost, &client_, [this] { onLost(); });
    connection->open(workerSocket(options_.dataDir));
}

void WorkerClient::Impl::launch() {
    process_ = std::make_unique<WorkerProcess>();
    connect(process_.get(), &WorkerProcess::ready, &client_, [this] {
        listens_ = true;
        join();
    });
    connect(process_.get(), &WorkerProcess::failed, &client_, [this](const QString& why) { onLaunchFailed(why); });
    const QStringList arguments{QStringLiteral("--data-dir"), QFile::decodeName(options_.dataDir.c_str()),
                                QStringLiteral("--exit-with-clients")};
    process_->start(options_.program, arguments + options_.arguments);
}

void WorkerClient::Impl::onNobodyListens() {
    if (std::exchange(listens_, false)) return onLaunchFailed(tr("It said to be ready, but does not listen."));
    launch();
}

void WorkerClient::Impl::onLaunchFailed(const QString& reason) {
    if (++launches_ < kMostLaunches) return QTimer::singleShot(kBetweenLaunches, &client_, [this] { join(); });
    giveUp({ErrorCode::io, tr("FuseFind's worker does not start: %1").arg(reason).toStdString(), {}, {}});
}

void WorkerClient::Impl::onOpened(const Hello& hello) {
    pid_ = hello.pid;
    listens_ = false;
    launches_ = 0;
    state_ = State::ready; // before what waits is sent: an answer may be asked on at once
    requests_.sendAll(sender());
    Q_EMIT client_.stateChanged(State::ready);
}

void WorkerClient::Impl::onMessage(Message& message) {
    if (auto* reply = std::get_if<Reply>(&message)) return requests_.answer(std::move(*reply));
    if (const auto* note = std::get_if<ProgressNote>(&message)) return requests_.progress(*note);
    if (const auto* partial = std::get_if<Partial>(&message)) return requests_.partial(*partial);
    if (const auto* event = std::get_if<Event>(&message))
        Q_EMIT client_.eventArrived(inWords(event->name), event->value);
}

void WorkerClient::Impl::onLost() {
    const bool served = state_ == State::ready;
    pid_ = 0;
    listens_ = false;
    requests_.failSent({ErrorCode::io,
                        tr("FuseFind's worker ended before it had answered").toStdString(),
                        {},
                        tr("try again").toStdString()});
    if (diesTooOften())
        return giveUp(
            {ErrorCode::io,
             tr("FuseFind's worker ended %1 times within a minute").arg(kMostDeaths).toStdString(),
             {},
             tr("start FuseFind again; if that does not help, its log in the data directory says why").toStdString()});
    state_ = State::starting;
    join();
    if (!served) return;
    const QPointer<WorkerClient> client(&client_);
    Q_EMIT client_.stateChanged(State::starting);
    if (client) Q_EMIT client->restarting(tr("FuseFind's worker ended unexpectedly and is being started again."));
}

bool WorkerClient::Impl::diesTooOften() {
    const auto now = Clock::now();
    deaths_.push_back(now);
    while (now - deaths_.front() > kDeathsWithin)
        deaths_.pop_front();
    return deaths_.size() >= kMostDeaths;
}

void WorkerClient::Impl::giveUp(Error error) {
    problem_ = std::move(error);
    requests_.failAll(problem_);
    enter(State::failed);
}

void WorkerClient::Impl::enter(State state) {
    if (std::exchange(state_, state) != state) Q_EMIT client_.stateChanged(state);
}

PendingRequests::Send WorkerClient::Impl::sender() {
    return [this](const Message& message) { return connection_->send(message); };
}

void WorkerClient::Impl::send(RequestId id) {
    if (state_ == State::failed) return requests_.failLater(id, problem_);
    if (state_ == State::ready && connection_->isOpen()) requests_.send(id, sender());
}

void WorkerClient::Impl::stop(RequestId id) {
    if (connection_ && connection_->isOpen()) (void)connection_->send(Cancel{id}); // far from any limit
}

WorkerClient::WorkerClient(Options options, QObject* parent)
    : QObject(parent), impl_(std::make_unique<Impl>(*this, std::move(options))) {}

WorkerClient::~WorkerClient() = default;

void WorkerClient::start() {
    impl_->start();
}

WorkerClient::State WorkerClient::state() const {
    return impl_->state_;
}

const Error& WorkerClient::problem() const {
    return impl_->problem_;
}

qint64 WorkerClient::workerPid() const {
    return impl_->pid_;
}

WorkerClient::RequestId WorkerClient::call(const char* method, Json params, QObject* context, Done done,
                                           OnProgress onProgress, OnPartial onPartial) {
    FUSEFIND_ASSERT(QThread::currentThread() == thread());
    FUSEFIND_ASSERT(context && done);
    const auto id = impl_->requests_.add(
        {method, std::move(params), context, std::move(done), std::move(onProgress), std::move(onPartial)});
    impl_->send(id);
    return id;
}

void WorkerClient::cancel(RequestId id) {
    if (impl_->requests_.cancel(id)) impl_->stop(id);
}

void WorkerClient::drop(RequestId id) {
    if (impl_->requests_.drop(id)) impl_->stop(id);
}

} // namespace fusefind

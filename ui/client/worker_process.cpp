#include "ui/client/worker_process.h"

#include "core/base/thread_environment.h"

#include <fcntl.h>
#include <unistd.h>

#include <QtCore/QProcess>
#include <QtCore/QProcessEnvironment>
#include <QtCore/QSocketNotifier>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace fusefind {

namespace {

constexpr qsizetype kMostKept = 1 << 14; // of what a worker prints

// What a worker that could not start says on one line, without its "error: ".
QString complaintIn(const QByteArray& errors) {
    constexpr QByteArrayView kMark("error: ");
    QByteArray found;
    for (const QByteArray& line : errors.split('\n'))
        if (line.startsWith(kMark)) found = line.sliced(kMark.size());
    return QString::fromUtf8(found);
}

} // namespace

WorkerProcess::WorkerProcess(std::chrono::milliseconds patience) {
    patience_.setSingleShot(true);
    patience_.setInterval(patience);
    connect(&patience_, &QTimer::timeout, this, &WorkerProcess::onOverdue);
}
WorkerProcess::~WorkerProcess() = default;

void WorkerProcess::start(const QString& program, const QStringList& arguments) {
    const UniqueFd output = openPipe(output_);
    const UniqueFd errors = openPipe(errors_);
    if (!output || !errors) return failLater(tr("The system has no pipes left; close some programs."));
    const auto fileOf = [](const UniqueFd& fd) { return QStringLiteral("/proc/self/fd/%1").arg(fd.get()); };
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    auto environment = QProcessEnvironment::systemEnvironment();
    if (!environment.contains(QLatin1String(kSpinVariable)))
        environment.insert(QLatin1String(kSpinVariable), QLatin1String(kSpinRounds));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(fileOf(output));
    process.setStandardErrorFile(fileOf(errors));
    if (!process.startDetached(&pid_))
        return failLater(tr("%1 cannot be started; install FuseFind again.").arg(program));
    patience_.start();
    watch(output_);
    watch(errors_);
    connect(output_.notifier.get(), &QSocketNotifier::activated, this, &WorkerProcess::onOutput);
    connect(errors_.notifier.get(), &QSocketNotifier::activated, this, [this] {
        if (!read(errors_)) errors_.notifier->setEnabled(false);
    });
}

UniqueFd WorkerProcess::openPipe(Pipe& pipe) {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
    pipe.end.reset(ends[0]);
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK); // ours alone: the worker's end may wait
    return UniqueFd(ends[1]);
}

void WorkerProcess::watch(Pipe& pipe) {
    pipe.notifier = std::make_unique<QSocketNotifier>(pipe.end.get(), QSocketNotifier::Read);
}

bool WorkerProcess::read(Pipe& pipe) {
    std::array<char, 4096> block{};
    while (true) {
        const ssize_t count = ::read(pipe.end.get(), block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno == EAGAIN;
        if (count == 0) return false;
        pipe.text.append(block.data(), static_cast<qsizetype>(count));
        if (pipe.text.size() > kMostKept) pipe.text = pipe.text.last(kMostKept);
    }
}

void WorkerProcess::onOutput() {
    const bool goesOn = read(output_);
    if (!goesOn) output_.notifier->setEnabled(false);
    if (done_) return output_.text.clear();
    if (output_.text.startsWith("ready\n") || output_.text.contains("\nready\n")) {
        done_ = true;
        Q_EMIT ready();
    } else if (!goesOn) {
        done_ = true;
        read(errors_);
        const QString complaint = complaintIn(errors_.text);
        Q_EMIT failed(complaint.isEmpty() ? tr("It ended before it was ready.") : complaint);
    }
}

void WorkerProcess::onOverdue() {
    if (std::exchange(done_, true)) return;
    ::kill(static_cast<pid_t>(pid_), SIGKILL);
    Q_EMIT failed(tr("It was not ready within %n second(s).", nullptr, patience_.interval() / 1000));
}

void WorkerProcess::failLater(const QString& reason) {
    done_ = true;
    QMetaObject::invokeMethod(
        this, [this, reason] { Q_EMIT failed(reason); }, Qt::QueuedConnection);
}

} // namespace fusefind

#include "app/cli.h"

#include <QtCore/QProcess>

namespace fusefind {

namespace {

constexpr int kForever = -1;

CliRun resultOf(QProcess& process) {
    CliRun run;
    run.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

} // namespace

nlohmann::json CliRun::json() const {
    const auto document = nlohmann::json::parse(out.toStdString(), nullptr, false);
    return document.is_discarded() ? nlohmann::json() : document;
}

void Cli::start(QProcess& process, const QStringList& arguments) const {
    QStringList all{QStringLiteral("--data-dir"), QString::fromStdString(dataDir_.string()), QStringLiteral("--device"),
                    QStringLiteral("cpu")};
    process.start(QString::fromStdString(program_.string()), all + arguments);
}

bool Cli::startWorker(QProcess& worker) const {
    worker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    worker.start(QStringLiteral(FUSEFIND_WORKER),
                 {QStringLiteral("--data-dir"), QString::fromStdString(dataDir_.string()), QStringLiteral("--device"),
                  QStringLiteral("cpu")});
    return worker.waitForReadyRead(kForever) && worker.readLine() == "ready\n";
}

CliRun Cli::run(const QStringList& arguments) const {
    QProcess process;
    start(process, arguments);
    process.waitForFinished(kForever);
    return resultOf(process);
}

CliRun Cli::runKilledAfter(int milliseconds, const QStringList& arguments) const {
    QProcess process;
    start(process, arguments);
    if (!process.waitForFinished(milliseconds)) {
        process.kill();
        process.waitForFinished(kForever);
    }
    return resultOf(process);
}

} // namespace fusefind

#pragma once

#include <nlohmann/json.hpp>

#include <QtCore/QByteArray>
#include <QtCore/QStringList>
#include <filesystem>

class QProcess;

namespace fusefind {

// What a finished fusefind-cli said.
struct CliRun {
    int status = -1; // -1: killed by a signal
    QByteArray out;
    QByteArray err;

    [[nodiscard]] nlohmann::json json() const; // of `out`; null if it is not exactly one JSON document
};

// Runs the real program on a data directory of its own.
class Cli {
public:
    // `program`: another than the one that was built.
    explicit Cli(std::filesystem::path dataDir, std::filesystem::path program = FUSEFIND_CLI)
        : dataDir_(std::move(dataDir)), program_(std::move(program)) {}

    [[nodiscard]] CliRun run(const QStringList& arguments) const;
    // Started and killed with SIGKILL after `milliseconds`, unless it ended before.
    [[nodiscard]] CliRun runKilledAfter(int milliseconds, const QStringList& arguments) const;
    // Starts the real worker on the data directory and waits until it listens.
    [[nodiscard]] bool startWorker(QProcess& worker) const;
    [[nodiscard]] const std::filesystem::path& dataDir() const { return dataDir_; }

private:
    void start(QProcess& process, const QStringList& arguments) const;

    std::filesystem::path dataDir_;
    std::filesystem::path program_;
};

} // namespace fusefind

#pragma once

#include "core/base/progress.h"
#include "core/base/unique_fd.h"
#include "core/protocol/frame.h"

#include <filesystem>
#include <optional>
#include <stop_token>

namespace fusefind {

// A connection to the worker that holds a data directory.
class WorkerLink {
public:
    // Nothing if no worker listens there. Errors: unsupported (a worker of another version), io.
    static Result<std::optional<WorkerLink>> connect(const std::filesystem::path& dataDir);

    // Asks once and blocks until the answer; `stop` makes the worker cancel, and its answer is still waited for.
    // Errors: those of the worker; io if it goes away.
    Result<Json> call(const char* method, Json params, const ProgressSink& progress, const std::stop_token& stop);

private:
    explicit WorkerLink(UniqueFd socket) : socket_(std::move(socket)) {}
    [[nodiscard]] Status send(const Message& message) const;
    Result<Message> receive();
    Status shakeHands();

    UniqueFd socket_;
    FrameReader reader_;
};

} // namespace fusefind

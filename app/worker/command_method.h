#pragma once

#include "core/protocol/message.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace fusefind {

// `command` of core/protocol/methods.h.
struct CommandParams {
    std::vector<std::string> arguments;
    std::filesystem::path workingDir;
};

// Errors: invalidInput.
Result<CommandParams> commandParams(const Json& params);

// Whether pairs may have latents afterwards that they did not have before.
[[nodiscard]] bool encodesPairs(const CommandParams& command);

// Runs a command as fusefind-cli would, with its output gathered.
Json runCommand(const CommandParams& params, JobQueue& queue, Workspace& workspace, ProgressSink progress,
                const std::stop_token& stop);

} // namespace fusefind

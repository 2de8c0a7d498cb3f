#pragma once

#include "app/cli/output.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace fusefind {

// The global options, and a way to run a command on the engine.
class Session {
public:
    std::filesystem::path dataDir;
    std::string device = "auto";
    int threads = 0;
    Output output;
    std::stop_token stop;

    // What a command does, as a job on the compute thread: the exit status, or the error to print.
    using Command = std::function<Result<int>(Workspace&, JobContext&)>;
    int run(const Command& command) const;

    // The same for a command that needs no data directory, and so waits for nobody who holds it.
    int runAlone(const std::function<Result<int>(JobContext&)>& command) const;

private:
    Result<int> runAsJob(const std::function<Result<int>(JobContext&)>& command) const;
};

} // namespace fusefind

#pragma once

#include "app/cli/output.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace fusefind {

// The global options, and a way to run a command: on an engine of its own, or on the worker's.
class Session {
public:
    std::filesystem::path dataDir;
    std::filesystem::path workingDir; // where the relative paths of the command begin
    std::string device = "auto";
    int threads = 0;
    uint64_t memoryLimitMb = 0; // of encoders' weights; 0: none
    Output output;
    std::stop_token stop;

    // Inside the worker: the engine that is there already. Both or neither.
    JobQueue* queue = nullptr;
    Workspace* workspace = nullptr;
    [[nodiscard]] bool inWorker() const { return workspace != nullptr; }

    // What a command does, as a job on the compute thread: the exit status, or the error to print.
    using Command = std::function<Result<int>(Workspace&, JobContext&)>;
    int run(const Command& command, JobPriority priority = JobPriority::interactive) const;

    // The same for a command that needs no data directory, and so waits for nobody who holds it.
    int runAlone(const std::function<Result<int>(JobContext&)>& command) const;

    // `path` as the one who typed it meant it.
    [[nodiscard]] std::filesystem::path absolute(const std::filesystem::path& path) const { return workingDir / path; }

private:
    using Body = std::function<Result<int>(JobContext&)>;
    Result<int> runAsJob(JobQueue& jobs, JobPriority priority, const Body& body) const;
    Result<int> runOnOwnEngine(const Command& command, JobPriority priority) const;
    int finish(const Result<int>& result) const;
};

} // namespace fusefind

#pragma once

#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"
#include "support/temp_dir.h"

#include <functional>
#include <memory>

namespace fusefind {

// The engine inside the test, on a data directory with three real encoders.
class EngineFixture {
public:
    EngineFixture();

    // As a job like any other, and waits for it.
    Status run(const std::function<Status(Workspace&, JobContext&)>& body,
               JobPriority priority = JobPriority::interactive);
    // A command of the command line; its exit status, and what it printed and complained of.
    int command(const std::vector<std::string>& arguments, std::string* printed = nullptr,
                std::string* complained = nullptr);

    TempDir folder;
    std::unique_ptr<Workspace> workspace; // outlives the jobs that use it
    JobQueue queue;
};

} // namespace fusefind

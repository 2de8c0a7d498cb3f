#include "app/cli/session.h"

namespace fusefind {

Result<int> Session::runAsJob(JobQueue& jobs, JobPriority priority, const Body& body) const {
    Result<int> result = kExitFailed;
    auto job = jobs.submit(
        priority,
        [&](JobContext& context) -> Status {
            result = body(context);
            return {};
        },
        output.progressSink());
    const std::stop_callback cancel(stop, [&] { job.cancel(); });
    FUSEFIND_TRY(job.wait());
    return result;
}

int Session::finish(const Result<int>& result) const {
    return result ? *result : output.failure(result.error());
}

int Session::runAlone(const Body& command) const {
    JobQueue jobs;
    return finish(runAsJob(jobs, JobPriority::interactive, command));
}

Result<int> Session::runOnOwnEngine(const Command& command, JobPriority priority) const {
    JobQueue jobs;
    return runAsJob(jobs, priority, [&](JobContext& context) -> Result<int> {
        configureThreads(threads);
        FUSEFIND_TRY_ASSIGN(const Device chosen, chooseDevice(device));
        FUSEFIND_TRY_ASSIGN(const auto opened, Workspace::open(dataDir, chosen));
        opened->encoders().setLimit(memoryLimitMb * 1'000'000);
        return command(*opened, context);
    });
}

int Session::run(const Command& command, JobPriority priority) const {
    if (inWorker())
        return finish(runAsJob(*queue, priority, [&](JobContext& context) { return command(*workspace, context); }));
    return finish(runOnOwnEngine(command, priority));
}

} // namespace fusefind

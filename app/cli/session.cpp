#include "app/cli/session.h"

#include "core/base/log.h"

namespace fusefind {

Result<int> Session::runAsJob(const std::function<Result<int>(JobContext&)>& command) const {
    Result<int> result = kExitFailed;
    JobQueue queue;
    auto job = queue.submit(
        JobPriority::interactive,
        [&](JobContext& context) -> Status {
            result = command(context);
            return {};
        },
        output.progressSink());
    const std::stop_callback cancel(stop, [&] { job.cancel(); });
    FUSEFIND_TRY(job.wait());
    return result;
}

int Session::runAlone(const std::function<Result<int>(JobContext&)>& command) const {
    startLog(output.quiet ? spdlog::level::err : spdlog::level::warn);
    const Result<int> result = runAsJob(command);
    return result ? *result : output.failure(result.error());
}

int Session::run(const Command& command) const {
    return runAlone([&](JobContext& context) -> Result<int> {
        configureThreads(threads);
        FUSEFIND_TRY_ASSIGN(const Device chosen, chooseDevice(device));
        FUSEFIND_TRY_ASSIGN(const auto workspace, Workspace::open(dataDir, chosen));
        return command(*workspace, context);
    });
}

} // namespace fusefind

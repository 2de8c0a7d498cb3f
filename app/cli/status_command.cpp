#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "gpu/jobs/status_job.h"

#include <CLI/CLI.hpp>

namespace fusefind {

void addStatusCommand(CLI::App& app, Action& action) {
    CLI::App* command = app.add_subcommand(
        "status", "Library, skipped files, jobs, worker, models, device, and recall of the space in use");
    command->callback([&action] {
        action = [](Session& session) {
            return session.run([&](Workspace& workspace, JobContext& context) -> Result<int> {
                FUSEFIND_TRY_ASSIGN(const StatusReport report, statusOf(workspace, context));
                session.output.answer(toJson(report, session.inWorker()), toText(report, session.inWorker()));
                return kExitDone;
            });
        };
    });
}

} // namespace fusefind

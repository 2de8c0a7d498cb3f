#include "gpu/jobs/status_job.h"

#include "gpu/jobs/space_index.h"

namespace fusefind {

Result<StatusReport> statusOf(Workspace& workspace, const JobContext& context) {
    StatusReport report;
    report.dataDir = workspace.dataDir().root();
    report.device = workspace.device().name();
    report.jobs = context.otherJobs();
    FUSEFIND_TRY_ASSIGN(report.library, workspace.library().counts());
    FUSEFIND_TRY_ASSIGN(report.skipped, workspace.library().skipped());
    for (const ModelManifest& manifest : workspace.models().list())
        report.models.push_back(manifest.id);
    FUSEFIND_TRY_ASSIGN(const auto used, workspace.spaces().inUse());
    if (!used) return report;
    FUSEFIND_TRY_ASSIGN(const auto space, workspace.spaces().load(*used));
    report.space = space->info();
    FUSEFIND_TRY_ASSIGN(report.indexRecall, indexRecall(workspace, *used));
    return report;
}

} // namespace fusefind

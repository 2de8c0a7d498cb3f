#pragma once

#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/scan_job.h"
#include "gpu/jobs/workspace.h"

#include <optional>

namespace fusefind {

struct StatusReport {
    std::filesystem::path dataDir;
    std::string device;
    std::vector<JobState> jobs; // besides the one that asks
    LibraryCounts library;
    std::vector<SkippedFile> skipped;
    std::vector<std::string> models;
    std::optional<SpaceInfo> space;    // the one in use
    std::optional<double> indexRecall; // @10 against exact search, in [0, 1]
};

Result<StatusReport> statusOf(Workspace& workspace, const JobContext& context);

} // namespace fusefind

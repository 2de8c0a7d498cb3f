#pragma once

#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/scan_job.h"
#include "gpu/jobs/workspace.h"

namespace fusefind {

struct EmbedRequest {
    std::vector<std::filesystem::path> files;
    std::vector<std::string> lines; // embedded after the files
    std::filesystem::path out;      // safetensors, `latents` f32 [N, D] in input order
    std::string encoder;            // raw latents of this encoder, or
    std::string space;              // points of this space (empty: the one in use)
    bool segments = false;          // every segment of a sound instead of their mean
};

struct EmbedReport {
    int64_t rows = 0;
    int64_t dim = 0;
    std::vector<SkippedFile> skipped; // these have no row
};

// Files of one modality and lines cannot be mixed with another modality under --encoder; a space takes them all.
Result<EmbedReport> embed(Workspace& workspace, const EmbedRequest& request, JobContext& context);

} // namespace fusefind

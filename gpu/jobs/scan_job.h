#pragma once

#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

#include <functional>

namespace fusefind {

struct LibraryScan {
    int64_t discovered = 0; // pictures, sounds and videos found
    int64_t encoded = 0;    // files whose latents were made in this scan
    int64_t unchanged = 0;
    int64_t moved = 0;
    int64_t removed = 0;
    std::vector<SkippedFile> skipped;
    std::vector<std::filesystem::path> offline; // library folders that are not there; their entries stay
    double seconds = 0;
    double encodeSeconds = 0;
};

// Finds what is new, changed, moved or gone in the library's folders, encodes what no latent exists of, and brings the
// index of the space in use up to date. Incremental: an interrupted scan goes on where it was. What was encoded first
// can be searched while the rest is encoded: `onMore` hears of it, on the compute thread, before the end.
Result<LibraryScan> runScan(Workspace& workspace, JobContext& context, const std::function<void()>& onMore = {});

} // namespace fusefind

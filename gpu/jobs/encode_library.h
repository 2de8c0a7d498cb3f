#pragma once

#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

#include <functional>

namespace fusefind {

// Encodes what these encoders have not seen of the library's pictures, sounds and videos, in rounds of all encoders
// that grow, and calls `afterRound` between two: what was encoded first need not wait for the rest. Files that cannot
// be read leave the library for the list of skipped ones. Returns the number of contents encoded. What is stored stays
// stored when the job is cancelled or killed. Errors: cancelled; those of encodeFiles and of `afterRound`.
Result<int64_t> encodeLibrary(Workspace& workspace, const EncoderChoice& encoders,
                              const std::function<Status()>& afterRound, JobContext& context);

} // namespace fusefind

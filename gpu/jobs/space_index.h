#pragma once

#include "core/index/vector_index.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

#include <memory>

namespace fusefind {

// The library in one space: labels are segments, points the space's projection of the stored latents, and a file beside
// the space a cache of both, built again whenever it is missing, damaged or made of something else.

// The index as it was last saved; brought up to date if it cannot be loaded.
Result<std::shared_ptr<const VectorIndex>> openIndex(Workspace& workspace, const Space& space, JobContext& context);

// Adds what the library has gained and takes away what it has lost; saves if anything changed, and then measures
// recall@10 against exact search (indexRecall()). Reads latents only, never a file of the user's.
Result<std::shared_ptr<const VectorIndex>> updateIndex(Workspace& workspace, const Space& space, JobContext& context);

// The same for the space in use, if there is one: after the library lost or gained files.
Status updateIndexInUse(Workspace& workspace, JobContext& context);

// Share of the true ten nearest that the index of this space found when it was last saved, in [0, 1]; nothing if never
// measured.
Result<std::optional<double>> indexRecall(Workspace& workspace, const std::string& space);

} // namespace fusefind

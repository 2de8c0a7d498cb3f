#pragma once

#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

namespace fusefind {

// Finds out how well the halves of each pair of a data set fit each other in the space in use, from stored latents
// alone, and which files are twins, and keeps it for the orders in which pairs are shown (PairFit). Searches come
// between. Errors: notFound (no such data set, no space), cancelled, those of LatentStore and Space::project.
Status fitPairs(Workspace& workspace, int64_t dataSet, JobContext& context);

} // namespace fusefind

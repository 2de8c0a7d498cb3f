#pragma once

#include "core/protocol/library_messages.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

#include <functional>

namespace fusefind {

// Hears the first hits of an answer before it is complete, if the query asks for that. They stay where they are; more
// similar shots may yet fold into them.
using FirstHits = std::function<void(const LibraryAnswer&)>;

Result<LibraryAnswer> searchLibrary(Workspace& workspace, const LibraryQuery& query, JobContext& context,
                                    const FirstHits& onFirst = {});

} // namespace fusefind

#pragma once

#include "core/protocol/library_messages.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

namespace fusefind {

Result<LibraryAnswer> searchLibrary(Workspace& workspace, const LibraryQuery& query, JobContext& context);

} // namespace fusefind

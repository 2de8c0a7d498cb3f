#pragma once

#include "core/protocol/recall_messages.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

namespace fusefind {

// The recall of the space in use on what each data set holds out (heldOutData()), from stored latents alone: the same
// to the last digit as evaluateSpace() says of the same pairs, once all of them are encoded. What was measured on the
// same things before is not measured again; what is new is remembered (recall_history.h). Searches come between.
// Errors: cancelled, those of the space and of the database.
Result<RecallState> liveRecall(Workspace& workspace, JobContext& context);

} // namespace fusefind

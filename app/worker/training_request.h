#pragma once

#include "core/protocol/train_messages.h"
#include "gpu/jobs/train_job.h"

namespace fusefind {

// A request as it can be kept and run again: checked as far as nothing has to be read for it, and with the encoders
// that would be chosen now. Touches no more of the workspace than the folders of its models and spaces, so on any
// thread. Errors: invalidInput, notFound, naming what is wrong.
Result<TrainingRequest> completeRequest(const TrainingRequest& request, Workspace& workspace);

// What the engine makes of it. Errors: invalidInput.
Result<TrainRequest> engineRequest(const TrainingRequest& request);

} // namespace fusefind

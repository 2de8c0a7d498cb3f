#pragma once

#include "gpu/fusemix/recipe.h"
#include "gpu/fusemix/trainer.h"
#include "gpu/jobs/job_queue.h"

namespace fusefind {

// Keeps so many training pairs of each kind that has more; what is held out stays. Diverse are those whose pictures, or
// else sounds, say most beside each other: each of these with its first pair before any with its second. Errors: those
// of mostDiverse().
Status keepSubset(TrainingSet& set, const Subset& subset, JobContext& context);

} // namespace fusefind

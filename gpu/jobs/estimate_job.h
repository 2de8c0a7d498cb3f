#pragma once

#include "core/library/pairs/paired_data.h"
#include "core/protocol/train_messages.h"
#include "gpu/jobs/train_job.h"

namespace fusefind {

// What a training on these pairs would take here. A probe of some seconds: a few of the files and captions that no
// latents exist of are encoded (and kept), and some steps are taken on random latents with a batch that grows towards
// the real one. Early stopping may make the training shorter, and other programs make it longer. Errors: notFound (an
// encoder), those of the encoders, cancelled.
Result<TrainingEstimate> estimateTraining(Workspace& workspace, const PairedData& data, const TrainRequest& request,
                                          JobContext& context);

} // namespace fusefind

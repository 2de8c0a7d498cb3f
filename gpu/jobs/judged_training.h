#pragma once

#include "core/eval/split.h"
#include "gpu/jobs/paired_latents.h"

namespace fusefind {

// Adds to the pairs that are trained on what its user called a good result for some words
// (core/library/judged_pairs.h): the words with the file, encoded if need be. What is held out stays as it is, so that
// a training with and without them is measured on the same: a file that is held out, or left out, or nearly the same as
// one that is held out is not trained on for this. Kinds of pairs that the data itself does not have are not added.
// Errors: those of encoding.
Status addJudgedPairs(Workspace& workspace, const EncoderChoice& encoders, PairedLatents& pairs,
                      std::vector<PairSplit>& parts, JobContext& context);

} // namespace fusefind

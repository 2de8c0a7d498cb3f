#pragma once

#include "core/eval/pairs.h"
#include "gpu/device/device.h"
#include "gpu/fusemix/recipe.h"
#include "gpu/jobs/job_queue.h"

namespace fusefind {

// A training by its sizes alone.
struct TrainingShape {
    std::array<int64_t, kModalities.size()> dims{};  // of the joined latents, by modality
    std::array<int64_t, kModalities.size()> items{}; // held-out ones included
    std::vector<PairKind> kinds;                     // without pairs
    DataSize size;                                   // training pairs of each
    Recipe recipe;
};

// Seconds of the whole training with its measures of recall: some steps are taken on random latents with a batch that
// grows towards the real one, for a second or two. Errors: invalidInput (too few pairs), those of train().
Result<double> estimateTrainSeconds(const TrainingShape& shape, const Device& device, JobContext& context);

// Bytes that it holds at once, by arithmetic.
int64_t estimateMemory(const TrainingShape& shape);

} // namespace fusefind

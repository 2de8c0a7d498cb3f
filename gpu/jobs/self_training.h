#pragma once

#include "gpu/jobs/train_job.h"

namespace fusefind {

// Keeps the default space under `name` with a class bridge that expects what the pictures in these folders show, which
// need no captions; sounds and texts stay as they are. Reports as a training does, without steps and recall. Errors:
// invalidInput (the name), unsupported (a space of one's own is called as the default one and has no class bridge),
// notFound (no picture in the folders), those of discoverFiles(), cancelled.
Result<TrainReport> trainOnSelf(Workspace& workspace, std::span<const std::filesystem::path> folders,
                                const std::string& name, JobContext& context);

} // namespace fusefind

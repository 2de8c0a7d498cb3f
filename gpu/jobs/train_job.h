#pragma once

#include "gpu/fusemix/trainer.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/scan_job.h"
#include "gpu/jobs/workspace.h"

#include <optional>
#include <utility>

namespace fusefind {

// Pairs to work on: folders, or two files of ready-made latents.
struct PairSource {
    std::vector<std::filesystem::path> folders;
    std::optional<std::pair<std::filesystem::path, std::filesystem::path>> latentFiles;
};

struct TrainRequest {
    PairSource pairs;
    std::string name;
    bool paper = false; // the published recipe instead of `auto`
    RecipeOverrides overrides;
    EncoderChoice encoders; // modalities left out get the default
    bool resume = false;    // from the last checkpoint of a training of this name
};

struct TrainReport {
    SpaceInfo space;
    std::vector<SkippedFile> skipped;
    double encodeSeconds = 0;
    double seconds = 0;     // all of it
    bool cancelled = false; // Ctrl-C: the best so far was kept
};

// Encodes the pairs, trains, keeps the space of the best epoch under its name (in place of one that had it) and, if
// that space is in use, brings its index up to date. Errors: those of encodePairs and train().
Result<TrainReport> trainSpace(Workspace& workspace, const TrainRequest& request, JobContext& context);

struct EvalReport {
    std::string space;
    std::vector<KindRecall> recalls;
    std::vector<SkippedFile> skipped;
    double encodeSeconds = 0;
    double seconds = 0;
};

// Recall of a space (empty name: the one in use) on pairs; where the data has a test part of its own, on that part
// alone.
Result<EvalReport> evaluateSpace(Workspace& workspace, const PairSource& pairs, const std::string& space,
                                 JobContext& context);

} // namespace fusefind

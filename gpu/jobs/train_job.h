#pragma once

#include "core/protocol/train_messages.h"
#include "gpu/fusemix/trainer.h"
#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/scan_job.h"
#include "gpu/jobs/workspace.h"

#include <optional>
#include <utility>

namespace fusefind {

struct PairedData;

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
    std::string extends;    // a space whose texts stay, and the rest where it does better; empty: none
    bool judged = false;    // learns from good results of searches by words, too (judged_training.h)
    bool resume = false;    // from the last checkpoint of a training of this name
};

// For somebody who watches a training and may end it. All functions may be empty, and are called on the compute thread.
struct TrainWatch {
    bool compares = false;          // measures the space in use on the held-out pairs, and compares it with the new one
    bool keepsWhenCancelled = true; // the best so far; else a cancelled training leaves nothing but its checkpoint
    bool startsAgain = false;       // where the checkpoint is of other data, which may have changed
    std::stop_token finish;         // end now, and keep the best so far
    std::function<void(size_t)> onSkipped;
    std::function<void(const std::string& space, const std::vector<DirectionRecall>&)> onBaseline;
    std::function<void(std::vector<TrainingEpoch>)> onStart; // what a checkpoint remembers, or none
    std::function<void(const TrainingEpoch&)> onEpoch;
};

// The new space beside the one that was in use, on pairs that neither was chosen by where the data has a test part,
// otherwise on those held out.
struct SpaceComparison {
    std::string previousSpace; // empty: none
    std::vector<DirectionRecall> before;
    std::vector<DirectionRecall> after;
    std::vector<QueryComparison> queries;
};

struct TrainReport {
    SpaceInfo space;
    SpaceComparison comparison; // if asked for
    std::vector<Modality> kept; // of the space that was extended, in place of trained ones or beside them
    std::vector<SkippedFile> skipped;
    double encodeSeconds = 0;
    double seconds = 0;     // all of it
    bool cancelled = false; // ended early: the best so far was kept
};

// Encodes the pairs, trains, keeps the space of the best epoch under its name (in place of one that had it) and, if
// that space is in use, brings its index up to date. Errors: those of encodePairs and train().
Result<TrainReport> trainSpace(Workspace& workspace, const TrainRequest& request, JobContext& context,
                               const TrainWatch& watch = {});

struct EvalReport {
    std::string space;
    std::vector<KindRecall> recalls;
    std::vector<SkippedFile> skipped;
    double encodeSeconds = 0;
    double seconds = 0;
};

// Recall of a space (empty name: the one in use) on pairs; where the data has a test part of its own, on that part
// alone, and nothing else is encoded.
Result<EvalReport> evaluateSpace(Workspace& workspace, const PairSource& pairs, const std::string& space,
                                 JobContext& context);
// The same on all of these pairs.
Result<EvalReport> evaluateSpace(Workspace& workspace, const PairedData& data, const std::string& space,
                                 JobContext& context);

} // namespace fusefind

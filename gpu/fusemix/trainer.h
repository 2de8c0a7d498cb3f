#pragma once

#include "core/eval/split.h"
#include "core/tensors/matrix.h"
#include "gpu/device/device.h"
#include "gpu/fusemix/space.h"

#include <array>
#include <chrono>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace fusefind {

struct TrainingSet {
    std::array<Matrix, kModalities.size()> latents; // [N, D] by modality, joined over its encoders; empty: absent
    std::array<std::vector<std::string>, kModalities.size()> encoders; // their ids, for the space
    std::vector<PairSplit> kinds; // from splitByItem(); test pairs are not looked at
};

// The training pairs of each kind, for autoRecipe.
DataSize sizeOf(const TrainingSet& set);

// After every epoch. Epochs count from 1.
struct EpochReport {
    int64_t epoch = 0;
    int64_t epochs = 0;
    int64_t step = 0; // done so far
    int64_t steps = 0;
    double loss = 0; // mean of the epoch's steps
    double temperature = 0;
    double learningRate = 0;         // of the last step
    std::vector<KindRecall> recalls; // on the held-out pairs; empty if there are none
    double recall = 0;               // meanRecall()
    bool best = false;               // so far
};

struct TrainOptions {
    std::string name; // of the space
    Device device;
    std::filesystem::path checkpoint;                  // file; empty: none
    bool resume = false;                               // go on from the checkpoint, if there is one
    std::chrono::milliseconds checkpointEvery{10'000}; // after a step; less often if writing takes long; 0: each
    std::stop_token stop;                              // polled at every step
    std::function<void(const std::vector<EpochReport>&)> onStart; // the epochs that a checkpoint remembers, or none
    std::function<void(const EpochReport&)> onEpoch;
    std::function<void(int64_t step, int64_t steps, double loss)> onStep;
};

struct TrainResult {
    Space space; // of the best epoch by recall on the held-out pairs; of the last where nothing is held out
    std::vector<EpochReport> history;
    int64_t bestEpoch = 0;
    int64_t steps = 0;
    double seconds = 0; // of all runs that led here
    double finalLoss = 0;
    double temperature = 0;
    bool cancelled = false;
    bool stoppedEarly = false;
    Status checkpoint; // the last failure to write one: training goes on without, the previous file stays
};

// Trains a space with FuseMix. The same set, recipe, thread count and a CPU give the same weights, also across a
// resume. Runs beside each other share no random state.
//
// Each step takes its batch from one pair kind, in turns (batches.h), so that a step has one InfoNCE of full size and
// every pair is seen equally often. A kind whose training pairs are fewer than a batch gives smaller batches; with
// fewer than two, none.
//
// Cancelled: the best so far with `cancelled` set, and a checkpoint; before the end of the first epoch the error
// `cancelled`. Errors: invalidInput (too few pairs, latents that are not numbers, a pair outside the rows, a checkpoint
// of another run), unsupported (a checkpoint of an unknown version), io, outOfMemory; internal if the loss stops being
// a number.
Result<TrainResult> train(const TrainingSet& set, const Recipe& recipe, const TrainOptions& options);

} // namespace fusefind

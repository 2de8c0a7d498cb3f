#pragma once

// Inside gpu only (includes Torch).

#include "gpu/fusemix/adamw.h"
#include "gpu/fusemix/batches.h"
#include "gpu/fusemix/checkpoint.h"
#include "gpu/fusemix/model.h"
#include "gpu/fusemix/schedule.h"
#include "gpu/fusemix/trainer.h"

#include <chrono>

namespace fusefind {

// One run of train(): its state between steps. May throw Torch's exceptions. The set must have been checked.
class TrainingRun {
public:
    TrainingRun(const TrainingSet& set, const Recipe& recipe, const TrainOptions& options);

    Result<TrainResult> run();

private:
    using Clock = std::chrono::steady_clock;

    Status resume();
    Status step();
    Status finishEpoch();
    Result<EpochReport> measureEpoch();
    void keepBest(const EpochReport& report);
    void updateGaps();
    void saveState();
    Result<TrainResult> finish(bool cancelled);
    void restoreBest();

    [[nodiscard]] bool isOver() const { return progressed_.step >= length_.steps || patienceIsOver(); }
    [[nodiscard]] bool patienceIsOver() const;
    [[nodiscard]] double seconds() const;
    [[nodiscard]] at::Tensor gather(Modality modality, std::span<const RowPair> pairs, std::span<const int64_t> numbers,
                                    int64_t RowPair::*side) const;
    [[nodiscard]] SpaceInfo describe() const;

    const TrainingSet& set_;
    const TrainOptions& options_;
    Recipe recipe_;
    BatchPlan plan_;
    RunLength length_;
    Model model_;
    AdamW optimizer_;
    std::vector<Parameter> state_; // weights and optimiser, what a checkpoint holds
    at::Generator dropout_;
    PerModality<at::Tensor> latents_;                // views of the set's, or copies on the GPU
    PerModality<std::vector<int64_t>> trainingRows_; // distinct
    std::vector<PairKind> heldOut_;
    std::string fingerprint_; // only with a checkpoint
    Progressed progressed_;
    Status checkpoint_;
    Clock::time_point started_ = Clock::now();
    Clock::time_point saveDue_ = Clock::now() + options_.checkpointEvery;
};

} // namespace fusefind

#pragma once

#include "core/protocol/train_messages.h"
#include "ui/stand_in_library.h"

namespace fusefind {

// The training of the stand-in worker, in states that a test or a picture says. Beginning, pausing, stopping and
// dismissing change the phase as the real one would; the numbers come by tell().
class StandInTraining {
public:
    explicit StandInTraining(StandInWorker& worker);

    PairsAnswer pairs;
    std::string pairsComplaint; // why there are none; empty: there are
    TrainingEstimate estimate;
    std::string estimateComplaint;
    TrainingState state;
    std::vector<TrainingRequest> begun;

    void tell(const TrainingState& now);

    // What comes one after another in a training called "mine" that beats the space "sample".
    [[nodiscard]] static TrainingState encoding();
    [[nodiscard]] static TrainingState training(int epochs);
    [[nodiscard]] static TrainingState done();
    [[nodiscard]] static TrainingState failed();

private:
    StandInWorker& worker_;
};

} // namespace fusefind

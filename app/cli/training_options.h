#pragma once

#include "gpu/jobs/train_job.h"

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace fusefind {

// What a training is told on the command line, but for its pairs.
struct TrainingOptions {
    std::vector<std::string> encoders; // MODALITY=ID[+ID]
    std::string recipe = "auto";
    TrainRequest request;
};

// --name, which it gives back, --encoder, --recipe, the recipe's own options and --resume.
CLI::Option* addTrainingOptions(CLI::App& command, TrainingOptions& options);

// Its pairs are left to the caller.
TrainRequest trainRequest(const TrainingOptions& options);

} // namespace fusefind

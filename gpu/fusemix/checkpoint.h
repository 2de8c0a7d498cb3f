#pragma once

// Inside gpu only (includes Torch).

#include "gpu/fusemix/adapter.h"
#include "gpu/fusemix/trainer.h"

#include <optional>
#include <string>
#include <vector>

namespace fusefind {

// The best epoch so far.
struct BestEpoch {
    int64_t epoch = 0; // 0: none yet
    double recall = 0; // meanRecall()
    std::vector<KindRecall> recalls;
    std::vector<Parameter> weights;                          // copies, by the model's names
    std::array<std::vector<float>, kModalities.size()> gaps; // mean points, empty where not corrected
};

// Where a run stands, besides weights and optimiser. Random numbers are a function of seed and step (random.h), so that
// there is no more to keep.
struct Progressed {
    int64_t step = 0;     // done
    double epochLoss = 0; // sum over the steps of the epoch that is under way
    double seconds = 0;
    double lastLoss = 0; // mean of the last finished epoch
    std::vector<EpochReport> history;
    BestEpoch best;
};

// What a checkpoint must agree on to be continued: recipe and data, SHA-256 in hex.
std::string fingerprintOf(const TrainingSet& set, const Recipe& recipe);

// One safetensors file, written atomically. `tensors` are the model's parameters and the optimiser's state.
Status saveCheckpoint(const std::filesystem::path& path, const std::string& fingerprint,
                      const std::vector<Parameter>& tensors, const Progressed& progressed);

// Fills `tensors` in place; `parameters` says which of them the best weights are copies of. Errors: as train() says.
Result<Progressed> loadCheckpoint(const std::filesystem::path& path, const std::string& fingerprint,
                                  const std::vector<Parameter>& tensors, const std::vector<Parameter>& parameters);

} // namespace fusefind

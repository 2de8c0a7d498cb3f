#pragma once

#include "core/protocol/dataset_messages.h"
#include "core/protocol/train_messages.h"

namespace fusefind {

// R@1, R@5 and R@10 at one time, each as the mean over all directions.
struct RecallPoint {
    int64_t atMs = 0;
    std::string space;
    double r1 = 0;
    double r5 = 0;
    double r10 = 0;
};

// How well the space in use finds what belongs together in one data set, on pairs that trainings leave alone.
struct DataSetRecall {
    int64_t dataSet = 0;
    std::filesystem::path path;
    Split split = Split::validation;      // test where the data set has such a part
    int64_t pairs = 0;                    // held out, of kinds that the space knows
    int64_t encoded = 0;                  // of these, those whose latents are stored: what is measured
    std::vector<DirectionRecall> recalls; // of these; empty: none
    std::vector<RecallPoint> history;     // oldest first
};

struct RecallState {
    bool measuring = false; // what follows may be old
    std::string space;      // in use; empty: none
    std::vector<DataSetRecall> dataSets;
    std::string problem; // why nothing could be measured; may be empty
};

Json toJson(const DirectionRecall& recall);
Json toJson(const RecallState& state);

// Errors of all: invalidInput, naming the field.
Result<DirectionRecall> directionRecallFromJson(const Json& json);
Result<RecallState> recallStateFromJson(const Json& json);

} // namespace fusefind

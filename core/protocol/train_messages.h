#pragma once

#include "core/base/modality.h"
#include "core/eval/bootstrap.h"
#include "core/eval/recall.h"
#include "core/protocol/message.h"

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fusefind {

// Paired folders, as a person looks them over before training.
struct PairsRequest {
    std::vector<std::filesystem::path> folders;
};

struct PairExample {
    std::filesystem::path image; // empty: none
    std::filesystem::path sound; // empty: none
    std::string caption;         // empty: none
};

struct PairsProblem {
    std::filesystem::path path;
    std::string problem;
};

struct PairsAnswer {
    std::vector<std::pair<std::filesystem::path, std::string>> formats; // of each folder
    int64_t imageText = 0;                                              // pairs
    int64_t audioText = 0;
    int64_t imageAudio = 0;
    int64_t images = 0; // items
    int64_t sounds = 0;
    int64_t captions = 0;
    std::vector<PairExample> examples; // ten at most, spread over the data
    std::vector<PairsProblem> problems;
};

// What to train. Options are those of the command line's `train`, by name and without dashes: {"epochs", "12"}.
struct TrainingRequest {
    std::vector<std::filesystem::path> folders;
    std::string name;                                      // of the space
    std::string recipe = "auto";                           // or "paper"
    std::map<Modality, std::vector<std::string>> encoders; // model ids; modalities left out get the default
    std::vector<std::pair<std::string, std::string>> options;
    std::string extends = {}; // a space; empty: none
    bool judged = false;      // learns from good results of searches by words, too
};

// An estimate from a short probe on this machine, with these pairs and encoders.
struct TrainingEstimate {
    double encodeSeconds = 0;
    double trainSeconds = 0;
    int64_t memoryBytes = 0;                      // while it trains
    std::map<std::string, double> itemsPerSecond; // by encoder
    std::vector<std::string> reasons;             // what the recipe chose and why
};

struct DirectionRecall {
    Modality from = Modality::text; // of the queries
    Modality to = Modality::image;  // of the candidates
    Recall recall;
    // Bootstrap over the queries, 95 %: of R@1, R@5 and R@10. Only in results.
    std::optional<RecallIntervals> intervals;
};

struct TrainingEpoch {
    int64_t epoch = 0; // from 1
    int64_t epochs = 0;
    int64_t step = 0;
    int64_t steps = 0;
    double loss = 0; // mean of the epoch's steps
    double temperature = 0;
    std::vector<DirectionRecall> recalls; // on the held-out pairs; empty if nothing is held out
    double meanRecall = 0;
    bool best = false; // so far
};

// A held-out caption, asked of both spaces; the candidates are the held-out pictures or sounds.
struct QueryComparison {
    std::string caption;
    std::vector<std::filesystem::path> wanted;
    std::vector<std::filesystem::path> before; // five at most, best first; empty: there was no space before
    std::vector<std::filesystem::path> after;
};

struct TrainingResult {
    std::string space;
    std::string previousSpace;           // in use before; empty: none
    std::vector<DirectionRecall> before; // on the same held-out pairs
    std::vector<DirectionRecall> after;
    std::vector<QueryComparison> comparisons; // ten at most
    int64_t bestEpoch = 0;
    double encodeSeconds = 0;
    double trainSeconds = 0;
    bool stopped = false;            // before its end: the best so far was kept
    std::vector<Modality> kept = {}; // as the space that was extended has them
};

enum class TrainingPhase { idle, read, encode, train, compare, paused, done, failed };

// The one training that the worker runs or ran last; it outlives the window and the worker's process.
struct TrainingState {
    TrainingPhase phase = TrainingPhase::idle;
    TrainingRequest request;
    int64_t done = 0; // of the phase: files, then steps
    int64_t total = 0;
    double perSecond = 0;
    std::optional<double> remainingSeconds;
    int64_t skipped = 0; // files
    std::string baselineSpace;
    std::vector<DirectionRecall> baseline; // the line to beat: of the space in use; empty: none
    std::vector<TrainingEpoch> epochs;
    std::string problem;                  // why it failed
    std::optional<TrainingResult> result; // when done
};

Json toJson(const PairsRequest& request);
Json toJson(const PairsAnswer& answer);
Json toJson(const TrainingRequest& request);
Json toJson(const TrainingEstimate& estimate);
Json toJson(const TrainingState& state);

// Errors of all: invalidInput, naming the field.
Result<PairsRequest> pairsRequestFromJson(const Json& json);
Result<PairsAnswer> pairsAnswerFromJson(const Json& json);
Result<TrainingRequest> trainingRequestFromJson(const Json& json);
Result<TrainingEstimate> trainingEstimateFromJson(const Json& json);
Result<TrainingState> trainingStateFromJson(const Json& json);

} // namespace fusefind

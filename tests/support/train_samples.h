#pragma once

#include "core/protocol/train_messages.h"

namespace fusefind {

// Values of core/protocol/train_messages.h with every field filled; `file` stands for every path.

inline PairsAnswer fullPairsAnswer(const std::filesystem::path& file) {
    return {{{file, "captions.csv"}, {"/b", "files of one name"}}, 50,           40, 10, 25, 20, 90,
            {{file, {}, "a dog barks"}, {{}, file, ""}},           {{file, "?"}}};
}

inline TrainingRequest fullTrainingRequest(const std::filesystem::path& file) {
    return {{file, "/b"},
            "mine",
            "paper",
            {{Modality::image, {"a", "b"}}, {Modality::audio, {"c"}}},
            {{"epochs", "12"}, {"alpha", "0.5"}},
            "old",
            true};
}

inline TrainingEstimate fullTrainingEstimate() {
    return {12.5, 100, int64_t{1} << 33, {{"a", 30.5}, {"b", 0.25}}, {"one block: 50 pairs are few"}};
}

inline TrainingState fullTrainingState(const std::filesystem::path& file) {
    const Recall recall{10.5, 50, 99.75, 100, 500};
    const DirectionRecall plain{Modality::text, Modality::audio, recall, {}};
    const std::array<Interval, 3> intervals{{{5, 20.25}, {40, 60}, {99, 100}}};
    const DirectionRecall sure{Modality::image, Modality::text, recall, intervals};
    TrainingState state;
    state.phase = TrainingPhase::compare;
    state.request = fullTrainingRequest(file);
    state.done = 5;
    state.total = 10;
    state.perSecond = 2.5;
    state.remainingSeconds = 2;
    state.skipped = 3;
    state.baselineSpace = "old";
    state.baseline = {plain};
    state.epochs = {{1, 12, 8, 96, 3.25, 0.07, {plain, sure}, 53.5, true}, {2, 12, 16, 96, 3, 0.06, {}, 0, false}};
    state.problem = "no space";
    state.result = TrainingResult{"mine", "old", {plain}, {sure}, {{"a dog", {file}, {"/b", file}, {file}}},
                                  1,      2.5,   60,      true,   {Modality::audio}};
    return state;
}

} // namespace fusefind

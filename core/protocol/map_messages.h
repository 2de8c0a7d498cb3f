#pragma once

#include "core/protocol/dataset_messages.h"

namespace fusefind {

// Pairs of a data set by their numbers, however many.
struct PairNumbers {
    std::vector<int64_t> pairs;
};

// The score of a pair of which only one half has been encoded, or whose points are not known yet.
inline constexpr float kNoScore = -2;

// A step of a map on its way, on which pairs that mean much the same lie close: more points, after those that came
// before; or, without pairs, new places of all points that came so far, and, unless there are none, new scores.
struct MapStep {
    std::vector<int64_t> pairs;      // [N]
    std::vector<DataPairKind> kinds; // [N]
    std::vector<float> scores;       // [N], the cosine between the halves of the pair, or kNoScore
    std::vector<float> places;       // [N, 2]
};

// Of a finished map.
struct MapAnswer {
    int64_t shown = 0;
    int64_t notEncoded = 0; // pairs that are not on the map: the encoders of the space in use have seen nothing of them
};

Json toJson(const PairNumbers& numbers);
Json toJson(const MapStep& step);
Json toJson(const MapAnswer& answer);

// Errors of all: invalidInput, naming the field.
Result<PairNumbers> pairNumbersFromJson(const Json& json);
Result<MapStep> mapStepFromJson(const Json& json);
Result<MapAnswer> mapAnswerFromJson(const Json& json);

} // namespace fusefind

#include "core/protocol/map_messages.h"

#include "core/protocol/internal/fields.h"

namespace fusefind {

Json toJson(const PairNumbers& numbers) {
    return {{"pairs", numbersJson(numbers.pairs)}};
}

Result<PairNumbers> pairNumbersFromJson(const Json& json) {
    PairNumbers numbers;
    FieldReader fields(json, "the numbers of pairs");
    fields.numbers("pairs", numbers.pairs);
    return fields.finish(std::move(numbers));
}

Json toJson(const MapStep& step) {
    std::vector<uint8_t> kinds;
    for (const DataPairKind kind : step.kinds)
        kinds.push_back(static_cast<uint8_t>(kind));
    return {{"pairs", numbersJson(step.pairs)},
            {"kinds", Json::binary(std::move(kinds))},
            {"scores", floatsJson(step.scores)},
            {"places", floatsJson(step.places)}};
}

Result<MapStep> mapStepFromJson(const Json& json) {
    MapStep step;
    std::vector<uint8_t> kinds;
    FieldReader fields(json, "a step of the map");
    fields.numbers("pairs", step.pairs);
    fields.bytes("kinds", kinds);
    fields.floats("scores", step.scores);
    fields.floats("places", step.places);
    const size_t count = step.pairs.size();
    fields.require(kinds.size() == count, "not a kind for each pair");
    fields.require(step.places.size() % 2 == 0, "a place with one coordinate");
    const bool rescored = count == 0 && 2 * step.scores.size() == step.places.size();
    fields.require(step.scores.size() == count || rescored, "not a score for each pair");
    fields.require(count == 0 || step.places.size() == 2 * count, "not a place for each pair");
    for (const uint8_t kind : kinds) {
        fields.require(kind < kDataPairKinds.size(), "a kind of pairs that is unknown");
        step.kinds.push_back(static_cast<DataPairKind>(kind));
    }
    return fields.finish(std::move(step));
}

Json toJson(const MapAnswer& answer) {
    return {{"shown", answer.shown}, {"notEncoded", answer.notEncoded}};
}

Result<MapAnswer> mapAnswerFromJson(const Json& json) {
    MapAnswer answer;
    FieldReader fields(json, "the map");
    readCount(fields, "shown", answer.shown);
    readCount(fields, "notEncoded", answer.notEncoded);
    return fields.finish(answer);
}

} // namespace fusefind

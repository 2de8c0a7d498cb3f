#include "core/protocol/train_messages.h"

#include "core/protocol/internal/train_fields.h"

namespace fusefind {

namespace {

using FolderFormat = std::pair<std::filesystem::path, std::string>;
using Option = std::pair<std::string, std::string>;
using Encoders = std::map<Modality, std::vector<std::string>>;

Json folderFormatJson(const FolderFormat& folder) {
    return {{"path", pathJson(folder.first)}, {"format", folder.second}};
}

Result<FolderFormat> readFolderFormat(const Json& json) {
    FolderFormat folder;
    FieldReader fields(json, "a folder's format");
    fields.file("path", folder.first);
    fields.text("format", folder.second);
    return fields.finish(std::move(folder));
}

Json exampleJson(const PairExample& example) {
    return {{"image", pathJson(example.image)}, {"sound", pathJson(example.sound)}, {"caption", example.caption}};
}

Result<PairExample> readExample(const Json& json) {
    PairExample example;
    FieldReader fields(json, "an example of the pairs");
    fields.path("image", example.image);
    fields.path("sound", example.sound);
    fields.text("caption", example.caption);
    return fields.finish(std::move(example));
}

Json problemJson(const PairsProblem& problem) {
    return {{"path", pathJson(problem.path)}, {"problem", problem.problem}};
}

Result<PairsProblem> readProblem(const Json& json) {
    PairsProblem problem;
    FieldReader fields(json, "a problem of the pairs");
    fields.path("path", problem.path);
    fields.text("problem", problem.problem);
    return fields.finish(std::move(problem));
}

Json optionJson(const Option& option) {
    return {{"name", option.first}, {"value", option.second}};
}

Result<Option> readOption(const Json& json) {
    Option option;
    FieldReader fields(json, "an option of the training");
    fields.text("name", option.first);
    fields.text("value", option.second);
    return fields.finish(std::move(option));
}

Json encodersJson(const Encoders& encoders) {
    Json json = Json::object();
    for (const auto& [modality, ids] : encoders)
        json[std::string(toString(modality))] = ids;
    return json;
}

Result<Encoders> readEncoders(const Json& json) {
    Encoders encoders;
    FieldReader fields(json, "the encoders");
    size_t known = 0;
    for (const Modality modality : kModalities) {
        const std::string name(toString(modality));
        if (!json.is_object() || !fields.has(name.c_str())) continue;
        fields.list(name.c_str(), encoders[modality], textFromJson);
        ++known;
    }
    fields.require(known == json.size(), "of something else than image, text and audio");
    return fields.finish(std::move(encoders));
}

Json ratesJson(const std::map<std::string, double>& rates) {
    Json json = Json::object();
    for (const auto& [encoder, rate] : rates)
        json[encoder] = rate;
    return json;
}

Result<std::map<std::string, double>> readRates(const Json& json) {
    std::map<std::string, double> rates;
    FieldReader fields(json, "the encoders' speed");
    if (json.is_object())
        for (const auto& [encoder, rate] : json.items())
            fields.number(encoder.c_str(), rates[encoder], 0, kFastestRate);
    return fields.finish(std::move(rates));
}

} // namespace

Json toJson(const PairsRequest& request) {
    return {{"folders", listJson(request.folders, pathJson)}};
}

Result<PairsRequest> pairsRequestFromJson(const Json& json) {
    PairsRequest request;
    FieldReader fields(json, "the request for pairs");
    fields.list("folders", request.folders, pathFromJson);
    return fields.finish(std::move(request));
}

Json toJson(const PairsAnswer& answer) {
    return {{"formats", listJson(answer.formats, folderFormatJson)},
            {"imageText", answer.imageText},
            {"audioText", answer.audioText},
            {"imageAudio", answer.imageAudio},
            {"images", answer.images},
            {"sounds", answer.sounds},
            {"captions", answer.captions},
            {"examples", listJson(answer.examples, exampleJson)},
            {"problems", listJson(answer.problems, problemJson)}};
}

Result<PairsAnswer> pairsAnswerFromJson(const Json& json) {
    PairsAnswer answer;
    FieldReader fields(json, "the pairs");
    fields.list("formats", answer.formats, readFolderFormat);
    readCount(fields, "imageText", answer.imageText);
    readCount(fields, "audioText", answer.audioText);
    readCount(fields, "imageAudio", answer.imageAudio);
    readCount(fields, "images", answer.images);
    readCount(fields, "sounds", answer.sounds);
    readCount(fields, "captions", answer.captions);
    fields.list("examples", answer.examples, readExample);
    fields.list("problems", answer.problems, readProblem);
    return fields.finish(std::move(answer));
}

Json toJson(const TrainingRequest& request) {
    return {{"folders", listJson(request.folders, pathJson)},
            {"name", request.name},
            {"recipe", request.recipe},
            {"encoders", encodersJson(request.encoders)},
            {"options", listJson(request.options, optionJson)},
            {"extends", request.extends},
            {"judged", request.judged}};
}

Result<TrainingRequest> trainingRequestFromJson(const Json& json) {
    TrainingRequest request;
    FieldReader fields(json, "the request to train");
    fields.list("folders", request.folders, pathFromJson);
    fields.text("name", request.name);
    fields.text("recipe", request.recipe);
    fields.value("encoders", request.encoders, readEncoders);
    fields.list("options", request.options, readOption);
    fields.text("extends", request.extends);
    fields.flag("judged", request.judged);
    return fields.finish(std::move(request));
}

Json toJson(const TrainingEstimate& estimate) {
    return {{"encodeSeconds", estimate.encodeSeconds},
            {"trainSeconds", estimate.trainSeconds},
            {"memoryBytes", estimate.memoryBytes},
            {"itemsPerSecond", ratesJson(estimate.itemsPerSecond)},
            {"reasons", estimate.reasons}};
}

Result<TrainingEstimate> trainingEstimateFromJson(const Json& json) {
    TrainingEstimate estimate;
    FieldReader fields(json, "the estimate");
    fields.number("encodeSeconds", estimate.encodeSeconds, 0, kMostSeconds);
    fields.number("trainSeconds", estimate.trainSeconds, 0, kMostSeconds);
    readCount(fields, "memoryBytes", estimate.memoryBytes);
    fields.value("itemsPerSecond", estimate.itemsPerSecond, readRates);
    fields.list("reasons", estimate.reasons, textFromJson);
    return fields.finish(std::move(estimate));
}

} // namespace fusefind

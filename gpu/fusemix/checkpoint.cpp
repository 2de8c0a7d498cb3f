#include "gpu/fusemix/checkpoint.h"

#include "core/base/hash.h"
#include "core/tensors/safetensors.h"
#include "gpu/fusemix/tensor_io.h"

#include <ATen/ATen.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace fusefind {

namespace {

constexpr auto kFormat = "fusefind-checkpoint";
constexpr auto kVersion = "1";
constexpr auto kStartAgain = "leave out --resume to start again";

nlohmann::json toJson(const EpochReport& report) {
    return {{"epoch", report.epoch},     {"epochs", report.epochs},
            {"step", report.step},       {"steps", report.steps},
            {"loss", report.loss},       {"temperature", report.temperature},
            {"lr", report.learningRate}, {"recalls", fusefind::toJson(report.recalls)},
            {"best", report.best}};
}

// Throws nlohmann's exceptions.
Result<EpochReport> reportFromJson(const nlohmann::json& json) {
    EpochReport report;
    json.at("epoch").get_to(report.epoch);
    json.at("epochs").get_to(report.epochs);
    json.at("step").get_to(report.step);
    json.at("steps").get_to(report.steps);
    json.at("loss").get_to(report.loss);
    json.at("temperature").get_to(report.temperature);
    json.at("lr").get_to(report.learningRate);
    FUSEFIND_TRY_ASSIGN(report.recalls, recallsFromJson(json.at("recalls")));
    report.recall = meanRecall(report.recalls);
    json.at("best").get_to(report.best);
    return report;
}

nlohmann::json toJson(const Progressed& progressed) {
    nlohmann::json history = nlohmann::json::array();
    for (const EpochReport& report : progressed.history)
        history.push_back(toJson(report));
    return {{"step", progressed.step},
            {"epoch_loss", progressed.epochLoss},
            {"last_loss", progressed.lastLoss},
            {"seconds", progressed.seconds},
            {"best_epoch", progressed.best.epoch},
            {"best_recall", progressed.best.recall},
            {"best_recalls", fusefind::toJson(progressed.best.recalls)},
            {"history", history}};
}

Result<Progressed> progressedFromJson(const std::string& text, const std::filesystem::path& path) {
    Progressed progressed;
    try {
        const auto json = nlohmann::json::parse(text);
        json.at("step").get_to(progressed.step);
        json.at("epoch_loss").get_to(progressed.epochLoss);
        json.at("last_loss").get_to(progressed.lastLoss);
        json.at("seconds").get_to(progressed.seconds);
        json.at("best_epoch").get_to(progressed.best.epoch);
        json.at("best_recall").get_to(progressed.best.recall);
        FUSEFIND_TRY_ASSIGN(progressed.best.recalls, recallsFromJson(json.at("best_recalls")));
        for (const auto& report : json.at("history")) {
            FUSEFIND_TRY_ASSIGN(EpochReport read, reportFromJson(report));
            progressed.history.push_back(std::move(read));
        }
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::invalidInput, fmt::format("damaged checkpoint ({})", error.what()), path, kStartAgain);
    }
    return progressed;
}

void hashText(Hasher& hasher, const std::string& text) {
    hasher.update(std::as_bytes(std::span(text)));
}

void hashLatents(Hasher& hasher, const Matrix& latents) {
    constexpr size_t kRows = 65536; // enough to tell data sets apart; large ones are not read whole again
    const size_t stride = std::max<size_t>(1, latents.rows() / kRows);
    hashText(hasher, fmt::format("{} x {};", latents.rows(), latents.cols()));
    for (size_t i = 0; i < latents.rows(); i += stride)
        hasher.update(std::as_bytes(latents.row(i)));
}

Status checkOrigin(const SafetensorsFile& file, const std::string& fingerprint) {
    const auto value = [&](std::string_view key) {
        const auto found = file.metadata().find(key);
        return found == file.metadata().end() ? std::string() : found->second;
    };
    if (value("format") != kFormat) return fail(ErrorCode::invalidInput, "not a checkpoint", file.path(), kStartAgain);
    if (value("version") != kVersion)
        return fail(ErrorCode::unsupported, fmt::format("checkpoint format {} is unknown", value("version")),
                    file.path(), kStartAgain);
    if (value("fingerprint") != fingerprint)
        return fail(ErrorCode::invalidInput, "the checkpoint is of another run: the data or the recipe differ",
                    file.path(), kStartAgain);
    return {};
}

} // namespace

std::string fingerprintOf(const TrainingSet& set, const Recipe& recipe) {
    Hasher hasher;
    hashText(hasher, toJson(recipe).dump());
    for (const Matrix& latents : set.latents)
        hashLatents(hasher, latents);
    for (const PairSplit& kind : set.kinds) {
        hashText(hasher,
                 fmt::format("{}-{} {}, {};", toString(kind.a), toString(kind.b), kind.train.size(), kind.val.size()));
        hasher.update(std::as_bytes(std::span(kind.train)));
        hasher.update(std::as_bytes(std::span(kind.val)));
    }
    return toHex(hasher.finish());
}

Status saveCheckpoint(const std::filesystem::path& path, const std::string& fingerprint,
                      const std::vector<Parameter>& tensors, const Progressed& progressed) {
    std::vector<Parameter> all = tensors;
    for (const Parameter& weight : progressed.best.weights)
        all.push_back({"best." + weight.name, weight.value});
    for (const Modality modality : kModalities) {
        const auto& gap = progressed.best.gaps[static_cast<size_t>(modality)];
        if (!gap.empty()) all.push_back({fmt::format("best_gap.{}", toString(modality)), at::tensor(gap)});
    }
    return saveTensors(path, all,
                       {{"format", kFormat},
                        {"version", kVersion},
                        {"fingerprint", fingerprint},
                        {"state", toJson(progressed).dump()}});
}

Result<Progressed> loadCheckpoint(const std::filesystem::path& path, const std::string& fingerprint,
                                  const std::vector<Parameter>& tensors, const std::vector<Parameter>& parameters) {
    FUSEFIND_TRY_ASSIGN(const SafetensorsFile file, SafetensorsFile::open(path));
    FUSEFIND_TRY(checkOrigin(file, fingerprint));
    const auto state = file.metadata().find("state");
    FUSEFIND_TRY_ASSIGN(Progressed progressed,
                        progressedFromJson(state == file.metadata().end() ? "" : state->second, path));
    FUSEFIND_TRY(fillTensors(file, tensors));
    if (progressed.best.epoch == 0) return progressed;
    std::vector<Parameter> best;
    for (const Parameter& parameter : parameters) {
        progressed.best.weights.push_back({parameter.name, at::empty_like(parameter.value.detach())});
        best.push_back({"best." + parameter.name, progressed.best.weights.back().value});
    }
    FUSEFIND_TRY(fillTensors(file, best));
    for (const Modality modality : kModalities) {
        const auto name = fmt::format("best_gap.{}", toString(modality));
        if (file.find(name) == nullptr) continue;
        FUSEFIND_TRY_ASSIGN(progressed.best.gaps[static_cast<size_t>(modality)], file.readFloats(name));
    }
    return progressed;
}

} // namespace fusefind

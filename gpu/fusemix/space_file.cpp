#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "gpu/device/torch_call.h"
#include "gpu/fusemix/model.h"
#include "gpu/fusemix/space.h"
#include "gpu/fusemix/tensor_io.h"

#include <ATen/ATen.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace fusefind {

namespace {

constexpr int kVersion = 1;
constexpr auto kWeights = "adapters.safetensors";
constexpr auto kDescription = "space.json";

std::string prefix(Modality modality) {
    return std::string(toString(modality)) + ".";
}

// Everything that makes points: weights, standardisers, mean points.
std::vector<Parameter> tensorsOf(const Model& model) {
    std::vector<Parameter> tensors = model.parameters();
    for (const Modality modality : kModalities) {
        const auto& part = model.modalities[indexOf(modality)];
        if (!part) continue;
        if (part->mean.defined()) {
            tensors.push_back({prefix(modality) + "standardizer.mean", part->mean});
            tensors.push_back({prefix(modality) + "standardizer.scale", part->scale});
        }
        if (!part->gap.empty()) tensors.push_back({prefix(modality) + "mean_point", at::tensor(part->gap)});
    }
    return tensors;
}

std::string hashTensors(const Model& model) {
    Hasher hasher;
    for (const Parameter& tensor : tensorsOf(model)) {
        const at::Tensor values = tensor.value.detach().to(at::kCPU).contiguous();
        hasher.update(std::as_bytes(std::span(tensor.name)));
        hasher.update(std::as_bytes(std::span(values.const_data_ptr<float>(), static_cast<size_t>(values.numel()))));
    }
    return toHex(hasher.finish());
}

nlohmann::json describe(const SpaceInfo& info, const std::string& weights) {
    nlohmann::json modalities;
    for (const auto& [modality, part] : info.modalities) {
        nlohmann::json& json = modalities[toString(modality)];
        json = {{"encoders", part.encoders},
                {"latent_dim", part.latentDim},
                {"classes", part.classes},
                {"identity", part.identity}};
        if (part.size) json["size"] = {{"layers", part.size->layers}, {"expansion", part.size->expansion}};
    }
    nlohmann::json kinds = nlohmann::json::array();
    for (const SpaceKind& kind : info.kinds)
        kinds.push_back({{"a", toString(kind.a)},
                         {"b", toString(kind.b)},
                         {"train_pairs", kind.trainPairs},
                         {"val_pairs", kind.valPairs}});
    return {{"format", "fusefind-space"},      {"version", kVersion},           {"name", info.name},
            {"weights_sha256", weights},       {"modalities", modalities},      {"dim", info.dim},
            {"correct_gap", info.correctsGap}, {"recipe", toJson(info.recipe)}, {"pairs", kinds},
            {"recall", toJson(info.recalls)},  {"steps", info.steps},           {"best_epoch", info.bestEpoch},
            {"seconds", info.seconds},         {"final_loss", info.finalLoss},  {"temperature", info.temperature}};
}

// Throws nlohmann's exceptions.
void readParts(const nlohmann::json& json, SpaceInfo& info) {
    json.at("name").get_to(info.name);
    for (const Modality modality : kModalities) {
        const auto part = json.at("modalities").find(toString(modality));
        if (part == json.at("modalities").end()) continue;
        SpaceModality& into = info.modalities[modality];
        into = {part->at("encoders").get<std::vector<std::string>>(), part->at("latent_dim").get<int64_t>(),
                part->value("classes", int64_t{0}), part->value("identity", false)};
        if (const auto size = part->find("size"); size != part->end())
            into.size = {size->at("layers").get<int64_t>(), size->at("expansion").get<int64_t>()};
    }
    for (const auto& kind : json.at("pairs"))
        info.kinds.push_back({modalityFromString(kind.at("a").get<std::string>()).value_or(Modality::image),
                              modalityFromString(kind.at("b").get<std::string>()).value_or(Modality::text),
                              kind.at("train_pairs").get<int64_t>(), kind.at("val_pairs").get<int64_t>()});
    json.at("dim").get_to(info.dim);
    json.at("correct_gap").get_to(info.correctsGap);
    json.at("steps").get_to(info.steps);
    json.at("best_epoch").get_to(info.bestEpoch);
    json.at("seconds").get_to(info.seconds);
    json.at("final_loss").get_to(info.finalLoss);
    json.at("temperature").get_to(info.temperature);
}

Status checkDims(const SpaceInfo& info, const std::filesystem::path& file) {
    constexpr int64_t kWidest = 1 << 16;
    bool valid = info.modalities.size() >= 2 && info.dim == info.recipe.dim;
    for (const auto& [modality, part] : info.modalities)
        valid = valid && part.latentDim > 0 && part.latentDim <= kWidest && part.classes >= 0 &&
                part.classes <= kWidest && (!part.size || isInRange(*part.size)) &&
                (part.latentDim == info.dim || !(part.identity || info.recipe.fixed == modality));
    if (!valid)
        return fail(ErrorCode::invalidInput, "the space's modalities or dimensions make no sense", file,
                    "train it again");
    return {};
}

struct Description {
    SpaceInfo info;
    std::string weights;
};

Result<Description> readDescription(const std::filesystem::path& file) {
    FUSEFIND_TRY_ASSIGN(const std::string text, readFile(file));
    Description read;
    try {
        const auto json = nlohmann::json::parse(text);
        if (json.at("format") != "fusefind-space")
            return fail(ErrorCode::invalidInput, "not a description of a space", file);
        if (json.at("version") != kVersion)
            return fail(ErrorCode::unsupported, fmt::format("space format {} is unknown", json.at("version").dump()),
                        file, "use the version of FuseFind that wrote it");
        readParts(json, read.info);
        json.at("weights_sha256").get_to(read.weights);
        FUSEFIND_TRY_ASSIGN(read.info.recipe, recipeFromJson(json.at("recipe")));
        FUSEFIND_TRY_ASSIGN(read.info.recalls, recallsFromJson(json.at("recall")));
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::invalidInput, fmt::format("damaged description of a space ({})", error.what()), file,
                    "train it again");
    }
    FUSEFIND_TRY(checkDims(read.info, file));
    return read;
}

Result<Model> readModel(const SpaceInfo& info, const std::filesystem::path& path, const Device& device) {
    FUSEFIND_TRY_ASSIGN(const SafetensorsFile file, SafetensorsFile::open(path));
    PerModality<int64_t> dims{};
    PerModality<OtherAdapter> others{};
    for (const auto& [modality, part] : info.modalities) {
        dims[indexOf(modality)] = part.latentDim;
        others[indexOf(modality)] = {part.classes, part.identity, part.size};
    }
    Model model = makeModel(info.recipe, dims, device, others);
    for (const auto& [modality, part] : info.modalities) {
        ModalityModel& into = *model.modalities[indexOf(modality)];
        if (file.find(prefix(modality) + "standardizer.mean") != nullptr) {
            into.mean = at::empty({part.latentDim}, at::TensorOptions(torchDevice(device)));
            into.scale = at::empty_like(into.mean);
        }
        if (file.find(prefix(modality) + "mean_point") != nullptr) {
            FUSEFIND_TRY_ASSIGN(into.gap, file.readFloats(prefix(modality) + "mean_point"));
            if (into.gap.size() != static_cast<size_t>(info.dim))
                return fail(ErrorCode::invalidInput, "a mean point has another width than the space", path,
                            "train it again");
        }
    }
    FUSEFIND_TRY(fillTensors(file, tensorsOf(model)));
    return model;
}

} // namespace

std::string Space::fingerprint() const {
    Hasher hasher;
    const std::string made = hashTensors(*model_) + (info_.correctsGap ? " corrected" : "");
    hasher.update(std::as_bytes(std::span(made)));
    return toHex(hasher.finish());
}

Status Space::save(const std::filesystem::path& folder) const {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fail(systemError("cannot create the folder", folder, error.value()));
    return callTorch([&]() -> Status {
        FUSEFIND_TRY_ASSIGN(AtomicFile description, AtomicFile::create(folder / kDescription));
        FUSEFIND_TRY(description.write(describe(info_, hashTensors(*model_)).dump(2)));
        FUSEFIND_TRY(saveTensors(folder / kWeights, tensorsOf(*model_), {{"format", "fusefind-space"}}));
        return description.commit();
    });
}

Result<SpaceInfo> Space::readInfo(const std::filesystem::path& folder) {
    FUSEFIND_TRY_ASSIGN(Description description, readDescription(folder / kDescription));
    return std::move(description.info);
}

Result<Space> Space::load(const std::filesystem::path& folder, const Device& device) {
    FUSEFIND_TRY_ASSIGN(Description description, readDescription(folder / kDescription));
    return callTorch([&]() -> Result<Space> {
        FUSEFIND_TRY_ASSIGN(Model model, readModel(description.info, folder / kWeights, device));
        if (hashTensors(model) != description.weights)
            return fail(ErrorCode::invalidInput, "the weights do not belong to this space's description",
                        folder / kWeights, "train the space again");
        return Space(std::move(description.info), std::move(model));
    });
}

} // namespace fusefind

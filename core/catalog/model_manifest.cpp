#include "core/catalog/model_manifest.h"

#include "core/base/atomic_file.h"
#include "core/base/hex.h"
#include "core/base/json_file.h"
#include "core/base/text.h"
#include "core/tensors/checkpoint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fusefind {

namespace {

using Json = nlohmann::json;

constexpr int kFormat = 1;
constexpr int kLargestDim = 1 << 20;
constexpr size_t kLongestId = 64;

constexpr const char* kCardName = "README.md";

constexpr std::array<std::string_view, 14> kKnownFiles{"config.json",
                                                       kWeightsName,
                                                       kWeightsIndexName,
                                                       "tokenizer.json",
                                                       "tokenizer_config.json",
                                                       "vocab.txt",
                                                       "special_tokens_map.json",
                                                       "preprocessor_config.json",
                                                       "1_Pooling/config.json",
                                                       "modules.json",
                                                       "sentence_bert_config.json",
                                                       "config_sentence_transformers.json",
                                                       "NOTICE.txt",
                                                       kCardName};

bool isIdCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

bool isLetterOrDigit(char c) {
    return isIdCharacter(c) && c != '.' && c != '_' && c != '-';
}

std::optional<ModelFile> fileFromJson(const Json& json, bool program) {
    const auto path = jsonField<std::string>(json, "path");
    const auto size = jsonField<uint64_t>(json, "size");
    const auto hash = sha256FromHex(jsonField<std::string>(json, "sha256").value_or(""));
    if (!path || !size || !hash) return std::nullopt;
    if (!isKnownModelFile(*path) && !(program && *path == kProgramName)) return std::nullopt;
    return ModelFile{*path, *size, *hash};
}

// Nothing if a field is missing or impossible.
std::optional<ModelManifest> manifestFromJson(const Json& json) {
    ModelManifest manifest;
    manifest.id = jsonField<std::string>(json, "id").value_or("");
    manifest.architecture = jsonField<std::string>(json, "architecture").value_or("");
    manifest.license = jsonField<std::string>(json, "license").value_or("");
    manifest.credit = jsonField<std::string>(json, "credit").value_or("");
    manifest.addedAt = jsonField<std::string>(json, "added_at").value_or("");
    if (const auto pooling = jsonField<std::string>(json, "pooling")) {
        manifest.pooling = poolingFromString(*pooling);
        if (!manifest.pooling) return std::nullopt;
    }
    manifest.prompt = jsonField<std::string>(json, "prompt").value_or("");
    const Json& modalities = jsonChild(json, "modalities");
    for (const auto& [name, value] : modalities.items()) {
        const auto modality = modalityFromString(name);
        const auto dim = jsonField<int>(modalities, name.c_str());
        if (!modality || !dim || *dim < 1 || *dim > kLargestDim) return std::nullopt;
        manifest.modalities.emplace(*modality, *dim);
    }
    manifest.program = jsonField<bool>(json, "program").value_or(false);
    if (manifest.program != (manifest.architecture == kProgramType)) return std::nullopt;
    for (const Json& entry : jsonChild(json, "files")) {
        auto file = fileFromJson(entry, manifest.program);
        if (!file) return std::nullopt;
        manifest.files.push_back(std::move(*file));
    }
    if (manifest.architecture.empty() || manifest.modalities.empty() || manifest.files.empty()) return std::nullopt;
    return manifest;
}

} // namespace

std::string_view toString(Pooling pooling) {
    return pooling == Pooling::cls ? "cls" : "mean";
}

std::optional<Pooling> poolingFromString(std::string_view name) {
    if (name == "cls") return Pooling::cls;
    if (name == "mean") return Pooling::mean;
    return std::nullopt;
}

Sha256 ModelManifest::fingerprint() const {
    std::string text = architecture + '\n' + std::string(pooling ? toString(*pooling) : "") + '\n';
    if (!prompt.empty()) text += "prompt " + prompt + '\n';
    for (const ModelFile& file : files)
        if (file.path != kCardName) // which only tells of the model
            text += file.path + ' ' + toHex(file.hash) + '\n';
    return hashBytes(std::as_bytes(std::span(text)));
}

Result<ModelManifest> readManifest(const std::filesystem::path& folder) {
    constexpr const char* kAdvice = "remove this model and add it again";
    const auto file = folder / kManifestName;
    FUSEFIND_TRY_ASSIGN(const Json json, readJsonFile(file, size_t{1} << 20));
    const auto format = jsonField<int64_t>(json, "format");
    if (!format) return fail(ErrorCode::invalidInput, "not the manifest of a model", file, kAdvice);
    if (*format != kFormat)
        return fail(ErrorCode::unsupported,
                    fmt::format("written in format {}, which this version cannot read", *format), file,
                    "use the version of FuseFind that wrote it, or a newer one");
    auto manifest = manifestFromJson(json);
    if (!manifest || manifest->id != folder.filename().native())
        return fail(ErrorCode::invalidInput, "the manifest is damaged", file, kAdvice);
    return std::move(*manifest);
}

Status writeManifest(const std::filesystem::path& folder, const ModelManifest& manifest) {
    Json json{{"format", kFormat},
              {"id", manifest.id},
              {"architecture", manifest.architecture},
              {"license", manifest.license},
              {"credit", manifest.credit},
              {"added_at", manifest.addedAt},
              {"modalities", Json::object()},
              {"files", Json::array()}};
    if (manifest.pooling) json["pooling"] = toString(*manifest.pooling);
    if (!manifest.prompt.empty()) json["prompt"] = manifest.prompt;
    if (manifest.program) json["program"] = true;
    for (const auto& [modality, dim] : manifest.modalities)
        json["modalities"][std::string(toString(modality))] = dim;
    for (const ModelFile& file : manifest.files)
        json["files"].push_back({{"path", file.path}, {"size", file.size}, {"sha256", toHex(file.hash)}});
    return writeFileAtomically(folder / kManifestName, json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n');
}

bool isModelId(std::string_view id) {
    return !id.empty() && id.size() <= kLongestId && isLetterOrDigit(id.front()) &&
           std::all_of(id.begin(), id.end(), isIdCharacter);
}

std::string modelIdFor(const std::filesystem::path& folder) {
    auto normal = std::filesystem::absolute(folder).lexically_normal();
    if (!normal.has_filename()) normal = normal.parent_path();
    std::string id = asciiLower(normal.filename().native());
    std::replace_if(
        id.begin(), id.end(), [](char c) { return !isIdCharacter(c); }, '-');
    id.erase(id.begin(), std::find_if(id.begin(), id.end(), isLetterOrDigit));
    id.resize(std::min(id.size(), kLongestId));
    return id;
}

bool isKnownModelFile(std::string_view path) {
    if (std::find(kKnownFiles.begin(), kKnownFiles.end(), path) != kKnownFiles.end() || isShardName(path)) return true;
    return path.starts_with("LICENSE") && path.size() <= kLongestId &&
           std::all_of(path.begin(), path.end(), [](char c) { return isIdCharacter(c) || (c >= 'A' && c <= 'Z'); });
}

} // namespace fusefind

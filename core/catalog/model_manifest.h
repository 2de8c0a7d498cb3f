#pragma once

#include "core/base/hash.h"
#include "core/base/modality.h"
#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fusefind {

// How a text encoder makes one latent of its tokens: that of the first, or the mean over all.
enum class Pooling { cls, mean };
std::string_view toString(Pooling pooling); // "cls", "mean"
std::optional<Pooling> poolingFromString(std::string_view name);

struct ModelFile {
    std::string path; // inside the model's folder, one of the known names
    uint64_t size = 0;
    Sha256 hash{};
};

// What the store knows of one encoder: manifest.json in its folder, format 1.
struct ModelManifest {
    std::string id;
    std::string architecture;           // config.json's model_type
    std::map<Modality, int> modalities; // and the D of their latents
    std::string license;                // as the model says; may be empty
    std::string credit;                 // may be empty
    std::optional<Pooling> pooling;     // if given or said by the folder
    std::string prompt;                 // if given: what every text begins with, such as E5's "query: "
    std::vector<ModelFile> files;       // sorted by path
    bool program = false;               // it runs code of its own, and whoever added it said that they trust it
    std::string addedAt;                // UTC, "2024-05-31T12:00:00Z"

    // Changes whenever the latents may: the files, the architecture, the pooling and the prompt, not the id.
    [[nodiscard]] Sha256 fingerprint() const;
};

// A model that is a program: TorchScript in this file, where config.json has this model_type.
inline constexpr const char* kProgramType = "torchscript";
inline constexpr const char* kProgramName = "model.pt";

inline constexpr const char* kManifestName = "manifest.json";

// Reads and checks the manifest in a model's folder, whose name must be its id. Errors: io, notFound, invalidInput,
// unsupported (a newer format).
Result<ModelManifest> readManifest(const std::filesystem::path& folder);
Status writeManifest(const std::filesystem::path& folder, const ModelManifest& manifest);

// Ids: lower-case letters, digits, '.', '_' and '-', at most 64, beginning with a letter or digit.
bool isModelId(std::string_view id);
// The id made of a folder's name; empty if nothing in it can be used.
std::string modelIdFor(const std::filesystem::path& folder);

// True for the files of a model that the store keeps: weights, configuration, tokenizer, licence; not for a program.
bool isKnownModelFile(std::string_view path);

} // namespace fusefind

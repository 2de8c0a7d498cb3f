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

struct CatalogueFile {
    std::string path; // inside the model's folder, one of the names that the store keeps
    // As far as they are known: what is not is believed as the server sends it.
    std::optional<uint64_t> size;
    std::optional<Sha256> hash;

    [[nodiscard]] bool holdsWeights() const { return path.ends_with(".safetensors"); }
};

enum class ModelSize { small, medium, large };
std::string_view toString(ModelSize size); // "small", "medium", "large"

// A published encoder that can be loaded by its name.
struct CatalogueModel {
    std::string id;         // and the model's in the store
    std::string repository; // "facebook/dinov2-small"
    std::string revision;   // a commit, or "main" where none is pinned
    ModelSize size = ModelSize::small;
    bool inPaper = false; // one of those that FuseMix was published with
    std::string license;  // "apache-2.0"
    bool nonCommercial = false;
    std::map<Modality, int> modalities; // and the D of their latents
    std::optional<int> memoryMb;        // of its weights, once loaded
    std::vector<std::string> languages; // that it reads, codes of ISO 639 or "multilingual"; none: it reads no text
    std::string purpose;                // what it is good for
    std::string prompt;                 // what every text is to begin with; empty: nothing
    std::vector<CatalogueFile> files;   // in the order in which they are loaded

    // Of all files whose size is known; nothing where that of the weights is not.
    [[nodiscard]] std::optional<uint64_t> bytes() const;
};

// The models that can be loaded by name: catalogue.json, format 1.
struct Catalogue {
    std::string server; // "https://huggingface.co", without a slash
    std::vector<CatalogueModel> models;

    // By id or by repository; null if there is none.
    [[nodiscard]] const CatalogueModel* find(std::string_view name) const;
};

// Errors: io, notFound, unsupported (a newer format), invalidInput, which names the model.
Result<Catalogue> readCatalogue(const std::filesystem::path& file);

} // namespace fusefind

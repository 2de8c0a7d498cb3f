#pragma once

#include "core/catalog/model_manifest.h"

#include <functional>
#include <stop_token>

namespace fusefind {

struct AddModelOptions {
    std::string id;                 // empty: made of the folder's name
    std::optional<Pooling> pooling; // else what 1_Pooling/config.json says, else none
    std::stop_token stop;
    std::string prompt = {};   // what every text is to begin with; empty: what the folder says, if anything
    bool trustProgram = false; // also a model that is a program, which whoever adds it trusts
};

// Which modalities the model in a folder reads, and the D of their latents; from whoever can load it.
using ModelDims = std::function<Result<std::map<Modality, int>>(const std::filesystem::path& folder)>;

struct ModelProblem {
    std::string id;
    std::filesystem::path file;
    std::string problem;
};

// The encoders in <data dir>/models, a folder each. A model is there whole or not at all. Within the data directory's
// lock, one thread adds or removes at a time; reading is free.
class ModelStore {
public:
    explicit ModelStore(std::filesystem::path root) : root_(std::move(root)) {}

    // The models whose manifests can be read, by id; the others are logged, and listed by verify().
    [[nodiscard]] std::vector<ModelManifest> list() const;
    // Errors: notFound, and those of readManifest.
    [[nodiscard]] Result<ModelManifest> find(std::string_view id) const;
    [[nodiscard]] std::filesystem::path folderOf(std::string_view id) const { return root_ / id; }

    // Copies a model in Hugging Face's layout into the store (known files only; never a pickle, and a program only with
    // trustProgram; without, none of it is run). Adding the same model
    // again is fine. Errors: notFound, io, cancelled; invalidInput (a damaged or incomplete folder, a bad or taken id);
    // unsupported; and what `dims` says of the copy.
    Result<ModelManifest> add(const std::filesystem::path& folder, const AddModelOptions& options,
                              const ModelDims& dims);

    // Errors: notFound, io.
    Status remove(std::string_view id);

    // Reads every file of every model again and compares it with its manifest. Errors: cancelled.
    [[nodiscard]] Result<std::vector<ModelProblem>> verify(const std::stop_token& stop = {}) const;

private:
    Result<ModelManifest> takeIn(const std::filesystem::path& folder, const std::filesystem::path& temporary,
                                 const AddModelOptions& options, const ModelDims& dims) const;
    [[nodiscard]] std::vector<std::string> ids() const;
    void removeLeftovers() const;

    std::filesystem::path root_;
};

} // namespace fusefind

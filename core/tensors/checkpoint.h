#pragma once

#include "core/tensors/safetensors.h"

namespace fusefind {

// The weights in a model's folder: model.safetensors, or the files that model.safetensors.index.json spreads them over.
// Memory-mapped; the views live as long as the object. Move-only.
class Checkpoint {
public:
    // Errors: as SafetensorsFile::open, of each file; notFound if there are none or one is missing; invalidInput if the
    // index and the files do not agree on what is where.
    static Result<Checkpoint> open(const std::filesystem::path& folder);

    // The one file, or the index.
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::vector<std::string> names() const; // sorted
    [[nodiscard]] const TensorView* find(std::string_view name) const;

private:
    Status openShards(const std::map<std::string, std::string>& shardOf);

    std::filesystem::path path_;
    std::vector<SafetensorsFile> files_;
    std::map<std::string, const TensorView*, std::less<>> tensors_;
};

inline constexpr const char* kWeightsName = "model.safetensors";
inline constexpr const char* kWeightsIndexName = "model.safetensors.index.json";
// "model-00001-of-00003.safetensors"
bool isShardName(std::string_view name);

} // namespace fusefind

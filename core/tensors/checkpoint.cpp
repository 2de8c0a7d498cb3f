#include "core/tensors/checkpoint.h"

#include "core/base/json_file.h"
#include "core/base/text.h"
#include "core/tensors/safetensors_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace fusefind {

namespace {

constexpr const char* kAdvice = "get the model again";

// The file of each tensor.
Result<std::map<std::string, std::string>> readIndex(const std::filesystem::path& index) {
    FUSEFIND_TRY_ASSIGN(const auto json, readJsonFile(index));
    std::map<std::string, std::string> shardOf;
    for (const auto& [tensor, file] : jsonChild(json, "weight_map").items()) {
        if (!file.is_string() || !isShardName(file.get<std::string>()))
            return fail(ErrorCode::invalidInput, fmt::format("it names no file for {}", quotedName(tensor)), index,
                        kAdvice);
        shardOf.emplace(tensor, file.get<std::string>());
    }
    if (shardOf.empty()) return fail(ErrorCode::invalidInput, "it lists no tensors", index, kAdvice);
    return shardOf;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

bool isShardName(std::string_view name) {
    constexpr std::string_view kPattern = "model-00000-of-00000.safetensors";
    return std::ranges::equal(name, kPattern,
                              [](char c, char wanted) { return wanted == '0' ? isDigit(c) : c == wanted; });
}

Result<Checkpoint> Checkpoint::open(const std::filesystem::path& folder) {
    Checkpoint checkpoint;
    std::error_code ignored;
    checkpoint.path_ = folder / kWeightsName;
    if (std::filesystem::exists(checkpoint.path_, ignored) ||
        !std::filesystem::exists(folder / kWeightsIndexName, ignored)) {
        FUSEFIND_TRY_ASSIGN(SafetensorsFile file, SafetensorsFile::open(checkpoint.path_));
        checkpoint.files_.push_back(std::move(file));
        for (const auto& name : checkpoint.files_.front().names())
            checkpoint.tensors_.emplace(name, checkpoint.files_.front().find(name));
        return checkpoint;
    }
    checkpoint.path_ = folder / kWeightsIndexName;
    FUSEFIND_TRY_ASSIGN(const auto shardOf, readIndex(checkpoint.path_));
    FUSEFIND_TRY(checkpoint.openShards(shardOf));
    return checkpoint;
}

Status Checkpoint::openShards(const std::map<std::string, std::string>& shardOf) {
    std::set<std::string> shards;
    for (const auto& [tensor, shard] : shardOf)
        shards.insert(shard);
    for (const auto& shard : shards) {
        FUSEFIND_TRY_ASSIGN(SafetensorsFile file, SafetensorsFile::open(path_.parent_path() / shard));
        for (const auto& name : file.names()) {
            const auto listed = shardOf.find(name);
            if (listed == shardOf.end() || listed->second != shard)
                return fail(ErrorCode::invalidInput,
                            fmt::format("it does not say that {} is in {}", quotedName(name), shard), path_, kAdvice);
            tensors_.emplace(name, file.find(name));
        }
        files_.push_back(std::move(file));
    }
    for (const auto& [tensor, shard] : shardOf)
        if (!tensors_.contains(tensor))
            return fail(ErrorCode::invalidInput, fmt::format("{} is not in {}", quotedName(tensor), shard), path_,
                        kAdvice);
    return {};
}

std::vector<std::string> Checkpoint::names() const {
    std::vector<std::string> names;
    for (const auto& [name, view] : tensors_)
        names.push_back(name);
    return names;
}

const TensorView* Checkpoint::find(std::string_view name) const {
    const auto found = tensors_.find(name);
    return found == tensors_.end() ? nullptr : found->second;
}

} // namespace fusefind

#pragma once

#include "core/base/hash.h"
#include "core/protocol/dataset_messages.h"

#include <functional>

namespace fusefind {

// A pair of PairedData by its rows, and the content by which what its user changed is found again: the names of its
// files, its caption, and which one it is where a file has the same caption several times. The pairs that a caption
// makes with a picture and with a sound have one content.
struct NamedPair {
    DataPairKind kind = DataPairKind::imageText;
    std::optional<size_t> image; // row of PairedData::images
    std::optional<size_t> sound; // of sounds
    std::optional<size_t> text;  // of texts
    Sha256 content{};
};

// In the order of PairedData, kind by kind. `nameOf` makes a file's name of its path.
using FileName = std::function<std::string(const std::filesystem::path&)>;
std::vector<NamedPair> namePairs(const PairedData& data, const FileName& nameOf);

// The path of a file below a folder; nothing if it lies elsewhere.
std::optional<std::string> nameBelow(const std::filesystem::path& folder, const std::filesystem::path& file);

} // namespace fusefind

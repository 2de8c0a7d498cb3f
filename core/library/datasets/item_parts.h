#pragma once

#include "core/eval/split.h"
#include "core/library/datasets/pair_names.h"

namespace fusefind {

std::optional<Part> partOf(std::optional<Split> split);

// What a pair is connected with, and which part of a training it is: as the data's own files say, else as a training
// with the usual options draws it. The training also looks at latents: what is nearly the same as something held out is
// held out with it, or left out.
struct ItemPart {
    int64_t item = 0;
    Split split = Split::train;
};

// SHA-256 of all files in hex, which decides who is held out; "" for one that cannot be read.
struct FileHashes {
    std::vector<std::string> images; // [data.images]
    std::vector<std::string> sounds; // [data.sounds]
};

// Of each of `pairs`, which are all of `data` in the order of namePairs().
Result<std::vector<ItemPart>> itemParts(const PairedData& data, const FileHashes& hashes,
                                        std::span<const NamedPair> pairs);

} // namespace fusefind

#pragma once

#include "core/tensors/safetensors.h"

namespace fusefind {

// One tensor as the header declares it.
struct TensorEntry {
    std::string name;
    DType dtype = DType::f32;
    std::vector<int64_t> shape;
    uint64_t begin = 0; // bytes from the start of the data
    uint64_t end = 0;
};

struct SafetensorsHeader {
    std::vector<TensorEntry> tensors; // in the order of their data
    Metadata metadata;
};

// Reads the JSON header and checks it against the size of the data: every byte belongs to exactly one tensor, and every
// range has the size its shape and dtype ask for. Errors without a file name: invalidInput, unsupported.
Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view json, uint64_t dataBytes);

// The product of the dimensions times the size of a value, or nothing if it does not fit.
std::optional<uint64_t> byteCount(std::span<const int64_t> shape, DType dtype);

// A name for a message: in quotes, valid UTF-8, not longer than a line.
std::string quotedName(std::string_view name);

} // namespace fusefind

#pragma once

// Inside gpu only (includes Torch): weights from a safetensors file to the device.

#include "core/tensors/safetensors.h"
#include "gpu/device/device.h"

#include <ATen/core/Tensor.h>

#include <initializer_list>

namespace fusefind {

// Takes named tensors as f32 on the device. What is missing or of another shape is collected, so that one error lists
// all of it: take everything, then ask status() before using any of it. May throw Torch's exceptions (run inside
// callTorch).
class WeightReader {
public:
    // Errors: as SafetensorsFile::open.
    static Result<WeightReader> open(const std::filesystem::path& file, const Device& device);

    [[nodiscard]] bool has(std::string_view name) const { return file_.find(name) != nullptr; }

    // From F32, F16 or BF16. An undefined tensor if the file does not have it so.
    at::Tensor take(const std::string& name, std::initializer_list<int64_t> shape);

    // Errors: invalidInput, naming the tensors.
    [[nodiscard]] Status status() const;

private:
    WeightReader(SafetensorsFile file, const Device& device) : file_(std::move(file)), device_(device) {}

    SafetensorsFile file_;
    Device device_;
    std::vector<std::string> problems_;
};

} // namespace fusefind

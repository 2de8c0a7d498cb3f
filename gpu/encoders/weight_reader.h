#pragma once

// Inside gpu only (includes Torch): weights from a model's folder to the device.

#include "core/tensors/checkpoint.h"
#include "gpu/device/device.h"

#include <ATen/core/Tensor.h>

#include <initializer_list>
#include <memory>
#include <set>
#include <vector>

namespace fusefind {

// Takes named tensors as f32 on the device. What is missing or of another shape is collected, so that one error lists
// all of it: take everything, then ask status() before using any of it. May throw Torch's exceptions (run inside
// callTorch).
class WeightReader {
public:
    // Errors: as Checkpoint::open.
    static Result<WeightReader> open(const std::filesystem::path& folder, const Device& device);

    [[nodiscard]] bool has(std::string_view name) const { return checkpoint_->find(name) != nullptr; }

    // From F32, F16 or BF16. An undefined tensor if the file does not have it so. On the CPU an F32 tensor is the
    // file's own memory, read from the disk where it is touched: never write to it.
    at::Tensor take(const std::string& name, std::initializer_list<int64_t> shape);

    // Tensors of one shape one under another, for weights that are used as one: [n * shape[0], ...]. Undefined if one
    // is missing.
    at::Tensor takeStacked(const std::vector<std::string>& names, std::initializer_list<int64_t> shape);
    // Zeros on the device, for what a family leaves out.
    [[nodiscard]] at::Tensor zeros(std::initializer_list<int64_t> shape) const;

    // Families name their tensors "own.part…", or "part…" in folders that hold nothing else: `own` ("bert.") if the
    // file has `probe` under it, else nothing.
    [[nodiscard]] std::string prefix(const std::string& own, const std::string& probe) const;
    // A tensor that is known and not needed.
    void ignore(const std::string& name) { taken_.insert(name); }
    // A tensor below this prefix that nobody took is a problem too: the network has a part that is not understood.
    void expectNoMore(std::string_view prefix);

    // Of weights in large products, see Device.
    [[nodiscard]] at::ScalarType productType() const;

    // Nothing was missing so far; what is undefined must not be computed with.
    [[nodiscard]] bool complete() const { return problems_.empty(); }
    // Errors: invalidInput, naming the tensors.
    [[nodiscard]] Status status() const;

private:
    WeightReader(Checkpoint checkpoint, const Device& device)
        : checkpoint_(std::make_shared<const Checkpoint>(std::move(checkpoint))), device_(device) {}
    [[nodiscard]] at::Tensor toDevice(const TensorView& view) const;

    std::shared_ptr<const Checkpoint> checkpoint_; // shared with the tensors that are its memory
    Device device_;
    std::set<std::string, std::less<>> taken_;
    std::vector<std::string> problems_;
};

} // namespace fusefind

#include "gpu/encoders/weight_reader.h"

#include "core/base/text.h"
#include "core/tensors/half.h"
#include "gpu/device/torch_call.h"

#include <ATen/ATen.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>

namespace fusefind {

namespace {

bool isFloat(DType dtype) {
    return dtype == DType::f32 || dtype == DType::f16 || dtype == DType::bf16;
}

at::Tensor copyToFloat(const TensorView& view) {
    at::Tensor tensor = at::empty(view.shape, at::kFloat);
    const std::span<float> values(tensor.mutable_data_ptr<float>(), static_cast<size_t>(tensor.numel()));
    if (view.dtype == DType::f16) {
        halfToFloat(view.bytes, values);
    } else if (view.dtype == DType::bf16) {
        bfloat16ToFloat(view.bytes, values);
    } else {
        std::memcpy(values.data(), view.bytes.data(), view.bytes.size());
    }
    return tensor;
}

} // namespace

Result<WeightReader> WeightReader::open(const std::filesystem::path& folder, const Device& device) {
    FUSEFIND_TRY_ASSIGN(Checkpoint opened, Checkpoint::open(folder));
    return WeightReader(std::move(opened), device);
}

at::Tensor WeightReader::toDevice(const TensorView& view) const {
    const bool aligned = reinterpret_cast<uintptr_t>(view.bytes.data()) % alignof(float) == 0;
    if (device_.kind != Device::Kind::cpu || view.dtype != DType::f32 || !aligned)
        return copyToFloat(view).to(torchDevice(device_));
    auto* values = const_cast<std::byte*>(view.bytes.data()); // Torch knows no tensors that are only read
    return at::from_blob(
        values, view.shape, [owner = checkpoint_](void*) {}, at::kFloat);
}

at::Tensor WeightReader::take(const std::string& name, std::initializer_list<int64_t> shape) {
    const TensorView* view = checkpoint_->find(name);
    taken_.insert(name);
    if (view == nullptr) {
        problems_.push_back(fmt::format("{} is missing", name));
    } else if (!isFloat(view->dtype)) {
        problems_.push_back(fmt::format("{} is {}, expected F32, F16 or BF16", name, toString(view->dtype)));
    } else if (!std::ranges::equal(view->shape, shape)) {
        problems_.push_back(fmt::format("{} is {}, expected {}", name, view->shape, std::vector<int64_t>(shape)));
    } else {
        return toDevice(*view);
    }
    return {};
}

at::Tensor WeightReader::takeStacked(const std::vector<std::string>& names, std::initializer_list<int64_t> shape) {
    std::vector<at::Tensor> parts;
    for (const auto& name : names)
        if (at::Tensor part = take(name, shape); part.defined()) parts.push_back(std::move(part));
    return parts.size() == names.size() ? at::cat(parts) : at::Tensor();
}

at::Tensor WeightReader::zeros(std::initializer_list<int64_t> shape) const {
    return at::zeros(shape, at::TensorOptions(torchDevice(device_)));
}

at::ScalarType WeightReader::productType() const {
    return fusefind::productType(device_);
}

std::string WeightReader::prefix(const std::string& own, const std::string& probe) const {
    return has(own + probe) ? own : "";
}

void WeightReader::expectNoMore(std::string_view prefix) {
    for (const auto& name : checkpoint_->names())
        if (name.starts_with(prefix) && !taken_.contains(name)) problems_.push_back(fmt::format("{} is unknown", name));
}

Status WeightReader::status() const {
    if (problems_.empty()) return {};
    constexpr size_t kListed = 8;
    const size_t listed = std::min(kListed, problems_.size());
    std::string what = fmt::format("the weights do not fit the architecture: {}",
                                   fmt::join(problems_.begin(), problems_.begin() + listed, "; "));
    if (problems_.size() > listed) what += fmt::format("; and {} more", problems_.size() - listed);
    return fail(ErrorCode::invalidInput, what, checkpoint_->path(), "get the model again");
}

} // namespace fusefind

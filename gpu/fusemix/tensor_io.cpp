#include "gpu/fusemix/tensor_io.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <fmt/format.h>

#include <cstring>

namespace fusefind {

at::Tensor viewOf(const Matrix& matrix) {
    const std::array shape{static_cast<int64_t>(matrix.rows()), static_cast<int64_t>(matrix.cols())};
    return at::from_blob(const_cast<float*>(matrix.data()), shape, at::kFloat);
}

Matrix rowsOf(const at::Tensor& rows) {
    const at::Tensor values = rows.detach().to(at::kCPU, at::kFloat).contiguous();
    Matrix matrix(values.size(0), values.size(1));
    std::memcpy(matrix.data(), values.const_data_ptr<float>(), matrix.values().size_bytes());
    return matrix;
}

Status saveTensors(const std::filesystem::path& path, std::span<const Parameter> tensors, const Metadata& metadata) {
    std::vector<at::Tensor> values; // hold what the views below show
    std::vector<NamedTensor> named;
    for (const Parameter& tensor : tensors) {
        values.push_back(tensor.value.detach().to(at::kCPU, at::kFloat).contiguous());
        const std::span bytes(values.back().const_data_ptr<float>(), static_cast<size_t>(values.back().numel()));
        named.push_back({tensor.name, DType::f32, values.back().sizes().vec(), std::as_bytes(bytes)});
    }
    return writeSafetensors(path, named, metadata);
}

Status fillTensors(const SafetensorsFile& file, std::span<const Parameter> tensors) {
    const c10::NoGradGuard guard;
    for (const Parameter& tensor : tensors) {
        const TensorView* view = file.find(tensor.name);
        if (view == nullptr || at::IntArrayRef(view->shape) != tensor.value.sizes())
            return fail(ErrorCode::invalidInput, fmt::format("tensor {} is missing or of another shape", tensor.name),
                        file.path());
        FUSEFIND_TRY_ASSIGN(std::vector<float> values, file.readFloats(tensor.name));
        tensor.value.copy_(at::from_blob(values.data(), tensor.value.sizes(), at::kFloat));
    }
    return {};
}

} // namespace fusefind

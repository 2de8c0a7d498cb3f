#pragma once

// Inside gpu only (includes Torch): between tensors, matrices and safetensors files.

#include "core/tensors/matrix.h"
#include "core/tensors/safetensors.h"
#include "gpu/fusemix/adapter.h"

#include <ATen/core/Tensor.h>

#include <span>
#include <string>
#include <vector>

namespace fusefind {

// The matrix as a CPU tensor [N, D] without a copy; read only, and only while the matrix lives.
at::Tensor viewOf(const Matrix& matrix);
// Rows [N, D] from any device.
Matrix rowsOf(const at::Tensor& rows);

// f32 tensors from any device, in one file that appears whole or not at all. Errors: io.
Status saveTensors(const std::filesystem::path& path, std::span<const Parameter> tensors, const Metadata& metadata);

// Fills the tensors, in place, with those of their names, which may be f32, f16 or bf16. Errors: invalidInput (one is
// missing or of another shape or type).
Status fillTensors(const SafetensorsFile& file, std::span<const Parameter> tensors);

} // namespace fusefind

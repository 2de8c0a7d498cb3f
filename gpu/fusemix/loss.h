#pragma once

// Inside gpu only (includes Torch).

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace fusefind {

inline constexpr double kSmallestTemperature = 0.001;
inline constexpr double kLargestTemperature = 0.5;

// Symmetric InfoNCE of unit rows x, y [B, D], row i of x belonging to row i of y: logits x y^T / temperature, the mean
// of the row-wise and the column-wise cross-entropy with the diagonal as labels (Vouitsis et al. 2024, Algorithm 1,
// with the temperature as divisor as in the released code). `temperature` is a scalar tensor, clamped by the caller.
// Differentiable in all three.
//
// The gradient is in closed form, so that logits exist only in blocks of `blockRows` rows (0: as many as make 64 MB)
// and are formed a second time where there are several blocks.
at::Tensor symmetricLoss(const at::Tensor& x, const at::Tensor& y, const at::Tensor& temperature,
                         int64_t blockRows = 0);

} // namespace fusefind

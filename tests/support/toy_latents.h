#pragma once

#include "core/base/modality.h"
#include "core/tensors/matrix.h"

#include <array>
#include <cstdint>

namespace fusefind {

// Latents of items that three encoders see in their own ways: u ~ N(0, I_32) for each item, and for a modality
// 1.5 tanh(1.5 u A / 4) B / 8 + noise, with A [32, 128] and B [128, D] standard normal, fixed by the seed; D = 64, 48,
// 40 for image, text and sound. Row i of every modality is item i.
std::array<Matrix, kModalities.size()> toyLatents(int64_t items, uint64_t seed, float noise = 1.2F);

} // namespace fusefind

#pragma once

#include <cstddef>
#include <span>

namespace fusefind {

// Rows between 32-bit and 16-bit floating point, little-endian, at any alignment; the 16-bit side has two bytes a
// value. Rounds to nearest even; beyond 65504 becomes infinite. Uses F16C where the processor has it.
void halfToFloat(std::span<const std::byte> half, std::span<float> values);
void floatToHalf(std::span<const float> values, std::span<std::byte> half);
void bfloat16ToFloat(std::span<const std::byte> bfloat16, std::span<float> values);

} // namespace fusefind

#pragma once

#include <span>

namespace fusefind {

// The instructions that sums are computed with.
enum class Simd { plain, avx2 };
Simd bestSimd(); // what this processor can do

// <a, b> of two rows of the same length.
float product(std::span<const float> a, std::span<const float> b, Simd simd = bestSimd());

} // namespace fusefind

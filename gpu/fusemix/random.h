#pragma once

// Inside gpu only (includes Torch): random numbers by counter. Every draw of a run is a function of its seed, what it
// is for and a count, so that there is no generator state to save and runs side by side share nothing.

#include "gpu/device/device.h"

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

#include <cstdint>

namespace fusefind {

enum class Draw : uint64_t { weights = 1, order, lambda, dropout };

// The seed of draw number `count` (SplitMix64 over all three).
uint64_t seedOf(uint64_t seed, Draw what, uint64_t count);

// What dropout multiplies values [rows, cols] by: 0 with the probability `dropout` (in steps of 2^-16), else what keeps
// their mean. Of the options' device and type.
at::Tensor drawKept(int64_t rows, int64_t cols, double dropout, const at::Generator& generator,
                    const at::TensorOptions& options);

// A generator of our own on the device (on meta: the CPU's).
at::Generator newGenerator(const Device& device, uint64_t seed);

} // namespace fusefind

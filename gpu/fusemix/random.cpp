#include "gpu/fusemix/random.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusefind {

namespace {

// Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014.
uint64_t splitMix(uint64_t value) {
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

} // namespace

uint64_t seedOf(uint64_t seed, Draw what, uint64_t count) {
    return splitMix(splitMix(splitMix(seed) ^ static_cast<uint64_t>(what)) ^ count);
}

// Four values out of each number: on the CPU one thread draws them all, which took an eighth of a step with one each.
at::Tensor drawKept(int64_t rows, int64_t cols, double dropout, const at::Generator& generator,
                    const at::TensorOptions& options) {
    constexpr double kSteps = 65'536; // of 16 bits
    const double kept = std::max(1.0, std::round((1 - dropout) * kSteps));
    const int64_t count = rows * cols;
    const at::Tensor numbers = at::empty({(count + 3) / 4}, options.dtype(at::kLong))
                                   .random_(std::numeric_limits<int64_t>::min(), std::nullopt, generator);
    return numbers.view(at::kShort)
        .narrow(0, 0, count)
        .view({rows, cols})
        .le(static_cast<int64_t>(kept - kSteps / 2) - 1)
        .to(options)
        .mul_(kSteps / kept);
}

at::Generator newGenerator(const Device& device, uint64_t seed) {
    if (device.kind == Device::Kind::cuda) {
        auto generator = at::detail::getCUDAHooks().getNewGenerator(static_cast<c10::DeviceIndex>(device.index));
        generator.set_current_seed(seed);
        return generator;
    }
    return at::make_generator<at::CPUGeneratorImpl>(seed);
}

} // namespace fusefind

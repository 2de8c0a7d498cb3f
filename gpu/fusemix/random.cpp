#include "gpu/fusemix/random.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>

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

at::Generator newGenerator(const Device& device, uint64_t seed) {
    if (device.kind == Device::Kind::cuda) {
        auto generator = at::detail::getCUDAHooks().getNewGenerator(static_cast<c10::DeviceIndex>(device.index));
        generator.set_current_seed(seed);
        return generator;
    }
    return at::make_generator<at::CPUGeneratorImpl>(seed);
}

} // namespace fusefind

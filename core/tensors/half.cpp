#include "core/tensors/half.h"

#include "core/base/result.h"

#include <Eigen/Core>
#ifdef __x86_64__
#include <immintrin.h>
#endif

#include <bit>
#include <cstdint>
#include <cstring>

namespace fusefind {

static_assert(std::endian::native == std::endian::little, "files hold little-endian values");

namespace {

// How many of the leading values the vector unit converted; the rest is left to the caller.
#ifdef __x86_64__
constexpr size_t kLanes = 8;

bool hasF16c() {
    static const bool supported = __builtin_cpu_supports("avx") && __builtin_cpu_supports("f16c");
    return supported;
}

[[gnu::target("avx,f16c")]] size_t widenVector(const std::byte* half, float* values, size_t count) {
    const size_t whole = count - count % kLanes;
    for (size_t i = 0; i < whole; i += kLanes)
        _mm256_storeu_ps(values + i, _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(half + 2 * i))));
    return whole;
}

[[gnu::target("avx,f16c")]] size_t narrowVector(const float* values, std::byte* half, size_t count) {
    const size_t whole = count - count % kLanes;
    for (size_t i = 0; i < whole; i += kLanes)
        _mm_storeu_si128(reinterpret_cast<__m128i*>(half + 2 * i),
                         _mm256_cvtps_ph(_mm256_loadu_ps(values + i), _MM_FROUND_TO_NEAREST_INT));
    return whole;
}
#else
bool hasF16c() {
    return false;
}
size_t widenVector(const std::byte*, float*, size_t) {
    return 0;
}
size_t narrowVector(const float*, std::byte*, size_t) {
    return 0;
}
#endif

} // namespace

void halfToFloat(std::span<const std::byte> half, std::span<float> values) {
    FUSEFIND_ASSERT(half.size() == 2 * values.size());
    size_t i = hasF16c() ? widenVector(half.data(), values.data(), values.size()) : 0;
    for (; i < values.size(); ++i) {
        uint16_t bits = 0;
        std::memcpy(&bits, half.data() + 2 * i, sizeof bits);
        values[i] = static_cast<float>(Eigen::numext::bit_cast<Eigen::half>(bits));
    }
}

void floatToHalf(std::span<const float> values, std::span<std::byte> half) {
    FUSEFIND_ASSERT(half.size() == 2 * values.size());
    size_t i = hasF16c() ? narrowVector(values.data(), half.data(), values.size()) : 0;
    for (; i < values.size(); ++i) {
        const auto bits = Eigen::numext::bit_cast<uint16_t>(static_cast<Eigen::half>(values[i]));
        std::memcpy(half.data() + 2 * i, &bits, sizeof bits);
    }
}

void bfloat16ToFloat(std::span<const std::byte> bfloat16, std::span<float> values) {
    FUSEFIND_ASSERT(bfloat16.size() == 2 * values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        uint16_t bits = 0;
        std::memcpy(&bits, bfloat16.data() + 2 * i, sizeof bits);
        values[i] = std::bit_cast<float>(static_cast<uint32_t>(bits) << 16);
    }
}

} // namespace fusefind

#include "core/index/row_codec.h"

#include "core/base/result.h"

#include <Eigen/Core>
#include <algorithm>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace fusefind {

namespace {

constexpr size_t kPadding = 16; // values; one AVX-512 register of f32

size_t dimOf(const void* paddedDim) {
    return *static_cast<const size_t*>(paddedDim);
}

template <class Value>
float plainDistance(const void* a, const void* b, const void* paddedDim) {
    const auto* x = static_cast<const Value*>(a);
    const auto* y = static_cast<const Value*>(b);
    float sum = 0;
    for (size_t i = 0; i < dimOf(paddedDim); ++i)
        sum += static_cast<float>(x[i]) * static_cast<float>(y[i]);
    return -sum;
}

#if defined(__x86_64__)

#pragma GCC push_options
#pragma GCC target("avx2,fma,f16c")

float sumOf(__m256 lanes) {
    __m128 half = _mm_add_ps(_mm256_castps256_ps128(lanes), _mm256_extractf128_ps(lanes, 1));
    half = _mm_add_ps(half, _mm_movehl_ps(half, half));
    return _mm_cvtss_f32(_mm_add_ss(half, _mm_movehdup_ps(half)));
}

float avx2DistanceF32(const void* a, const void* b, const void* paddedDim) {
    const auto* x = static_cast<const float*>(a);
    const auto* y = static_cast<const float*>(b);
    __m256 even = _mm256_setzero_ps();
    __m256 odd = _mm256_setzero_ps();
    for (size_t i = 0; i < dimOf(paddedDim); i += 16) {
        even = _mm256_fmadd_ps(_mm256_loadu_ps(x + i), _mm256_loadu_ps(y + i), even);
        odd = _mm256_fmadd_ps(_mm256_loadu_ps(x + i + 8), _mm256_loadu_ps(y + i + 8), odd);
    }
    return -sumOf(_mm256_add_ps(even, odd));
}

__m256 eightHalves(const uint16_t* from) {
    return _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
}

float avx2DistanceF16(const void* a, const void* b, const void* paddedDim) {
    const auto* x = static_cast<const uint16_t*>(a);
    const auto* y = static_cast<const uint16_t*>(b);
    __m256 even = _mm256_setzero_ps();
    __m256 odd = _mm256_setzero_ps();
    for (size_t i = 0; i < dimOf(paddedDim); i += 16) {
        even = _mm256_fmadd_ps(eightHalves(x + i), eightHalves(y + i), even);
        odd = _mm256_fmadd_ps(eightHalves(x + i + 8), eightHalves(y + i + 8), odd);
    }
    return -sumOf(_mm256_add_ps(even, odd));
}

#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("avx512f")
#pragma GCC diagnostic push // g++ 12 warns of its own intrinsics (GCC bug 105593)
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

float avx512DistanceF32(const void* a, const void* b, const void* paddedDim) {
    const auto* x = static_cast<const float*>(a);
    const auto* y = static_cast<const float*>(b);
    const size_t dim = dimOf(paddedDim);
    __m512 even = _mm512_setzero_ps();
    __m512 odd = _mm512_setzero_ps();
    size_t i = 0;
    for (; i + 32 <= dim; i += 32) {
        even = _mm512_fmadd_ps(_mm512_loadu_ps(x + i), _mm512_loadu_ps(y + i), even);
        odd = _mm512_fmadd_ps(_mm512_loadu_ps(x + i + 16), _mm512_loadu_ps(y + i + 16), odd);
    }
    if (i < dim) even = _mm512_fmadd_ps(_mm512_loadu_ps(x + i), _mm512_loadu_ps(y + i), even);
    return -_mm512_reduce_add_ps(_mm512_add_ps(even, odd));
}

__m512 sixteenHalves(const uint16_t* from) {
    return _mm512_cvtph_ps(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)));
}

float avx512DistanceF16(const void* a, const void* b, const void* paddedDim) {
    const auto* x = static_cast<const uint16_t*>(a);
    const auto* y = static_cast<const uint16_t*>(b);
    const size_t dim = dimOf(paddedDim);
    __m512 even = _mm512_setzero_ps();
    __m512 odd = _mm512_setzero_ps();
    size_t i = 0;
    for (; i + 32 <= dim; i += 32) {
        even = _mm512_fmadd_ps(sixteenHalves(x + i), sixteenHalves(y + i), even);
        odd = _mm512_fmadd_ps(sixteenHalves(x + i + 16), sixteenHalves(y + i + 16), odd);
    }
    if (i < dim) even = _mm512_fmadd_ps(sixteenHalves(x + i), sixteenHalves(y + i), even);
    return -_mm512_reduce_add_ps(_mm512_add_ps(even, odd));
}

#pragma GCC diagnostic pop
#pragma GCC pop_options

#endif

RowCodec::Distance distanceFor(Storage storage, Simd simd) {
    const bool half = storage == Storage::f16;
#if defined(__x86_64__)
    if (simd == Simd::avx512) return half ? avx512DistanceF16 : avx512DistanceF32;
    if (simd == Simd::avx2) return half ? avx2DistanceF16 : avx2DistanceF32;
#endif
    FUSEFIND_ASSERT(simd == Simd::plain);
    return half ? plainDistance<Eigen::half> : plainDistance<float>;
}

} // namespace

Simd bestSimd() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f")) return Simd::avx512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c"))
        return Simd::avx2;
#endif
    return Simd::plain;
}

RowCodec::RowCodec(size_t dim, Storage storage, Simd simd)
    : dim_(dim),
      paddedDim_((dim + kPadding - 1) / kPadding * kPadding),
      storage_(storage),
      distance_(distanceFor(storage, simd)) {}

void RowCodec::encode(std::span<const float> row, std::byte* out) const {
    FUSEFIND_ASSERT(row.size() == dim_);
    std::memset(out, 0, rowBytes());
    if (storage_ == Storage::f32) {
        std::memcpy(out, row.data(), row.size_bytes());
        return;
    }
    for (size_t i = 0; i < row.size(); ++i) {
        const auto bits = Eigen::half_impl::float_to_half_rtne(row[i]);
        std::memcpy(out + 2 * i, &bits.x, 2);
    }
}

std::vector<std::byte> RowCodec::encode(std::span<const float> row) const {
    std::vector<std::byte> bytes(rowBytes());
    encode(row, bytes.data());
    return bytes;
}

} // namespace fusefind

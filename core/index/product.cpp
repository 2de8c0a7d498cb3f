#include "core/index/product.h"

#include "core/base/result.h"

#include <numeric>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace fusefind {

namespace {

float plainProduct(std::span<const float> a, std::span<const float> b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0F);
}

#if defined(__x86_64__)

#pragma GCC push_options
#pragma GCC target("avx2,fma")

float sumOf(__m256 lanes) {
    __m128 half = _mm_add_ps(_mm256_castps256_ps128(lanes), _mm256_extractf128_ps(lanes, 1));
    half = _mm_add_ps(half, _mm_movehl_ps(half, half));
    return _mm_cvtss_f32(_mm_add_ss(half, _mm_movehdup_ps(half)));
}

float avx2Product(const float* a, const float* b, size_t whole) {
    __m256 even = _mm256_setzero_ps();
    __m256 odd = _mm256_setzero_ps();
    for (size_t i = 0; i < whole; i += 16) {
        even = _mm256_fmadd_ps(_mm256_loadu_ps(a + i), _mm256_loadu_ps(b + i), even);
        odd = _mm256_fmadd_ps(_mm256_loadu_ps(a + i + 8), _mm256_loadu_ps(b + i + 8), odd);
    }
    return sumOf(_mm256_add_ps(even, odd));
}

#pragma GCC pop_options

#endif

} // namespace

Simd bestSimd() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return Simd::avx2;
#endif
    return Simd::plain;
}

float product(std::span<const float> a, std::span<const float> b, [[maybe_unused]] Simd simd) {
    FUSEFIND_ASSERT(a.size() == b.size());
#if defined(__x86_64__)
    if (simd == Simd::avx2) {
        const size_t whole = a.size() / 16 * 16;
        return avx2Product(a.data(), b.data(), whole) + plainProduct(a.subspan(whole), b.subspan(whole));
    }
#endif
    return plainProduct(a, b);
}

} // namespace fusefind

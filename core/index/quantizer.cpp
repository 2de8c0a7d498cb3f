#include "core/index/quantizer.h"

#include "core/base/result.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace fusefind {

namespace {

// Fine parts lie in blocks of 16 bytes: byte j holds f + 8 of value j of 32 in its lower half, of value 16 + j in its
// upper half.
constexpr size_t kBlock = 32;
constexpr size_t kHalf = kBlock / 2;
constexpr int kFineSteps = 16;
constexpr int kFineOffset = kFineSteps / 2;
constexpr int kLargestCoarse = 127;
constexpr int kLargest = kFineSteps * kLargestCoarse;

static_assert(Quantizer::kLargestDim % kBlock == 0);
static_assert(int64_t{Quantizer::kLargestDim} * kLargest * kLargestCoarse < INT32_MAX);

int coarseOf(std::byte value) {
    return static_cast<int8_t>(value);
}
int lowerHalf(std::byte value) {
    return std::to_integer<int>(value & std::byte{15});
}
int upperHalf(std::byte value) {
    return std::to_integer<int>(value >> 4);
}

float scaleOf(const std::byte* coarse, size_t dim) {
    float scale = 0;
    std::memcpy(&scale, coarse + dim, sizeof scale);
    return scale;
}

// -<a, b> of coarse parts from the sum of c * c.
float distanceOf(int32_t sum, const std::byte* a, const std::byte* b, size_t dim) {
    return -scaleOf(a, dim) * scaleOf(b, dim) * kFineSteps * kFineSteps * static_cast<float>(sum);
}

float plainDistance(const void* a, const void* b, const void* paddedDim) {
    const auto* x = static_cast<const std::byte*>(a);
    const auto* y = static_cast<const std::byte*>(b);
    const size_t dim = *static_cast<const size_t*>(paddedDim);
    int32_t sum = 0;
    for (size_t i = 0; i < dim; ++i)
        sum += coarseOf(x[i]) * coarseOf(y[i]);
    return distanceOf(sum, x, y, dim);
}

int32_t plainCoarse(const int16_t* query, const std::byte* coarse, size_t dim) {
    int32_t sum = 0;
    for (size_t i = 0; i < dim; ++i)
        sum += query[i] * coarseOf(coarse[i]);
    return sum;
}

int32_t plainFine(const int16_t* query, const std::byte* fine, size_t dim) {
    int32_t sum = 0;
    for (size_t block = 0; block < dim; block += kBlock, fine += kHalf)
        for (size_t j = 0; j < kHalf; ++j)
            sum += query[block + j] * lowerHalf(fine[j]) + query[block + kHalf + j] * upperHalf(fine[j]);
    return sum;
}

constexpr Quantizer::Sums kPlain{plainDistance, plainCoarse, plainFine};

#if defined(__x86_64__)

#pragma GCC push_options
#pragma GCC target("avx2")

__m128i sixteen(const void* from) {
    return _mm_loadu_si128(static_cast<const __m128i*>(from));
}
__m256i sixteenWide(const int16_t* from) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}

int32_t sumOf(__m256i lanes) {
    __m128i four = _mm_add_epi32(_mm256_castsi256_si128(lanes), _mm256_extracti128_si256(lanes, 1));
    four = _mm_add_epi32(four, _mm_shuffle_epi32(four, _MM_SHUFFLE(1, 0, 3, 2)));
    return _mm_cvtsi128_si32(_mm_add_epi32(four, _mm_shuffle_epi32(four, _MM_SHUFFLE(2, 3, 0, 1))));
}

float avx2Distance(const void* a, const void* b, const void* paddedDim) {
    const auto* x = static_cast<const std::byte*>(a);
    const auto* y = static_cast<const std::byte*>(b);
    const size_t dim = *static_cast<const size_t*>(paddedDim);
    const auto product = [&](size_t at) {
        return _mm256_madd_epi16(_mm256_cvtepi8_epi16(sixteen(x + at)), _mm256_cvtepi8_epi16(sixteen(y + at)));
    };
    __m256i even = _mm256_setzero_si256();
    __m256i odd = _mm256_setzero_si256();
    for (size_t i = 0; i < dim; i += kBlock) {
        even = _mm256_add_epi32(even, product(i));
        odd = _mm256_add_epi32(odd, product(i + kHalf));
    }
    return distanceOf(sumOf(_mm256_add_epi32(even, odd)), x, y, dim);
}

int32_t avx2Coarse(const int16_t* query, const std::byte* coarse, size_t dim) {
    const auto product = [&](size_t at) {
        return _mm256_madd_epi16(sixteenWide(query + at), _mm256_cvtepi8_epi16(sixteen(coarse + at)));
    };
    __m256i even = _mm256_setzero_si256();
    __m256i odd = _mm256_setzero_si256();
    for (size_t i = 0; i < dim; i += kBlock) {
        even = _mm256_add_epi32(even, product(i));
        odd = _mm256_add_epi32(odd, product(i + kHalf));
    }
    return sumOf(_mm256_add_epi32(even, odd));
}

int32_t avx2Fine(const int16_t* query, const std::byte* fine, size_t dim) {
    const __m128i lower = _mm_set1_epi8(15);
    __m256i sum = _mm256_setzero_si256();
    for (size_t i = 0; i < dim; i += kBlock, fine += kHalf) {
        const __m128i both = sixteen(fine);
        const __m256i first = _mm256_cvtepu8_epi16(_mm_and_si128(both, lower));
        const __m256i second = _mm256_cvtepu8_epi16(_mm_and_si128(_mm_srli_epi16(both, 4), lower));
        sum = _mm256_add_epi32(sum, _mm256_madd_epi16(sixteenWide(query + i), first));
        sum = _mm256_add_epi32(sum, _mm256_madd_epi16(sixteenWide(query + i + kHalf), second));
    }
    return sumOf(sum);
}

constexpr Quantizer::Sums kAvx2{avx2Distance, avx2Coarse, avx2Fine};

#pragma GCC pop_options

#endif

const Quantizer::Sums& sumsWith([[maybe_unused]] Simd simd) {
#if defined(__x86_64__)
    if (simd != Simd::plain) return kAvx2;
#endif
    return kPlain;
}

float largestOf(std::span<const float> row) {
    float largest = 0;
    for (const float value : row)
        largest = std::max(largest, std::abs(value));
    return largest;
}

// The whole number of scales that is nearest to a value, in -kLargest..kLargest.
int numberOf(float value, float inverseScale) {
    return std::clamp(static_cast<int>(std::lrint(value * inverseScale)), -kLargest, kLargest);
}

} // namespace

Quantizer::Quantizer(size_t dim, Simd simd)
    : dim_(dim), paddedDim_((dim + kBlock - 1) / kBlock * kBlock), sums_(&sumsWith(simd)) {
    FUSEFIND_ASSERT(dim <= kLargestDim);
}

void Quantizer::encode(std::span<const float> row, std::byte* out) const {
    FUSEFIND_ASSERT(row.size() == dim_);
    std::memset(out, 0, rowBytes());
    std::byte* fine = out + coarseBytes();
    const float scale = largestOf(row) / kLargest;
    std::memcpy(out + paddedDim_, &scale, sizeof scale);
    for (size_t i = 0; i < dim_; ++i) {
        const int number = numberOf(row[i], 1 / scale);
        const int coarse = (number + kFineOffset) >> 4; // rounded to the nearest, half upwards
        out[i] = static_cast<std::byte>(coarse);
        const auto rest = static_cast<std::byte>(number - kFineSteps * coarse + kFineOffset);
        const size_t inBlock = i % kBlock;
        fine[i / kBlock * kHalf + inBlock % kHalf] |= inBlock < kHalf ? rest : rest << 4;
    }
}

QuantizedQuery Quantizer::encodeQuery(std::span<const float> query) const {
    FUSEFIND_ASSERT(query.size() == dim_);
    QuantizedQuery encoded{std::vector<int16_t>(paddedDim_), 0, largestOf(query) / kLargest};
    for (size_t i = 0; i < dim_; ++i) {
        encoded.values[i] = static_cast<int16_t>(numberOf(query[i], 1 / encoded.scale));
        encoded.sum += encoded.values[i];
    }
    return encoded;
}

float Quantizer::coarseScore(const QuantizedQuery& query, const std::byte* coarse) const {
    const auto sum = static_cast<float>(sums_->coarse(query.values.data(), coarse, paddedDim_));
    return query.scale * scaleOf(coarse, paddedDim_) * kFineSteps * sum;
}

float Quantizer::score(const QuantizedQuery& query, const std::byte* coarse, const std::byte* fine) const {
    const int64_t sum = int64_t{kFineSteps} * sums_->coarse(query.values.data(), coarse, paddedDim_) +
                        sums_->fine(query.values.data(), fine, paddedDim_) - int64_t{kFineOffset} * query.sum;
    return query.scale * scaleOf(coarse, paddedDim_) * static_cast<float>(sum);
}

bool Quantizer::isUnit(const std::byte* coarse, const std::byte* fine) const {
    constexpr double kTolerance = 0.01;
    const double scale = scaleOf(coarse, paddedDim_);
    int64_t sum = 0;
    for (size_t block = 0; block < dim_; block += kBlock, fine += kHalf)
        for (size_t j = 0; j < kBlock && block + j < dim_; ++j) {
            const int rest = (j < kHalf ? lowerHalf(fine[j]) : upperHalf(fine[j - kHalf])) - kFineOffset;
            const int64_t number = kFineSteps * coarseOf(coarse[block + j]) + rest;
            sum += number * number;
        }
    return scale > 0 && std::abs(scale * scale * static_cast<double>(sum) - 1) < kTolerance;
}

} // namespace fusefind

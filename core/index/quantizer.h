#pragma once

#include "core/index/product.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fusefind {

// A query as whole numbers of 12 bits: about scale * values[i], padded with zeros.
struct QuantizedQuery {
    std::vector<int16_t> values;
    int32_t sum = 0; // of the values
    float scale = 0;
};

// Unit rows [D] as whole numbers of 12 bits, in two parts: a value is kept as about scale * (16 c + f), where c in
// -127..127 is the coarse part, one byte, and f in -8..7 the fine part, half a byte; the scale is the row's own. Graphs
// are walked by the coarse parts alone, which is a quarter of the memory that f32 takes; scores are told by both. Of
// latents with 256 values a product by the coarse part is off by about 4e-4, by both by 4e-5. Sums are exact, whatever
// the instructions.
class Quantizer {
public:
    static constexpr size_t kLargestDim = 1 << 13; // sums of products fit into 32 bits

    // -<a, b> of two coarse parts; `paddedDim` points to a size_t. Smaller is nearer, as hnswlib wants it.
    using Distance = float (*)(const void* a, const void* b, const void* paddedDim);

    explicit Quantizer(size_t dim, Simd simd = bestSimd()); // dim <= kLargestDim

    [[nodiscard]] size_t dim() const { return dim_; }
    [[nodiscard]] size_t coarseBytes() const { return paddedDim_ + sizeof(float); } // c of each value, the scale
    [[nodiscard]] size_t fineBytes() const { return paddedDim_ / 2; }
    [[nodiscard]] size_t rowBytes() const { return coarseBytes() + fineBytes(); } // one after the other

    void encode(std::span<const float> row, std::byte* out) const; // rowBytes()
    [[nodiscard]] QuantizedQuery encodeQuery(std::span<const float> query) const;

    [[nodiscard]] float coarseScore(const QuantizedQuery& query, const std::byte* coarse) const;
    [[nodiscard]] float score(const QuantizedQuery& query, const std::byte* coarse, const std::byte* fine) const;
    [[nodiscard]] bool isUnit(const std::byte* coarse, const std::byte* fine) const; // and its scale makes sense

    [[nodiscard]] Distance distance() const { return sums_->distance; }
    [[nodiscard]] const size_t& paddedDim() const { return paddedDim_; }

    struct Sums { // with some instructions, over a padded dimension
        Distance distance;
        int32_t (*coarse)(const int16_t* query, const std::byte* coarse, size_t dim);
        int32_t (*fine)(const int16_t* query, const std::byte* fine, size_t dim); // of f + 8
    };

private:
    size_t dim_;
    size_t paddedDim_;
    const Sums* sums_;
};

} // namespace fusefind

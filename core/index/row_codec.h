#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fusefind {

// What an index keeps of each point; f16 halves the memory and moves a cosine by about 1e-4 at most.
enum class Storage : uint32_t { f32 = 0, f16 = 1 };

// The instructions that distances are computed with.
enum class Simd { plain, avx2, avx512 };
Simd bestSimd(); // what this processor can do

// How rows lie in memory: `dim` values of the storage's type, padded with zeros to a multiple of 16 values.
class RowCodec {
public:
    // -<a, b> of two encoded rows; `paddedDim` points to a size_t. Smaller is nearer, as hnswlib wants it.
    using Distance = float (*)(const void* a, const void* b, const void* paddedDim);

    RowCodec(size_t dim, Storage storage, Simd simd = bestSimd());

    [[nodiscard]] size_t dim() const { return dim_; }
    [[nodiscard]] Storage storage() const { return storage_; }
    [[nodiscard]] size_t rowBytes() const { return paddedDim_ * (storage_ == Storage::f16 ? 2 : 4); }

    // Writes rowBytes() bytes to `out`, f16 rounded to nearest even.
    void encode(std::span<const float> row, std::byte* out) const;
    [[nodiscard]] std::vector<std::byte> encode(std::span<const float> row) const;

    [[nodiscard]] float dot(const std::byte* a, const std::byte* b) const { return -distance_(a, b, &paddedDim_); }
    [[nodiscard]] Distance distance() const { return distance_; }
    [[nodiscard]] const size_t& paddedDim() const { return paddedDim_; }

private:
    size_t dim_;
    size_t paddedDim_;
    Storage storage_;
    Distance distance_;
};

} // namespace fusefind

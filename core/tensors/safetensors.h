#pragma once

#include "core/base/result.h"
#include "core/tensors/mapped_file.h"
#include "core/tensors/matrix.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fusefind {

// The safetensors format: a 64-bit header length, a JSON header, the values. Everything a file says is checked before
// use.

enum class DType { boolean, u8, i8, i16, u16, f16, bf16, i32, u32, f32, f64, i64, u64 };
std::string_view toString(DType dtype); // as the format writes it: "F32"
std::optional<DType> dtypeFromString(std::string_view name);
size_t sizeOf(DType dtype); // bytes a value

struct TensorView {
    DType dtype = DType::f32;
    std::vector<int64_t> shape;       // empty for a scalar
    std::span<const std::byte> bytes; // row-major, little-endian, possibly unaligned; as long as the shape says

    [[nodiscard]] size_t count() const { return bytes.size() / sizeOf(dtype); }
};

using Metadata = std::map<std::string, std::string, std::less<>>;

// A memory-mapped file; the views live as long as the object (moving it keeps them). Move-only.
class SafetensorsFile {
public:
    // Errors: io, notFound; invalidInput (damaged), unsupported (an unknown dtype, a pickle), limit (header over 100
    // MB).
    static Result<SafetensorsFile> open(const std::filesystem::path& path);

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::vector<std::string> names() const; // sorted
    [[nodiscard]] const TensorView* find(std::string_view name) const;
    [[nodiscard]] const Metadata& metadata() const { return metadata_; }

    // The tensor as f32, from F32, F16 or BF16. Errors: notFound; invalidInput for another dtype or, for a matrix, a
    // shape that is not [N, D].
    [[nodiscard]] Result<Matrix> readMatrix(std::string_view name) const;
    [[nodiscard]] Result<std::vector<float>> readFloats(std::string_view name) const; // any shape
    // From I64 or I32, any shape. Errors: notFound, invalidInput.
    [[nodiscard]] Result<std::vector<int64_t>> readIntegers(std::string_view name) const;

private:
    SafetensorsFile(std::filesystem::path path, MappedFile file) : path_(std::move(path)), file_(std::move(file)) {}
    [[nodiscard]] Result<const TensorView*> require(std::string_view name) const;
    [[nodiscard]] Status copyFloats(std::string_view name, const TensorView& tensor, std::span<float> values) const;

    std::filesystem::path path_;
    MappedFile file_;
    std::map<std::string, TensorView, std::less<>> tensors_;
    Metadata metadata_;
};

struct NamedTensor {
    std::string name;
    DType dtype = DType::f32;
    std::vector<int64_t> shape;
    std::span<const std::byte> bytes; // exactly shape x dtype
};

// Writes the file atomically, straight from the spans. Values are aligned to their size. Names are unique (else a bug).
// Errors: io.
Status writeSafetensors(const std::filesystem::path& path, std::span<const NamedTensor> tensors,
                        const Metadata& metadata = {});

} // namespace fusefind

#include "core/tensors/safetensors.h"

#include "core/base/atomic_file.h"
#include "core/base/text.h"
#include "core/tensors/half.h"
#include "core/tensors/safetensors_header.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstring>

namespace fusefind {

namespace {

struct DTypeInfo {
    std::string_view name;
    size_t size;
};
// In the order of DType.
constexpr std::array<DTypeInfo, 13> kDTypes{{{"BOOL", 1},
                                             {"U8", 1},
                                             {"I8", 1},
                                             {"I16", 2},
                                             {"U16", 2},
                                             {"F16", 2},
                                             {"BF16", 2},
                                             {"I32", 4},
                                             {"U32", 4},
                                             {"F32", 4},
                                             {"F64", 8},
                                             {"I64", 8},
                                             {"U64", 8}}};

constexpr size_t kLengthBytes = 8;
constexpr uint64_t kLargestHeader = 100'000'000; // as the reference implementation

// Zip archives and bare pickles, whose first bytes make no sense as a length.
bool looksLikePickle(std::span<const std::byte> bytes) {
    const std::string_view start(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return start.starts_with("PK\x03\x04") ||
           (start.size() > 1 && start[0] == '\x80' && start[1] >= 2 && start[1] <= 5);
}

// The header's text, after the checks that come before JSON.
Result<std::string_view> headerText(std::span<const std::byte> bytes) {
    uint64_t length = 0;
    if (bytes.size() >= kLengthBytes) std::memcpy(&length, bytes.data(), kLengthBytes);
    const bool inside = bytes.size() >= kLengthBytes && length <= bytes.size() - kLengthBytes;
    if (!inside && looksLikePickle(bytes))
        return fail(ErrorCode::unsupported, "this is a Python pickle, not a safetensors file", {},
                    "pickles are never opened, because they can run code; use the model's .safetensors file");
    if (length > kLargestHeader)
        return fail(ErrorCode::limit,
                    fmt::format("its header would be {} bytes long; at most {} are read", length, kLargestHeader));
    if (!inside)
        return fail(ErrorCode::invalidInput, "the file ends inside its header", {}, "copy or download it again");
    return std::string_view(reinterpret_cast<const char*>(bytes.data()) + kLengthBytes, length);
}

Result<SafetensorsHeader> readHeader(std::span<const std::byte> bytes, size_t& dataStart) {
    FUSEFIND_TRY_ASSIGN(const auto json, headerText(bytes));
    dataStart = kLengthBytes + json.size();
    return parseSafetensorsHeader(json, bytes.size() - dataStart);
}

// Values narrower than others come last, so that each is aligned to its own size.
std::vector<const NamedTensor*> inFileOrder(std::span<const NamedTensor> tensors) {
    std::vector<const NamedTensor*> order;
    order.reserve(tensors.size());
    for (const NamedTensor& tensor : tensors)
        order.push_back(&tensor);
    std::stable_sort(order.begin(), order.end(),
                     [](const NamedTensor* a, const NamedTensor* b) { return sizeOf(a->dtype) > sizeOf(b->dtype); });
    return order;
}

std::string headerFor(std::span<const NamedTensor* const> tensors, const Metadata& metadata) {
    auto header = nlohmann::ordered_json::object();
    if (!metadata.empty()) header["__metadata__"] = metadata;
    uint64_t offset = 0;
    for (const NamedTensor* tensor : tensors) {
        FUSEFIND_ASSERT(byteCount(tensor->shape, tensor->dtype) == tensor->bytes.size());
        FUSEFIND_ASSERT(tensor->name != "__metadata__" && !header.contains(tensor->name));
        header[tensor->name] = {{"dtype", toString(tensor->dtype)},
                                {"shape", tensor->shape},
                                {"data_offsets", {offset, offset + tensor->bytes.size()}}};
        offset += tensor->bytes.size();
    }
    std::string text = header.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    text.resize((text.size() + 7) / 8 * 8, ' ');
    return text;
}

} // namespace

std::string_view toString(DType dtype) {
    return kDTypes[static_cast<size_t>(dtype)].name;
}
size_t sizeOf(DType dtype) {
    return kDTypes[static_cast<size_t>(dtype)].size;
}

std::optional<DType> dtypeFromString(std::string_view name) {
    const auto* found =
        std::find_if(kDTypes.begin(), kDTypes.end(), [&](const auto& info) { return info.name == name; });
    if (found == kDTypes.end()) return std::nullopt;
    return static_cast<DType>(found - kDTypes.begin());
}

Result<SafetensorsFile> SafetensorsFile::open(const std::filesystem::path& path) {
    FUSEFIND_TRY_ASSIGN(auto mapped, MappedFile::open(path));
    SafetensorsFile file(path, std::move(mapped));
    size_t dataStart = 0;
    auto header = readHeader(file.file_.bytes(), dataStart);
    if (!header) {
        header.error().file = path;
        return fail(std::move(header).error());
    }
    const auto data = file.file_.bytes().subspan(dataStart);
    for (TensorEntry& entry : header->tensors)
        file.tensors_.emplace(std::move(entry.name), TensorView{entry.dtype, std::move(entry.shape),
                                                                data.subspan(entry.begin, entry.end - entry.begin)});
    file.metadata_ = std::move(header->metadata);
    return file;
}

std::vector<std::string> SafetensorsFile::names() const {
    std::vector<std::string> names;
    names.reserve(tensors_.size());
    for (const auto& [name, tensor] : tensors_)
        names.push_back(name);
    return names;
}

const TensorView* SafetensorsFile::find(std::string_view name) const {
    const auto found = tensors_.find(name);
    return found == tensors_.end() ? nullptr : &found->second;
}

Result<const TensorView*> SafetensorsFile::require(std::string_view name) const {
    const TensorView* tensor = find(name);
    if (!tensor) return fail(ErrorCode::notFound, fmt::format("holds no tensor {}", quotedName(name)), path_);
    return tensor;
}

Status SafetensorsFile::copyFloats(std::string_view name, const TensorView& tensor, std::span<float> values) const {
    switch (tensor.dtype) {
    case DType::f32:
        if (!values.empty()) std::memcpy(values.data(), tensor.bytes.data(), tensor.bytes.size());
        return {};
    case DType::f16:
        halfToFloat(tensor.bytes, values);
        return {};
    case DType::bf16:
        bfloat16ToFloat(tensor.bytes, values);
        return {};
    default:
        return fail(ErrorCode::invalidInput,
                    fmt::format("tensor {} is {}, not F32, F16 or BF16", quotedName(name), toString(tensor.dtype)),
                    path_);
    }
}

Result<Matrix> SafetensorsFile::readMatrix(std::string_view name) const {
    FUSEFIND_TRY_ASSIGN(const TensorView* tensor, require(name));
    if (tensor->shape.size() != 2)
        return fail(ErrorCode::invalidInput,
                    fmt::format("tensor {} has {} dimensions, not 2", quotedName(name), tensor->shape.size()), path_);
    if (tensor->shape[1] == 0)
        return fail(ErrorCode::invalidInput, fmt::format("tensor {} has rows of no values", quotedName(name)), path_);
    Matrix matrix(static_cast<size_t>(tensor->shape[0]), static_cast<size_t>(tensor->shape[1]));
    FUSEFIND_TRY(copyFloats(name, *tensor, matrix.values()));
    return matrix;
}

Result<std::vector<float>> SafetensorsFile::readFloats(std::string_view name) const {
    FUSEFIND_TRY_ASSIGN(const TensorView* tensor, require(name));
    std::vector<float> values(tensor->count());
    FUSEFIND_TRY(copyFloats(name, *tensor, values));
    return values;
}

Result<std::vector<int64_t>> SafetensorsFile::readIntegers(std::string_view name) const {
    FUSEFIND_TRY_ASSIGN(const TensorView* tensor, require(name));
    std::vector<int64_t> values(tensor->count());
    if (tensor->dtype == DType::i64) {
        if (!values.empty()) std::memcpy(values.data(), tensor->bytes.data(), tensor->bytes.size());
        return values;
    }
    if (tensor->dtype != DType::i32)
        return fail(ErrorCode::invalidInput,
                    fmt::format("tensor {} is {}, not I64 or I32", quotedName(name), toString(tensor->dtype)), path_);
    for (size_t i = 0; i < values.size(); ++i) {
        int32_t value = 0;
        std::memcpy(&value, tensor->bytes.data() + i * sizeof value, sizeof value);
        values[i] = value;
    }
    return values;
}

Status writeSafetensors(const std::filesystem::path& path, std::span<const NamedTensor> tensors,
                        const Metadata& metadata) {
    const auto order = inFileOrder(tensors);
    const std::string header = headerFor(order, metadata);
    const uint64_t length = header.size();
    FUSEFIND_TRY_ASSIGN(auto file, AtomicFile::create(path));
    FUSEFIND_TRY(file.write(std::as_bytes(std::span(&length, 1))));
    FUSEFIND_TRY(file.write(header));
    for (const NamedTensor* tensor : order)
        FUSEFIND_TRY(file.write(tensor->bytes));
    return file.commit();
}

} // namespace fusefind

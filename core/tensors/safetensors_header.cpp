#include "core/tensors/safetensors_header.h"

#include "core/base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <set>

namespace fusefind {

namespace {

// Reads the header as a stream of events, so that a hostile one (deep nesting, a name twice) never becomes a tree in
// memory.
class HeaderReader : public nlohmann::json_sax<nlohmann::json> {
public:
    SafetensorsHeader header;
    std::optional<Error> error;

    bool start_object(size_t) override {
        if (depth_ == 0) return enter();
        if (depth_ == 1 && topKey_ == "__metadata__") return enter();
        if (depth_ == 1) {
            header.tensors.push_back({topKey_, {}, {}, 0, 0});
            fields_.clear();
            return enter();
        }
        return unexpected("an object");
    }

    bool end_object() override {
        --depth_;
        if (depth_ == 1 && !inMetadata() && fields_.size() != 3)
            return refuse(
                fmt::format("tensor {} does not have a dtype, a shape and data_offsets", quotedName(topKey_)));
        return true;
    }

    bool key(string_t& name) override {
        if (depth_ == 1) {
            if (!topKeys_.insert(name).second) return refuse(fmt::format("{} appears twice", quotedName(name)));
            topKey_ = name;
            return true;
        }
        field_ = name;
        if (inMetadata()) return true;
        if (name != "dtype" && name != "shape" && name != "data_offsets")
            return refuse(fmt::format("tensor {} has an unknown field {}", quotedName(topKey_), quotedName(name)));
        if (!fields_.insert(name).second)
            return refuse(fmt::format("tensor {} has its {} twice", quotedName(topKey_), name));
        return true;
    }

    bool string(string_t& value) override {
        if (depth_ != 2) return unexpected("a string");
        if (inMetadata()) {
            if (!header.metadata.emplace(field_, value).second)
                return refuse(fmt::format("metadata {} appears twice", quotedName(field_)));
            return true;
        }
        if (field_ != "dtype") return unexpected("a string");
        const auto dtype = dtypeFromString(value);
        if (!dtype)
            return refuse(fmt::format("tensor {} has an unknown dtype {}", quotedName(topKey_), quotedName(value)),
                          ErrorCode::unsupported);
        header.tensors.back().dtype = *dtype;
        return true;
    }

    bool start_array(size_t) override {
        if (depth_ != 2 || inMetadata() || field_ == "dtype") return unexpected("an array");
        offsets_ = 0;
        return enter();
    }

    bool end_array() override {
        --depth_;
        if (field_ == "data_offsets" && offsets_ != 2)
            return refuse(fmt::format("tensor {} does not have two data_offsets", quotedName(topKey_)));
        return true;
    }

    bool number_unsigned(uint64_t value) override {
        if (depth_ != 3) return unexpected("a number");
        TensorEntry& tensor = header.tensors.back();
        if (field_ == "shape") {
            if (value > static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) return unexpected("a huge number");
            tensor.shape.push_back(static_cast<int64_t>(value));
        } else {
            (offsets_++ == 0 ? tensor.begin : tensor.end) = value;
        }
        return true;
    }

    bool number_integer(int64_t) override { return unexpected("a negative number"); }
    bool number_float(double, const string_t&) override {
        return unexpected("a number that is not whole or too large");
    }
    bool null() override { return unexpected("null"); }
    bool boolean(bool) override { return unexpected("true or false"); }
    bool binary(binary_t&) override { return unexpected("bytes"); }
    bool parse_error(size_t position, const std::string&, const nlohmann::json::exception&) override {
        return refuse(fmt::format("the header is not JSON (at byte {})", position));
    }

private:
    [[nodiscard]] bool inMetadata() const { return topKey_ == "__metadata__"; }
    bool enter() {
        ++depth_;
        return true;
    }
    bool unexpected(std::string_view found) {
        const std::string where = depth_ > 1    ? fmt::format("{} of {}", quotedName(field_), quotedName(topKey_))
                                  : depth_ == 1 ? quotedName(topKey_)
                                                : std::string("the header");
        return refuse(fmt::format("{} holds {}", where, found));
    }
    bool refuse(std::string what, ErrorCode code = ErrorCode::invalidInput) {
        error = Error{code, std::move(what), {}, {}};
        return false;
    }

    int depth_ = 0;      // 1 in the header, 2 in a tensor or the metadata, 3 in a list
    std::string topKey_; // the tensor's name, or __metadata__
    std::string field_;  // the key inside it
    std::set<std::string, std::less<>> topKeys_;
    std::set<std::string, std::less<>> fields_;
    int offsets_ = 0;
};

Status checkLayout(std::span<const TensorEntry> tensors, uint64_t dataBytes) {
    uint64_t next = 0;
    const TensorEntry* previous = nullptr;
    for (const TensorEntry& tensor : tensors) {
        const std::string name = quotedName(tensor.name);
        if (tensor.begin > tensor.end || tensor.end > dataBytes)
            return fail(ErrorCode::invalidInput, fmt::format("tensor {} lies outside the file", name));
        const auto bytes = byteCount(tensor.shape, tensor.dtype);
        if (!bytes) return fail(ErrorCode::invalidInput, fmt::format("tensor {} has an impossible shape", name));
        if (*bytes != tensor.end - tensor.begin)
            return fail(ErrorCode::invalidInput, fmt::format("tensor {} has {} bytes where its shape asks for {}", name,
                                                             tensor.end - tensor.begin, *bytes));
        if (tensor.begin < next)
            return fail(ErrorCode::invalidInput,
                        fmt::format("tensors {} and {} overlap", quotedName(previous->name), name));
        if (tensor.begin > next)
            return fail(ErrorCode::invalidInput, fmt::format("there are unused bytes before tensor {}", name));
        next = tensor.end;
        previous = &tensor;
    }
    if (next != dataBytes)
        return fail(ErrorCode::invalidInput, fmt::format("{} bytes follow the last tensor", dataBytes - next));
    return {};
}

} // namespace

Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view json, uint64_t dataBytes) {
    HeaderReader reader;
    const bool whole = nlohmann::json::sax_parse(json.begin(), json.end(), &reader);
    if (reader.error) return fail(*reader.error);
    if (!whole) return fail(ErrorCode::invalidInput, "the header is not JSON");
    std::sort(reader.header.tensors.begin(), reader.header.tensors.end(), [](const auto& a, const auto& b) {
        return std::tie(a.begin, a.end, a.name) < std::tie(b.begin, b.end, b.name);
    });
    FUSEFIND_TRY(checkLayout(reader.header.tensors, dataBytes));
    return std::move(reader.header);
}

std::optional<uint64_t> byteCount(std::span<const int64_t> shape, DType dtype) {
    uint64_t bytes = sizeOf(dtype);
    for (const int64_t dim : shape)
        if (dim < 0 || __builtin_mul_overflow(bytes, static_cast<uint64_t>(dim), &bytes)) return std::nullopt;
    return bytes;
}

std::string quotedName(std::string_view name) {
    constexpr size_t kLongest = 100;
    return fmt::format("\"{}{}\"", singleLine(toUtf8(name.substr(0, kLongest))), name.size() > kLongest ? "…" : "");
}

} // namespace fusefind

#include "core/tensors/npy_file.h"

#include "core/tensors/half.h"
#include "core/tensors/mapped_file.h"
#include "core/tensors/safetensors_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace fusefind {

namespace {

using Bytes = std::span<const std::byte>;

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr size_t kLongestHeader = size_t{64} << 10;
constexpr size_t kMostDimensions = 32;

struct NpyHeader {
    std::string type; // such as "<f4"
    bool fortranOrder = false;
    std::vector<int64_t> shape;
};

tl::unexpected<Error> damaged(std::string what) {
    return fail(ErrorCode::invalidInput, std::move(what), {}, "copy the file again, or write it again with numpy.save");
}

// Of Python's literals a header needs few: a dictionary of a text, True or False, and a tuple of whole numbers.
class HeaderReader {
public:
    explicit HeaderReader(std::string_view text) : rest_(text) {}

    Result<NpyHeader> read() {
        NpyHeader header;
        bool hasType = false;
        bool hasOrder = false;
        bool hasShape = false;
        if (!take('{')) return unreadable();
        while (!take('}')) {
            const auto key = text();
            if (!key || !take(':')) return unreadable();
            if (*key == "descr" && !hasType) {
                FUSEFIND_TRY_ASSIGN(header.type, type());
                hasType = true;
            } else if (*key == "fortran_order" && !hasOrder) {
                FUSEFIND_TRY_ASSIGN(header.fortranOrder, flag());
                hasOrder = true;
            } else if (*key == "shape" && !hasShape) {
                FUSEFIND_TRY_ASSIGN(header.shape, numbers());
                hasShape = true;
            } else {
                return damaged(fmt::format("its header has an unknown or repeated entry {}", quotedName(*key)));
            }
            if (!take(',') && !next('}')) return unreadable();
        }
        if (!hasType || !hasOrder || !hasShape) return damaged("its header lacks the type, the order or the shape");
        skipSpaces();
        if (!rest_.empty()) return unreadable();
        return header;
    }

private:
    static tl::unexpected<Error> unreadable() { return damaged("its header cannot be read"); }

    void skipSpaces() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\n"), rest_.size())); }
    bool next(char wanted) {
        skipSpaces();
        return rest_.starts_with(wanted);
    }
    bool take(char wanted) {
        if (!next(wanted)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    // NumPy writes no escapes in these.
    std::optional<std::string_view> text() {
        if (!next('\'') && !next('"')) return std::nullopt;
        const size_t end = rest_.find(rest_.front(), 1);
        if (end == std::string_view::npos) return std::nullopt;
        const std::string_view found = rest_.substr(1, end - 1);
        rest_.remove_prefix(end + 1);
        return found;
    }

    Result<std::string> type() {
        if (next('[') || next('('))
            return fail(ErrorCode::invalidInput, "its values are records of several fields", {},
                        "save an array of one type, float32");
        const auto found = text();
        if (!found) return unreadable();
        return std::string(*found);
    }

    Result<bool> flag() {
        skipSpaces();
        for (const auto& [word, value] : {std::pair<std::string_view, bool>{"True", true}, {"False", false}})
            if (rest_.starts_with(word)) {
                rest_.remove_prefix(word.size());
                return value;
            }
        return unreadable();
    }

    Result<std::vector<int64_t>> numbers() {
        std::vector<int64_t> found;
        if (!take('(')) return unreadable();
        while (!take(')')) {
            skipSpaces();
            int64_t number = 0;
            const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
            if (error == std::errc::result_out_of_range || number < 0) return damaged("its shape is impossible");
            if (error != std::errc()) return unreadable();
            if (found.size() == kMostDimensions) return damaged("its shape has too many dimensions");
            rest_.remove_prefix(static_cast<size_t>(end - rest_.data()));
            found.push_back(number);
            if (!take(',') && !next(')')) return unreadable();
        }
        return found;
    }

    std::string_view rest_;
};

// What comes before the header: magic, two bytes of version, its length in two bytes (version 1) or four.
Result<std::string_view> headerText(Bytes file) {
    const std::string_view bytes(reinterpret_cast<const char*>(file.data()), file.size());
    if (bytes.starts_with("PK"))
        return fail(ErrorCode::invalidInput, "this is a NumPy archive (.npz)", {},
                    "save each of its arrays with numpy.save");
    if (bytes.starts_with('\x80'))
        return fail(ErrorCode::unsupported, "this is a Python pickle, which is never opened, because it can run code",
                    {}, "save the array with numpy.save");
    if (!bytes.starts_with(kMagic)) return damaged("this is no file of NumPy's");
    if (bytes.size() < kMagic.size() + 2) return damaged("the file ends inside its header");
    const auto major = static_cast<uint8_t>(bytes[kMagic.size()]);
    const auto minor = static_cast<uint8_t>(bytes[kMagic.size() + 1]);
    if (major < 1 || major > 3 || minor != 0)
        return fail(
            ErrorCode::unsupported,
            fmt::format("written in version {}.{} of NumPy's format, which this version cannot read", major, minor), {},
            "save it with numpy.save");
    const size_t lengthAt = kMagic.size() + 2;
    const size_t start = lengthAt + (major == 1 ? 2 : 4);
    if (bytes.size() < start) return damaged("the file ends inside its header");
    size_t length = 0;
    for (size_t i = start; i-- > lengthAt;)
        length = length << 8 | static_cast<uint8_t>(bytes[i]);
    if (length > kLongestHeader)
        return fail(ErrorCode::limit, fmt::format("its header is {} bytes long", length), {},
                    fmt::format("at most {} are read", kLongestHeader));
    if (length > bytes.size() - start) return damaged("the file ends inside its header");
    return bytes.substr(start, length);
}

// The type, if its values can be read.
Result<DType> readableType(const std::string& type) {
    constexpr const char* kAdvice = "save array.astype(\"<f4\") instead";
    if (type == "<f4") return DType::f32;
    if (type == "<f2") return DType::f16;
    if (type.find('O') != std::string::npos)
        return fail(ErrorCode::unsupported,
                    "it holds Python objects as a pickle, which is never opened, because it can run code", {}, kAdvice);
    if (type.starts_with('>'))
        return fail(ErrorCode::invalidInput, fmt::format("its values are big-endian ({})", quotedName(type)), {},
                    kAdvice);
    return fail(ErrorCode::invalidInput, fmt::format("its values are {}, not f32 or f16", quotedName(type)), {},
                kAdvice);
}

Result<Matrix> readMatrix(Bytes file) {
    FUSEFIND_TRY_ASSIGN(const std::string_view text, headerText(file));
    FUSEFIND_TRY_ASSIGN(const NpyHeader header, HeaderReader(text).read());
    FUSEFIND_TRY_ASSIGN(const DType type, readableType(header.type));
    if (header.shape.size() != 2)
        return fail(ErrorCode::invalidInput, fmt::format("its array has {} dimensions, not 2", header.shape.size()));
    if (header.fortranOrder)
        return fail(ErrorCode::invalidInput, "its values are in Fortran order, column by column", {},
                    "save numpy.ascontiguousarray(array) instead");
    if (header.shape[1] == 0) return fail(ErrorCode::invalidInput, "its rows are empty");
    const Bytes values = file.subspan(static_cast<size_t>(text.end() - reinterpret_cast<const char*>(file.data())));
    const auto wanted = byteCount(header.shape, type);
    if (!wanted) return damaged("its shape is impossible");
    if (*wanted != values.size())
        return damaged(fmt::format("has {} bytes of values where its shape asks for {}", values.size(), *wanted));
    Matrix matrix(static_cast<size_t>(header.shape[0]), static_cast<size_t>(header.shape[1]));
    if (type == DType::f16)
        halfToFloat(values, matrix.values());
    else if (!values.empty())
        std::memcpy(matrix.data(), values.data(), values.size());
    return matrix;
}

} // namespace

Result<Matrix> readNpyMatrix(const std::filesystem::path& path) {
    FUSEFIND_TRY_ASSIGN(const MappedFile file, MappedFile::open(path));
    auto matrix = readMatrix(file.bytes());
    if (!matrix) matrix.error().file = path;
    return matrix;
}

} // namespace fusefind

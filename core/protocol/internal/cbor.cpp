#include "core/protocol/internal/cbor.h"

#include "core/tensors/half.h"

#include <array>
#include <bit>
#include <limits>
#include <optional>

namespace fusefind {

namespace {

constexpr int kDeepest = 32;
constexpr size_t kMostValues = size_t{4} << 20; // a byte may become a value of 16: memory stays near a frame's own
constexpr size_t kMostMembers = 256;            // of one map: Json looks for a key by walking

enum Major { kUnsigned, kNegative, kBytes, kText, kArray, kMap, kTag, kSimple };
enum Simple { kFalse = 20, kTrue = 21, kNull = 22, kFloat16 = 25, kFloat32 = 26, kFloat64 = 27 };

struct Head {
    uint8_t major = 0;
    uint8_t info = 0; // the five low bits
    uint64_t argument = 0;
};

class CborReader {
public:
    explicit CborReader(std::string_view bytes) : bytes_(bytes) {}

    Result<Json> readAll() {
        FUSEFIND_TRY_ASSIGN(Json json, value(0));
        if (!bytes_.empty()) return malformed("bytes after its end");
        return json;
    }

private:
    static tl::unexpected<Error> malformed(const char* what) {
        return fail(ErrorCode::invalidInput, std::string("a message that is not CBOR as FuseFind writes it: ") + what);
    }
    static tl::unexpected<Error> tooMuch(const char* what) {
        return fail(ErrorCode::limit, std::string("a message with ") + what);
    }

    std::optional<std::string_view> take(uint64_t count) {
        if (count > bytes_.size()) return std::nullopt;
        const auto taken = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return taken;
    }

    Result<Head> head() {
        const auto first = take(1);
        if (!first) return malformed("it ends early");
        const auto byte = static_cast<uint8_t>(first->front());
        Head head{static_cast<uint8_t>(byte >> 5), static_cast<uint8_t>(byte & 31), 0};
        if (head.info < 24) {
            head.argument = head.info;
            return head;
        }
        if (head.info > 27) return malformed("a length that is not said first");
        const auto argument = take(uint64_t{1} << (head.info - 24));
        if (!argument) return malformed("it ends early");
        for (const char c : *argument)
            head.argument = head.argument << 8 | static_cast<uint8_t>(c);
        return head;
    }

    Result<Json> value(int depth) {
        if (depth > kDeepest) return tooMuch("values nested too deep");
        if (++values_ > kMostValues) return tooMuch("too many values");
        FUSEFIND_TRY_ASSIGN(const Head head, this->head());
        switch (head.major) {
        case kUnsigned:
            return Json(head.argument);
        case kNegative:
            if (head.argument > uint64_t{std::numeric_limits<int64_t>::max()}) return malformed("a number too small");
            return Json(-1 - static_cast<int64_t>(head.argument));
        case kBytes:
        case kText:
            return string(head);
        case kArray:
            return array(head, depth);
        case kMap:
            return map(head, depth);
        case kSimple:
            return simple(head);
        default:
            return malformed("a tag");
        }
    }

    Result<Json> string(const Head& head) {
        const auto bytes = take(head.argument);
        if (!bytes) return malformed("it ends early");
        if (head.major == kText) return Json(std::string(*bytes));
        return Json::binary({bytes->begin(), bytes->end()});
    }

    Result<Json> array(const Head& head, int depth) {
        Json array = Json::array();
        for (uint64_t i = 0; i < head.argument; ++i) { // not reserved: the bytes may end long before
            FUSEFIND_TRY_ASSIGN(Json element, value(depth + 1));
            array.push_back(std::move(element));
        }
        return array;
    }

    Result<Json> map(const Head& head, int depth) {
        if (head.argument > kMostMembers) return tooMuch("too many members in one object");
        Json map = Json::object();
        for (uint64_t i = 0; i < head.argument; ++i) {
            FUSEFIND_TRY_ASSIGN(const Head keyHead, this->head());
            const auto key = keyHead.major == kText ? take(keyHead.argument) : std::nullopt;
            if (!key) return malformed("a key that is not text");
            FUSEFIND_TRY_ASSIGN(Json member, value(depth + 1));
            if (!map.emplace(std::string(*key), std::move(member)).second) return malformed("a key that comes twice");
        }
        return map;
    }

    static Result<Json> simple(const Head& head) {
        switch (head.info) {
        case kFalse:
            return Json(false);
        case kTrue:
            return Json(true);
        case kNull:
            return Json(nullptr);
        case kFloat16:
            return Json(fromHalf(static_cast<uint16_t>(head.argument)));
        case kFloat32:
            return Json(std::bit_cast<float>(static_cast<uint32_t>(head.argument)));
        case kFloat64:
            return Json(std::bit_cast<double>(head.argument));
        default:
            return malformed("an unknown simple value");
        }
    }

    // The encoder writes what is not a number in 16 bits.
    static float fromHalf(uint16_t bits) {
        const std::array bytes{static_cast<std::byte>(bits & 255), static_cast<std::byte>(bits >> 8)};
        float number = 0;
        halfToFloat(bytes, {&number, 1});
        return number;
    }

    std::string_view bytes_; // not read yet
    size_t values_ = 0;
};

} // namespace

Result<Json> readCbor(std::string_view bytes) {
    return CborReader(bytes).readAll();
}

} // namespace fusefind

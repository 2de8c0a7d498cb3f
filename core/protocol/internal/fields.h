#pragma once

#include "core/protocol/message.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fusefind {

// Reads the members of a message's object into a value. The first one that is missing or wrong is kept as the error;
// what comes after it is left alone. Members nobody asks for are ignored.
class FieldReader {
public:
    // `what` names the object in errors: "the search".
    FieldReader(const Json& object, std::string_view what);

    void flag(const char* key, bool& target);
    void text(const char* key, std::string& target);
    void path(const char* key, std::filesystem::path& target); // may be empty
    void file(const char* key, std::filesystem::path& target); // may not
    void bytes(const char* key, std::vector<uint8_t>& target);
    // A list of f32, as writeFloats writes it.
    void floats(const char* key, std::vector<float>& target);
    // A long list of i64, as numbersJson writes it; none below 0.
    void numbers(const char* key, std::vector<int64_t>& target);

    // Above `most` it is an error of the code `tooMuch`.
    template <std::integral T>
    void whole(const char* key, T& target, T least, T most, ErrorCode tooMuch = ErrorCode::invalidInput) {
        const Json* member = this->member(key);
        if (!member) return;
        if (!member->is_number_integer()) return wrong(key, "is not a whole number");
        const bool large = member->is_number_unsigned();
        const auto unsignedValue = large ? member->get<uint64_t>() : 0;
        const auto value = large ? 0 : member->get<int64_t>();
        if (large ? std::cmp_greater(unsignedValue, most) : std::cmp_greater(value, most))
            return wrong(key, "is too large", tooMuch);
        if (large ? std::cmp_less(unsignedValue, least) : std::cmp_less(value, least))
            return wrong(key, "is too small");
        target = large ? static_cast<T>(unsignedValue) : static_cast<T>(value);
    }
    template <std::floating_point T>
    void number(const char* key, T& target, double least, double most, ErrorCode tooMuch = ErrorCode::invalidInput) {
        const Json* member = this->member(key);
        if (!member) return;
        if (!member->is_number()) return wrong(key, "is not a number");
        const auto value = member->get<double>();
        if (value > most) return wrong(key, "is too large", tooMuch);
        if (!(value >= least)) return wrong(key, "is too small or not a number");
        target = static_cast<T>(value);
    }

    // An enumeration by the names of its values, in their order.
    template <class Enum, size_t kCount>
    void name(const char* key, Enum& target, const std::array<const char*, kCount>& names) {
        std::string name;
        text(key, name);
        if (error_) return;
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end()) return wrong(key, "is unknown");
        target = static_cast<Enum>(found - names.begin());
    }

    [[nodiscard]] bool has(const char* key) const { return object_.contains(key); }

    // Reads what is there: `read` fills the value it is given.
    template <class T, class Read>
    void optional(const char* key, std::optional<T>& target, Read read) {
        if (error_ || !has(key)) return;
        T value{};
        read(value);
        if (!error_) target = value;
    }

    // The whole member by a function of its own (Json -> Result<T>), and every element of a list by one.
    template <class T, class Parse>
    void value(const char* key, T& target, Parse parse) {
        if (const Json* member = this->member(key)) take(parse(*member), target);
    }
    template <class T, class Parse>
    void list(const char* key, std::vector<T>& target, Parse parse) {
        const Json* member = this->member(key);
        if (!member) return;
        if (!member->is_array()) return wrong(key, "is not a list");
        for (const Json& element : *member) {
            if (error_) return;
            T value{};
            take(parse(element), value);
            target.push_back(std::move(value));
        }
    }

    // Another rule that the value has to follow.
    void require(bool holds, std::string_view rule, ErrorCode code = ErrorCode::invalidInput);

    // The value, or the error.
    template <class T>
    Result<T> finish(T value) {
        if (error_) return fail(std::move(*error_));
        return value;
    }

private:
    template <class T>
    void values(const char* key, std::vector<T>& target); // one after the other, in binary
    const Json* member(const char* key);                  // null after an error or where there is none, which is one
    void wrong(const char* key, std::string_view how, ErrorCode code = ErrorCode::invalidInput);
    template <class T>
    void take(Result<T> parsed, T& target) {
        if (parsed)
            target = std::move(*parsed);
        else
            error_ = std::move(parsed).error();
    }

    const Json& object_;
    std::string_view what_;
    std::optional<Error> error_;
};

// Paths are bytes, which JSON and CBOR as nlohmann writes it carry as they are.
inline Json pathJson(const std::filesystem::path& path) {
    return path.native();
}
// Elements of lists.
inline Result<std::string> textFromJson(const Json& json) {
    if (json.is_string()) return json.get<std::string>();
    return fail(ErrorCode::invalidInput, "an element of a list is not text");
}
inline Result<std::filesystem::path> pathFromJson(const Json& json) {
    FUSEFIND_TRY_ASSIGN(std::string bytes, textFromJson(json));
    if (bytes.empty() || bytes.find('\0') != std::string::npos)
        return fail(ErrorCode::invalidInput, "a path of a list is empty or holds a zero byte");
    return std::filesystem::path(std::move(bytes));
}

Json floatsJson(const std::vector<float>& values);    // f32, little-endian
Json numbersJson(const std::vector<int64_t>& values); // i64, little-endian

template <class T>
void writeOptional(Json& object, const char* key, const std::optional<T>& value) {
    if (value) object[key] = *value;
}

// Of any range; `one` makes an element's JSON.
template <class Range, class ToJson>
Json listJson(const Range& values, ToJson one) {
    Json list = Json::array();
    for (const auto& value : values)
        list.push_back(one(value));
    return list;
}

inline constexpr int64_t kMostCount = std::numeric_limits<int64_t>::max();
inline constexpr double kMostSeconds = 1e9; // some thirty years: what is longer is damage
// Milliseconds from 1970 that still fit after being turned into nanoseconds.
inline constexpr int64_t kMostMoment = std::numeric_limits<int64_t>::max() / 1000000;

inline void readCount(FieldReader& fields, const char* key, int64_t& count) {
    fields.whole<int64_t>(key, count, 0, kMostCount);
}

} // namespace fusefind

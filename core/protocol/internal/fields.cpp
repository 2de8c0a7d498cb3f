#include "core/protocol/internal/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace fusefind {

static_assert(std::endian::native == std::endian::little, "f32 travels little-endian");

FieldReader::FieldReader(const Json& object, std::string_view what) : object_(object), what_(what) {
    if (!object.is_object()) error_ = Error{ErrorCode::invalidInput, fmt::format("{} is not an object", what), {}, {}};
}

void FieldReader::flag(const char* key, bool& target) {
    const Json* member = this->member(key);
    if (!member) return;
    if (!member->is_boolean()) return wrong(key, "is not true or false");
    target = member->get<bool>();
}

void FieldReader::text(const char* key, std::string& target) {
    const Json* member = this->member(key);
    if (!member) return;
    if (!member->is_string()) return wrong(key, "is not text");
    target = member->get_ref<const std::string&>();
}

void FieldReader::path(const char* key, std::filesystem::path& target) {
    std::string bytes;
    text(key, bytes);
    if (error_) return;
    // The system would read such a path only up to there.
    if (bytes.find('\0') != std::string::npos) return wrong(key, "holds a zero byte");
    target = std::move(bytes);
}

void FieldReader::file(const char* key, std::filesystem::path& target) {
    path(key, target);
    if (!error_ && target.empty()) wrong(key, "is empty");
}

void FieldReader::bytes(const char* key, std::vector<uint8_t>& target) {
    const Json* member = this->member(key);
    if (!member) return;
    if (!member->is_binary()) return wrong(key, "is not binary");
    target = member->get_binary();
}

template <class T>
void FieldReader::values(const char* key, std::vector<T>& target) {
    const Json* member = this->member(key);
    if (!member) return;
    if (!member->is_binary()) return wrong(key, "is not binary");
    const std::vector<uint8_t>& bytes = member->get_binary();
    if (bytes.size() % sizeof(T) != 0) return wrong(key, "ends within a number");
    target.resize(bytes.size() / sizeof(T));
    if (!target.empty()) std::memcpy(target.data(), bytes.data(), bytes.size());
}

void FieldReader::floats(const char* key, std::vector<float>& target) {
    values(key, target);
    const bool finite = std::all_of(target.begin(), target.end(), [](float value) { return std::isfinite(value); });
    if (!finite) wrong(key, "holds what is not a number");
}

void FieldReader::numbers(const char* key, std::vector<int64_t>& target) {
    values(key, target);
    const bool counts = std::all_of(target.begin(), target.end(), [](int64_t value) { return value >= 0; });
    if (!counts) wrong(key, "holds a number below 0");
}

void FieldReader::require(bool holds, std::string_view rule, ErrorCode code) {
    if (!error_ && !holds) error_ = Error{code, fmt::format("{}: {}", what_, rule), {}, {}};
}

const Json* FieldReader::member(const char* key) {
    if (error_) return nullptr;
    const auto found = object_.find(key);
    if (found != object_.end()) return &*found;
    wrong(key, "is missing");
    return nullptr;
}

void FieldReader::wrong(const char* key, std::string_view how, ErrorCode code) {
    error_ = Error{code, fmt::format("{}: \"{}\" {}", what_, key, how), {}, {}};
}

namespace {

template <class T>
Json valuesJson(const std::vector<T>& values) {
    std::vector<uint8_t> bytes(values.size() * sizeof(T));
    if (!bytes.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
    return Json::binary(std::move(bytes));
}

} // namespace

Json floatsJson(const std::vector<float>& values) {
    return valuesJson(values);
}
Json numbersJson(const std::vector<int64_t>& values) {
    return valuesJson(values);
}

} // namespace fusefind

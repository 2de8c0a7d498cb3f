#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <concepts>
#include <optional>
#include <string>
#include <utility>

namespace fusefind {

// The JSON object in a file. What is nested deeper than 32 levels is left out. Errors: io, notFound, limit, and
// invalidInput for anything that is not a JSON object.
Result<nlohmann::json> readJsonFile(const std::filesystem::path& path, size_t maxBytes = size_t{64} << 20);

// The field of an object, if it is there and has this type (and, for whole numbers, fits).
template <class T>
std::optional<T> jsonField(const nlohmann::json& object, const char* key) {
    if (!object.is_object()) return std::nullopt;
    const auto found = object.find(key);
    if (found == object.end()) return std::nullopt;
    if constexpr (std::same_as<T, bool>) {
        if (found->is_boolean()) return found->template get<bool>();
    } else if constexpr (std::integral<T>) {
        if (found->is_number_unsigned()) {
            const auto value = found->template get<uint64_t>();
            if (std::in_range<T>(value)) return static_cast<T>(value);
        } else if (found->is_number_integer()) {
            const auto value = found->template get<int64_t>();
            if (std::in_range<T>(value)) return static_cast<T>(value);
        }
    } else if constexpr (std::floating_point<T>) {
        if (found->is_number()) return found->template get<T>();
    } else {
        static_assert(std::same_as<T, std::string>);
        if (found->is_string()) return found->template get<std::string>();
    }
    return std::nullopt;
}

// The object or list under a key, or null.
const nlohmann::json& jsonChild(const nlohmann::json& object, const char* key);

} // namespace fusefind

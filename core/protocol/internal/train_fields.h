#pragma once

#include "core/protocol/internal/fields.h"

namespace fusefind {

// What the readers of train_messages.h share.

inline constexpr double kFastestRate = 1e12; // a second

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

} // namespace fusefind

#include "core/text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace fusefind {

char32_t nextCharacter(std::string_view text, size_t& position) {
    const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
    const auto size = static_cast<int64_t>(text.size());
    auto i = static_cast<int64_t>(position);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    position = static_cast<size_t>(i);
    return static_cast<char32_t>(c);
}

void appendUtf8(char32_t c, std::string& text) {
    char bytes[U8_MAX_LENGTH];
    int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    text.append(bytes, static_cast<size_t>(size));
}

std::string encodeUtf8(std::u32string_view text) {
    std::string result;
    for (const char32_t c : text)
        appendUtf8(c, result);
    return result;
}

bool isSpace(char32_t c) {
    return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

std::pair<size_t, size_t> spacesStripped(std::string_view text, bool left, bool right) {
    size_t begin = 0;
    size_t end = 0;
    bool seen = !left;
    for (size_t at = 0; at < text.size();) {
        const size_t start = at;
        if (isSpace(nextCharacter(text, at))) continue;
        if (!seen) begin = start;
        seen = true;
        end = at;
    }
    if (!right) end = text.size();
    return {seen ? std::min(begin, end) : end, end};
}

} // namespace fusefind

#include "core/base/text.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace fusefind {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

template <class OnValid, class OnInvalid>
void walkUtf8(std::string_view bytes, OnValid onValid, OnInvalid onInvalid) {
    const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
    const auto size = static_cast<int64_t>(bytes.size());
    for (int64_t i = 0; i < size;) {
        const int64_t start = i;
        UChar32 codePoint = 0;
        U8_NEXT(data, i, size, codePoint);
        if (codePoint < 0)
            onInvalid();
        else
            onValid(bytes.substr(static_cast<size_t>(start), static_cast<size_t>(i - start)));
    }
}

} // namespace

std::string toUtf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    walkUtf8(
        bytes, [&](std::string_view valid) { text += valid; }, [&] { text += kReplacement; });
    return text;
}

std::string toUtf8(const std::filesystem::path& path) {
    return toUtf8(std::string_view(path.native()));
}

bool isValidUtf8(std::string_view bytes) {
    bool valid = true;
    walkUtf8(
        bytes, [](std::string_view) {}, [&] { valid = false; });
    return valid;
}

std::string singleLine(std::string_view text) {
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return line;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n\v\f";
    const size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::string asciiLower(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

std::string lowerExtension(const std::filesystem::path& path) {
    return asciiLower(path.extension().native());
}

} // namespace fusefind

#include "core/text/charsmap.h"

#include "core/text/utf8.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstring>

namespace fusefind {

namespace {

std::optional<std::string> fromBase64(std::string_view text) {
    while (text.ends_with('='))
        text.remove_suffix(1);
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const size_t digit = kDigits.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        bits = (bits << 6) | static_cast<uint32_t>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>((bits >> count) & 0xFF);
    }
    return bytes;
}

// A unit of the double array: a label and where its children are, or a value.
bool hasValue(uint32_t unit) {
    return ((unit >> 8) & 1) != 0;
}
uint32_t valueOf(uint32_t unit) {
    return unit & 0x7FFF'FFFF;
}
uint32_t labelOf(uint32_t unit) {
    return unit & 0x8000'00FF;
}
uint32_t offsetOf(uint32_t unit) {
    return (unit >> 10) << ((unit & (1U << 9)) >> 6);
}

} // namespace

Result<Charsmap> Charsmap::decode(std::string_view base64, const std::filesystem::path& file) {
    const auto bytes = fromBase64(base64);
    uint32_t trieBytes = 0;
    if (bytes && bytes->size() >= sizeof(trieBytes)) std::memcpy(&trieBytes, bytes->data(), sizeof(trieBytes));
    if (trieBytes == 0 || trieBytes % sizeof(uint32_t) != 0 || trieBytes > bytes->size() - sizeof(trieBytes))
        return damagedTokenizer("its table of normalised characters is damaged", file);
    Charsmap map;
    map.trie_.resize(trieBytes / sizeof(uint32_t));
    std::memcpy(map.trie_.data(), bytes->data() + sizeof(trieBytes), trieBytes);
    map.replacements_ = bytes->substr(sizeof(trieBytes) + trieBytes);
    return map;
}

std::optional<std::string_view> Charsmap::find(std::string_view key) const {
    uint32_t at = offsetOf(trie_[0]);
    for (const char c : key) {
        const auto byte = static_cast<uint8_t>(c);
        at ^= byte;
        if (byte == 0 || at >= trie_.size() || labelOf(trie_[at]) != byte) return std::nullopt;
        const bool found = hasValue(trie_[at]);
        at ^= offsetOf(trie_[at]);
        if (at >= trie_.size()) return std::nullopt;
        if (!found) continue;
        const size_t begin = valueOf(trie_[at]);
        if (begin >= replacements_.size()) return std::nullopt;
        return std::string_view(replacements_).substr(begin, replacements_.find('\0', begin) - begin);
    }
    return std::nullopt;
}

std::string Charsmap::operator()(const std::string& text) const {
    constexpr size_t kLongestCluster = 5; // bytes, as one
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> clusters(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, text.data(), static_cast<int64_t>(text.size()), &status);
    if (U_SUCCESS(status)) clusters->setText(&view, status);
    std::string result;
    size_t begin = 0;
    while (U_SUCCESS(status) && begin < text.size()) {
        const int32_t next = clusters->next();
        const size_t end = next == icu::BreakIterator::DONE ? text.size() : static_cast<size_t>(next);
        const std::string_view cluster = std::string_view(text).substr(begin, end - begin);
        const auto whole = cluster.size() <= kLongestCluster ? find(cluster) : std::nullopt;
        if (whole) result += *whole;
        for (size_t at = 0; !whole && at < cluster.size();) {
            const size_t start = at;
            nextCharacter(cluster, at);
            const std::string_view character = cluster.substr(start, at - start);
            result += find(character).value_or(character);
        }
        begin = end;
    }
    utext_close(&view);
    return U_SUCCESS(status) ? result : text;
}

} // namespace fusefind

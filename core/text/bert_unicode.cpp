#include "core/text/bert_unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace fusefind {

namespace {

constexpr int kCategoryVersion = 8;
constexpr int kDecompositionVersion = 9;

UChar32 asIcu(char32_t c) {
    return static_cast<UChar32>(c);
}

bool knownIn(char32_t c, int majorVersion) {
    UVersionInfo version{};
    u_charAge(asIcu(c), version);
    return version[0] <= majorVersion && (version[0] < majorVersion || version[1] == 0);
}

// u_charType as of Unicode 8.0.
int category(char32_t c) {
    switch (c) { // characters whose category changed afterwards
    case 0x166D:
        return U_OTHER_PUNCTUATION;
    case 0x1734:
        return U_NON_SPACING_MARK;
    case 0x1885:
    case 0x1886:
        return U_OTHER_LETTER;
    case 0xA9BD:
        return U_COMBINING_SPACING_MARK;
    case 0x111C9:
        return U_OTHER_PUNCTUATION;
    default:
        break;
    }
    const int type = u_charType(asIcu(c));
    return type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR || knownIn(c, kCategoryVersion) ? type : U_UNASSIGNED;
}

constexpr bool within(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

} // namespace

bool isBertSpace(char32_t c) {
    return u_isUWhiteSpace(asIcu(c)) != 0;
}

bool isBertControl(char32_t c) {
    if (c == '\t' || c == '\n' || c == '\r') return false;
    if (c < 0x80) return c < 0x20 || c == 0x7F;
    const int type = category(c);
    return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_PRIVATE_USE_CHAR;
}

bool isBertPunctuation(char32_t c) {
    if (c < 0x80) return within(c, '!', '/') || within(c, ':', '@') || within(c, '[', '`') || within(c, '{', '~');
    return (U_MASK(category(c)) & U_GC_P_MASK) != 0;
}

bool isBertCjk(char32_t c) {
    return within(c, 0x4E00, 0x9FFF) || within(c, 0x3400, 0x4DBF) || within(c, 0x20000, 0x2A6DF) ||
           within(c, 0x2A700, 0x2B81F) || within(c, 0x2B920, 0x2CEAF) || within(c, 0xF900, 0xFAFF) ||
           within(c, 0x2F800, 0x2FA1F);
}

bool isNonspacingMark(char32_t c) {
    return c >= 0x300 && category(c) == U_NON_SPACING_MARK;
}

uint8_t combiningClass(char32_t c) {
    if (c < 0x300) return 0;
    const uint8_t value = u_getCombiningClass(asIcu(c));
    return value != 0 && knownIn(c, kDecompositionVersion) ? value : uint8_t{0};
}

void decompose(char32_t c, std::u32string& out) {
    constexpr char32_t kFirstDecomposed = 0xC0;
    static const icu::Normalizer2* nfd = [] {
        UErrorCode status = U_ZERO_ERROR;
        return icu::Normalizer2::getNFDInstance(status);
    }();
    icu::UnicodeString parts;
    if (c < kFirstDecomposed || !nfd || !nfd->getDecomposition(asIcu(c), parts) || !knownIn(c, kDecompositionVersion)) {
        out += c;
        return;
    }
    for (int32_t i = 0; i < parts.length();) {
        const UChar32 part = parts.char32At(i);
        out += static_cast<char32_t>(part);
        i += U16_LENGTH(part);
    }
}

void lowerCase(char32_t c, std::u32string& out) {
    constexpr char32_t kCapitalDottedI = 0x130;
    constexpr char32_t kDotAbove = 0x307;
    if (c < 0x80) {
        out += c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
        return;
    }
    out += static_cast<char32_t>(u_tolower(asIcu(c)));
    if (c == kCapitalDottedI) out += kDotAbove; // the one character whose lower case is two
}

} // namespace fusefind

#include "core/library/pairs/caption_text.h"

#include "core/base/text.h"

#include <algorithm>

namespace fusefind {

namespace {

bool isControl(char c) {
    const auto byte = static_cast<unsigned char>(c);
    const bool space = c == '\t' || c == '\n' || c == '\r'; // ordinary inside a quoted cell
    return (byte < 0x20 && !space) || byte == 0x7f;
}

// At most `bytes`, without a torn character at the end.
std::string_view cut(std::string_view text, size_t bytes) {
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80)
        --bytes;
    return text.substr(0, bytes);
}

} // namespace

CleanCaption cleanCaption(std::string_view raw) {
    CleanCaption caption;
    const auto note = [&](std::string_view problem) {
        if (!caption.problem.empty()) caption.problem += "; ";
        caption.problem += problem;
    };
    std::string_view text = trimmed(raw);
    if (text.size() > kMaxCaptionBytes) {
        text = cut(text, kMaxCaptionBytes);
        note("a caption longer than 10 kB was cut");
    }
    if (!isValidUtf8(text)) note("a caption that is not UTF-8: its other bytes were replaced");
    if (std::ranges::any_of(text, isControl)) note("control characters in a caption were replaced by spaces");
    caption.text = trimmed(singleLine(toUtf8(text)));
    return caption;
}

} // namespace fusefind

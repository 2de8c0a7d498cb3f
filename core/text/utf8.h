#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace fusefind {

// The character at `position` (in bytes), which moves behind it; U+FFFD for what is not UTF-8.
char32_t nextCharacter(std::string_view text, size_t& position);

void appendUtf8(char32_t c, std::string& text);
std::string encodeUtf8(std::u32string_view text);

// Unicode's White_Space.
bool isSpace(char32_t c);
// Where the text begins and ends, in bytes, without white space on the sides that are asked for.
std::pair<size_t, size_t> spacesStripped(std::string_view text, bool left, bool right);

} // namespace fusefind

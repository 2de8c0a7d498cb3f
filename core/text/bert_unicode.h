#pragma once

#include <cstdint>
#include <string>

namespace fusefind {

// The character classes of the reference tokenizer, whatever the Unicode version of the machine's ICU: general
// categories as of Unicode 8.0, decompositions and combining classes as of Unicode 9.0; lower case and white space as
// ICU knows them.
bool isBertSpace(char32_t c);
bool isBertControl(char32_t c);     // Cc, Cf and Co but tab, line feed and carriage return
bool isBertPunctuation(char32_t c); // P*, and every ASCII sign
bool isBertCjk(char32_t c);         // the ideographs that become words of their own
bool isNonspacingMark(char32_t c);  // Mn

uint8_t combiningClass(char32_t c);

// Appends the canonical decomposition of c, or c itself.
void decompose(char32_t c, std::u32string& out);

// Appends the lower case of c, without regard to its neighbours (a final sigma is a sigma).
void lowerCase(char32_t c, std::u32string& out);

} // namespace fusefind

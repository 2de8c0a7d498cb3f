#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fusefind {

struct BertNormalizerOptions {
    bool cleanText = true;       // control characters go, white space becomes a blank
    bool spaceIdeographs = true; // blanks around each ideograph
    bool stripAccents = true;    // canonical decomposition without non-spacing marks
    bool lowerCase = true;
};

// Normalises a text one character at a time, in memory bounded by its longest run of combining marks. One object a
// text.
class BertNormalizer {
public:
    explicit BertNormalizer(const BertNormalizerOptions& options) : options_(options) {}

    // Appends what is settled by this character to `out`.
    void push(char32_t c, std::u32string& out);
    // Appends what waited for more marks; to be called at the end of a text or where it is cut by a special token.
    void flush(std::u32string& out);

private:
    void decomposed(char32_t c, std::u32string& out);
    void settled(char32_t c, std::u32string& out) const;

    BertNormalizerOptions options_;
    std::vector<std::pair<uint8_t, char32_t>> marks_; // combining class and mark, in the order of the text
    std::u32string parts_;                            // scratch
};

} // namespace fusefind

#include "core/text/bert_normalizer.h"

#include "core/text/bert_unicode.h"

#include <algorithm>

namespace fusefind {

void BertNormalizer::push(char32_t c, std::u32string& out) {
    constexpr char32_t kReplacement = 0xFFFD;
    if (options_.cleanText) {
        if (c == 0 || c == kReplacement || isBertControl(c)) return;
        if (isBertSpace(c)) c = ' ';
    }
    if (!options_.spaceIdeographs || !isBertCjk(c)) return decomposed(c, out);
    decomposed(' ', out);
    decomposed(c, out);
    decomposed(' ', out);
}

void BertNormalizer::decomposed(char32_t c, std::u32string& out) {
    if (!options_.stripAccents) return settled(c, out);
    parts_.clear();
    decompose(c, parts_);
    for (const char32_t part : parts_) {
        if (const uint8_t order = combiningClass(part); order != 0) {
            marks_.emplace_back(order, part);
            continue;
        }
        flush(out);
        if (!isNonspacingMark(part)) settled(part, out);
    }
}

void BertNormalizer::flush(std::u32string& out) {
    std::stable_sort(marks_.begin(), marks_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [order, mark] : marks_)
        if (!isNonspacingMark(mark)) settled(mark, out);
    marks_.clear();
}

void BertNormalizer::settled(char32_t c, std::u32string& out) const {
    if (options_.lowerCase)
        lowerCase(c, out);
    else
        out += c;
}

} // namespace fusefind

#pragma once

#include "core/text/tokenizer_json.h"

namespace fusefind {

// SentencePiece's compiled normalisation (Kudo & Richardson 2018, arXiv:1808.06226): a double-array trie from sequences
// of bytes to the texts that replace them.
class Charsmap {
public:
    // Base64, as tokenizer.json has it. Errors: invalidInput.
    static Result<Charsmap> decode(std::string_view base64, const std::filesystem::path& file);

    // As the `tokenizers` package applies it: to grapheme clusters of less than six bytes, else to their characters.
    [[nodiscard]] std::string operator()(const std::string& text) const;

private:
    // What replaces the shortest beginning of `key` that the trie knows, or nothing.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view key) const;

    std::vector<uint32_t> trie_;
    std::string replacements_; // each ends with a zero byte
};

} // namespace fusefind

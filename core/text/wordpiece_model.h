#pragma once

#include "core/text/bert_normalizer.h"
#include "core/text/tokenizer_json.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fusefind {

struct SpecialToken {
    std::string text; // never empty
    int32_t id = 0;
};

// Everything a WordPiece tokenizer knows, as read from its folder.
struct WordPieceModel {
    TokenMap starts;         // pieces that begin a word
    TokenMap continuations;  // pieces inside a word, without their prefix
    size_t longestPiece = 0; // in bytes
    int32_t unknown = 0;
    int32_t size = 0;         // the largest id plus one
    size_t longestWord = 100; // characters; longer words are unknown
    std::vector<int32_t> before;
    std::vector<int32_t> after;        // around every text: [CLS] … [SEP]
    std::vector<SpecialToken> special; // found in the text as they are, longest first
    BertNormalizerOptions normalizer;
};

// From tokenizer.json, or else vocab.txt (with tokenizer_config.json). Errors: notFound (neither is there),
// invalidInput, and unsupported for tokenizers of another kind.
Result<WordPieceModel> loadWordPieceModel(const std::filesystem::path& folder);

} // namespace fusefind

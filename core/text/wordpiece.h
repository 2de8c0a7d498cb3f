#pragma once

#include "core/text/wordpiece_model.h"

namespace fusefind {

// BERT's WordPiece (Devlin et al. 2018), equal token for token to the `tokenizers` package. Immutable; any thread may
// use it.
class WordPieceTokenizer {
public:
    // `folder` holds tokenizer.json, or vocab.txt and tokenizer_config.json. Errors: notFound, invalidInput,
    // unsupported.
    static Result<WordPieceTokenizer> load(const std::filesystem::path& folder);

    // [CLS] … [SEP], at most maxTokens ids in all (at least the special ones must fit, else a bug). Any bytes will do:
    // what is not UTF-8 counts as U+FFFD. Reads no more of the text than it needs.
    [[nodiscard]] std::vector<int32_t> encode(std::string_view utf8, size_t maxTokens) const;

    // Ids are below this; an encoder's embedding table must have as many rows.
    [[nodiscard]] int32_t vocabularySize() const { return model_.size; }

private:
    explicit WordPieceTokenizer(WordPieceModel model);

    WordPieceModel model_;
};

} // namespace fusefind

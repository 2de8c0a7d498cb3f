#pragma once

#include "core/text/tokenizer.h"
#include "core/text/wordpiece_model.h"

namespace fusefind {

// BERT's WordPiece (Devlin et al. 2018), equal token for token to the `tokenizers` package. Immutable; any thread may
// use it.
class WordPieceTokenizer : public Tokenizer {
public:
    // `folder` holds tokenizer.json, or vocab.txt and tokenizer_config.json. Errors: notFound, invalidInput,
    // unsupported.
    static Result<WordPieceTokenizer> load(const std::filesystem::path& folder);

    // Reads no more of the text than it needs.
    [[nodiscard]] std::vector<int32_t> encode(std::string_view utf8, size_t maxTokens) const override;

    [[nodiscard]] int32_t vocabularySize() const override { return model_.size; }

private:
    explicit WordPieceTokenizer(WordPieceModel model);

    WordPieceModel model_;
};

} // namespace fusefind

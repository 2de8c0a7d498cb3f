#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace fusefind {

// From a text to the ids an encoder was trained on, equal to the `tokenizers` package id for id. Immutable; any thread
// may use it.
class Tokenizer {
public:
    virtual ~Tokenizer() = default;

    // With the special tokens around it, at most maxTokens ids in all (at least the special ones must fit, else a bug).
    // Any bytes will do: what is not UTF-8 counts as U+FFFD.
    [[nodiscard]] virtual std::vector<int32_t> encode(std::string_view utf8, size_t maxTokens) const = 0;

    // Ids are below this; an encoder's embedding table must have as many rows.
    [[nodiscard]] virtual int32_t vocabularySize() const = 0;
};

// `folder` holds tokenizer.json, or vocab.txt and tokenizer_config.json. Errors: notFound, io, invalidInput,
// unsupported (names the kind of model, or of part, and those that are known).
Result<std::unique_ptr<Tokenizer>> loadTokenizer(const std::filesystem::path& folder);

} // namespace fusefind

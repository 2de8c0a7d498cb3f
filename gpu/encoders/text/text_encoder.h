#pragma once

#include "core/text/tokenizer.h"
#include "gpu/encoders/architectures.h"

#include <functional>

namespace at {
class Tensor;
}

namespace fusefind {

// How a text becomes tokens.
struct TextRecipe {
    std::unique_ptr<const Tokenizer> tokenizer;
    size_t maxTokens = 0;
    std::string prompt; // before every text
    // Texts are filled up to maxTokens with this token, which the network sees as any other; else they keep their
    // length.
    std::optional<int32_t> filler;
};

// The folder's tokenizer, which must know no more tokens than the network. Errors: as loadTokenizer; invalidInput.
Result<std::unique_ptr<Tokenizer>> loadTokenizerFor(const EncoderSource& source, int64_t vocabulary);

// i64 [N, L] and, where texts end earlier (the rest is token 0), bool [N, L] (true: a token) -> [N, dim]
using TextNetwork = std::function<at::Tensor(const at::Tensor& tokens, const std::optional<at::Tensor>& mask)>;

std::unique_ptr<Encoder> makeTextEncoder(const EncoderSource& source, int64_t dim, TextRecipe recipe,
                                         TextNetwork network);

} // namespace fusefind

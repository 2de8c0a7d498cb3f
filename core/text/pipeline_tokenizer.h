#pragma once

#include "core/text/tokenizer.h"

#include <nlohmann/json_fwd.hpp>

namespace fusefind {

// The tokenizers that tokenizer.json puts together of parts: added tokens, normaliser, pre-tokenizer, model,
// post-processor. Errors: invalidInput; unsupported, naming the part.
Result<std::unique_ptr<Tokenizer>> loadPipelineTokenizer(const nlohmann::json& json, const std::filesystem::path& file);

} // namespace fusefind

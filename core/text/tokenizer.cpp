#include "core/text/tokenizer.h"

#include "core/base/json_file.h"
#include "core/text/pipeline_tokenizer.h"
#include "core/text/wordpiece.h"

namespace fusefind {

Result<std::unique_ptr<Tokenizer>> loadTokenizer(const std::filesystem::path& folder) {
    const auto file = folder / "tokenizer.json";
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) {
        FUSEFIND_TRY_ASSIGN(const auto json, readJsonFile(file));
        const auto& model = jsonChild(json, "model");
        // Files of the first releases do not name their model; WordPiece is left to its own reader.
        const bool pieces = !model.contains("type") && model.contains("max_input_chars_per_word");
        if (!pieces && jsonField<std::string>(model, "type") != "WordPiece") return loadPipelineTokenizer(json, file);
    }
    FUSEFIND_TRY_ASSIGN(WordPieceTokenizer tokenizer, WordPieceTokenizer::load(folder));
    return std::make_unique<WordPieceTokenizer>(std::move(tokenizer));
}

} // namespace fusefind

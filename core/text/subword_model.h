#pragma once

#include "core/text/tokenizer_json.h"

#include <memory>

namespace fusefind {

// "model" of tokenizer.json: cuts one word into pieces of its vocabulary. Immutable; any thread may use it.
class SubwordModel {
public:
    virtual ~SubwordModel() = default;

    // Appends the ids of a word (valid UTF-8, not empty).
    virtual void split(std::string_view word, std::vector<int32_t>& ids) const = 0;
    [[nodiscard]] virtual int32_t size() const = 0; // ids are below this
};

// Byte-pair encoding (Sennrich et al. 2016, arXiv:1508.07909). Errors: invalidInput, unsupported.
Result<std::unique_ptr<SubwordModel>> loadBpe(const nlohmann::json& json, const std::filesystem::path& file);

// The unigram language model of SentencePiece (Kudo 2018, arXiv:1804.10959): the most probable pieces. Errors:
// invalidInput, unsupported.
Result<std::unique_ptr<SubwordModel>> loadUnigram(const nlohmann::json& json, const std::filesystem::path& file);

} // namespace fusefind

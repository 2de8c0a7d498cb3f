#pragma once

#include "core/text/tokenizer_json.h"

#include <functional>

namespace fusefind {

// "normalizer" of tokenizer.json: what a text goes through before it is cut into words. Immutable.
class TextNormalizer {
public:
    // Errors: invalidInput; unsupported, naming the step.
    static Result<TextNormalizer> read(const nlohmann::json& json, const std::filesystem::path& file);

    // Valid UTF-8 to valid UTF-8.
    [[nodiscard]] std::string operator()(std::string text) const;

private:
    using Step = std::function<std::string(const std::string&)>;
    Status add(const nlohmann::json& json, const std::filesystem::path& file);

    std::vector<Step> steps_;
};

} // namespace fusefind

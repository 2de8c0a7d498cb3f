#pragma once

#include "core/text/tokenizer_json.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace fusefind {

// A regular expression of tokenizer.json over UTF-8. Immutable; any thread may use it.
class Pattern {
public:
    // Errors: invalidInput.
    static Result<Pattern> compile(const std::string& expression, const std::filesystem::path& file);
    // Exactly this text.
    static Pattern literal(std::string text);
    // {"Regex": …} or {"String": …}. Errors: invalidInput.
    static Result<Pattern> read(const nlohmann::json& json, const std::filesystem::path& file);

    // Calls `found` for each match in turn, [begin, end) in bytes, until it says false. A pattern that takes very long
    // counts as if it matched no further.
    void forEach(std::string_view text, const std::function<bool(size_t begin, size_t end)>& found) const;

    // The text with each match replaced.
    [[nodiscard]] std::string replaced(std::string_view text, std::string_view by) const;

private:
    struct Compiled; // ICU's
    std::string literal_;
    std::shared_ptr<const Compiled> compiled_;
};

} // namespace fusefind

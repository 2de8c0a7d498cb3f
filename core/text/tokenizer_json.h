#pragma once

#include "core/base/json_file.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fusefind {

// What the readers of tokenizer.json share. `file` is for the errors.

struct StringHash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using TokenMap = std::unordered_map<std::string, int32_t, StringHash, std::equal_to<>>;

// A token that is found in the text as it is, before any model sees it.
struct AddedToken {
    std::string text; // never empty
    int32_t id = 0;
    bool normalized = false; // found in the normalised text
    bool takesSpaceBefore = false;
    bool takesSpaceAfter = false;
};

// The ids around every text: [CLS] … [SEP].
struct SurroundingIds {
    std::vector<int32_t> before;
    std::vector<int32_t> after;
};

tl::unexpected<Error> damagedTokenizer(std::string what, const std::filesystem::path& file);

// Null and absent are fine (nothing to do); anything but `wanted` is refused by name.
Status requireType(const nlohmann::json& part, std::string_view what, std::string_view wanted,
                   const std::filesystem::path& file);
tl::unexpected<Error> unknownType(const nlohmann::json& part, std::string_view what, std::string_view known,
                                  const std::filesystem::path& file);

// A whole number from 0 to 2^30, so that one more is still a number.
std::optional<int32_t> asTokenId(const nlohmann::json& value);

// "added_tokens", longest first. Errors: invalidInput; unsupported (whole words only).
Result<std::vector<AddedToken>> readAddedTokens(const nlohmann::json& list, const std::filesystem::path& file);

// TemplateProcessing, BertProcessing, RobertaProcessing, ByteLevel (which moves nothing) and sequences of them. Errors:
// invalidInput, unsupported.
Result<SurroundingIds> readPostProcessor(const nlohmann::json& processor, const std::filesystem::path& file);

} // namespace fusefind

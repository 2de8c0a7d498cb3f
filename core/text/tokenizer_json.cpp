#include "core/text/tokenizer_json.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace fusefind {

namespace {

using Json = nlohmann::json;
using std::filesystem::path;

// The ids of one special token of a template.
Status appendTemplateIds(const Json& processor, const Json& part, const path& file, std::vector<int32_t>& ids) {
    const auto name = jsonField<std::string>(jsonChild(part, "SpecialToken"), "id").value_or("");
    const Json& list = jsonChild(jsonChild(jsonChild(processor, "special_tokens"), name.c_str()), "ids");
    if (list.empty()) return damagedTokenizer("its template names a special token it does not define", file);
    for (const Json& value : list) {
        const auto id = asTokenId(value);
        if (!id) return damagedTokenizer("a special token has no number", file);
        ids.push_back(*id);
    }
    return {};
}

Result<SurroundingIds> readTemplate(const Json& processor, const path& file) {
    SurroundingIds ids;
    std::vector<int32_t>* side = &ids.before;
    for (const Json& part : jsonChild(processor, "single")) {
        if (part.is_object() && part.contains("Sequence"))
            side = &ids.after;
        else
            FUSEFIND_TRY(appendTemplateIds(processor, part, file, *side));
    }
    if (side != &ids.after) return damagedTokenizer("its template has no place for the text", file);
    return ids;
}

// ["[SEP]", 102]
Result<int32_t> readPair(const Json& processor, const char* key, const path& file) {
    const Json& pair = jsonChild(processor, key);
    const auto id = pair.is_array() && pair.size() == 2 ? asTokenId(pair[1]) : std::nullopt;
    if (!id) return damagedTokenizer(fmt::format("its post-processor has no \"{}\"", key), file);
    return *id;
}

} // namespace

tl::unexpected<Error> damagedTokenizer(std::string what, const path& file) {
    return fail(ErrorCode::invalidInput, std::move(what), file, "copy or download the model again");
}

tl::unexpected<Error> unknownType(const Json& part, std::string_view what, std::string_view known, const path& file) {
    const std::string type = jsonField<std::string>(part, "type").value_or("unnamed");
    return fail(ErrorCode::unsupported,
                fmt::format("its {} is of kind \"{}\"; FuseFind reads {}", what, singleLine(type), known), file);
}

Status requireType(const Json& part, std::string_view what, std::string_view wanted, const path& file) {
    if (part.is_null() || jsonField<std::string>(part, "type") == wanted) return {};
    return unknownType(part, what, wanted, file);
}

std::optional<int32_t> asTokenId(const Json& value) {
    constexpr int32_t kLimit = 1 << 30;
    if (!value.is_number_unsigned() || value.get<uint64_t>() >= kLimit) return std::nullopt;
    return value.get<int32_t>();
}

Result<std::vector<AddedToken>> readAddedTokens(const Json& list, const path& file) {
    std::vector<AddedToken> tokens;
    for (const Json& entry : list) {
        auto text = jsonField<std::string>(entry, "content");
        const auto id = asTokenId(jsonChild(entry, "id"));
        if (!text || text->empty() || !id) return damagedTokenizer("a special token has no text or number", file);
        const auto says = [&](const char* key) { return jsonField<bool>(entry, key).value_or(false); };
        if (says("single_word"))
            return fail(ErrorCode::unsupported,
                        fmt::format("its special token \"{}\" is to be found in whole words only", singleLine(*text)),
                        file);
        tokens.push_back({std::move(*text), *id, says("normalized"), says("lstrip"), says("rstrip")});
    }
    std::ranges::stable_sort(tokens, std::ranges::greater(), [](const AddedToken& token) { return token.text.size(); });
    return tokens;
}

Result<SurroundingIds> readPostProcessor(const Json& processor, const path& file) {
    const std::string type = jsonField<std::string>(processor, "type").value_or("");
    if (processor.is_null() || type == "ByteLevel") return SurroundingIds();
    if (type == "TemplateProcessing") return readTemplate(processor, file);
    if (type == "BertProcessing" || type == "RobertaProcessing") {
        FUSEFIND_TRY_ASSIGN(const int32_t first, readPair(processor, "cls", file));
        FUSEFIND_TRY_ASSIGN(const int32_t last, readPair(processor, "sep", file));
        return SurroundingIds{{first}, {last}};
    }
    if (type != "Sequence")
        return unknownType(processor, "post-processor", "TemplateProcessing, BertProcessing and RobertaProcessing",
                           file);
    SurroundingIds ids;
    for (const Json& part : jsonChild(processor, "processors")) {
        FUSEFIND_TRY_ASSIGN(const SurroundingIds inner, readPostProcessor(part, file));
        ids.before.insert(ids.before.begin(), inner.before.begin(), inner.before.end());
        ids.after.insert(ids.after.end(), inner.after.begin(), inner.after.end());
    }
    return ids;
}

} // namespace fusefind

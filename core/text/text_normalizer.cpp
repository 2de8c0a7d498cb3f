#include "core/text/text_normalizer.h"

#include "core/text/bert_unicode.h"
#include "core/text/charsmap.h"
#include "core/text/pattern.h"
#include "core/text/utf8.h"

#include <unicode/normalizer2.h>

namespace fusefind {

namespace {

using Json = nlohmann::json;
using std::filesystem::path;

const icu::Normalizer2* form(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = name == "NFC"    ? icu::Normalizer2::getNFCInstance(status)
                                    : name == "NFD"  ? icu::Normalizer2::getNFDInstance(status)
                                    : name == "NFKC" ? icu::Normalizer2::getNFKCInstance(status)
                                    : name == "NFKD" ? icu::Normalizer2::getNFKDInstance(status)
                                                     : nullptr;
    return U_SUCCESS(status) ? found : nullptr;
}

std::string inForm(const icu::Normalizer2& form, const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    std::string result;
    form.normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(result);
    return U_SUCCESS(status) ? result : text;
}

std::string lowerCased(const std::string& text) {
    std::u32string lower;
    for (size_t at = 0; at < text.size();)
        lowerCase(nextCharacter(text, at), lower);
    return encodeUtf8(lower);
}

std::string stripped(const std::string& text, bool left, bool right) {
    const auto [begin, end] = spacesStripped(text, left, right);
    return text.substr(begin, end - begin);
}

} // namespace

Result<TextNormalizer> TextNormalizer::read(const Json& json, const path& file) {
    TextNormalizer normalizer;
    if (!json.is_null()) FUSEFIND_TRY(normalizer.add(json, file));
    return normalizer;
}

Status TextNormalizer::add(const Json& json, const path& file) {
    const std::string type = jsonField<std::string>(json, "type").value_or("");
    const auto says = [&](const char* key) { return jsonField<bool>(json, key).value_or(true); };
    if (type == "Sequence") {
        for (const Json& part : jsonChild(json, "normalizers"))
            FUSEFIND_TRY(add(part, file));
    } else if (const icu::Normalizer2* const wanted = form(type)) {
        steps_.emplace_back([wanted](const std::string& text) { return inForm(*wanted, text); });
    } else if (type == "Lowercase") {
        steps_.emplace_back(lowerCased);
    } else if (type == "Strip") {
        steps_.emplace_back([left = says("strip_left"), right = says("strip_right")](const std::string& text) {
            return stripped(text, left, right);
        });
    } else if (type == "Replace") {
        FUSEFIND_TRY_ASSIGN(Pattern pattern, Pattern::read(jsonChild(json, "pattern"), file));
        steps_.emplace_back([pattern = std::move(pattern), by = jsonField<std::string>(json, "content").value_or("")](
                                const std::string& text) { return pattern.replaced(text, by); });
    } else if (type == "Precompiled") {
        const auto table = jsonField<std::string>(json, "precompiled_charsmap");
        FUSEFIND_TRY_ASSIGN(Charsmap map, Charsmap::decode(table.value_or(""), file));
        steps_.emplace_back(std::move(map));
    } else {
        return unknownType(json, "normalizer", "NFC, NFD, NFKC, NFKD, Lowercase, Strip, Replace and Precompiled", file);
    }
    return {};
}

std::string TextNormalizer::operator()(std::string text) const {
    for (const Step& step : steps_)
        text = step(text);
    return text;
}

} // namespace fusefind

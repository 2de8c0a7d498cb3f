#include "core/text/pattern.h"

#include "core/base/text.h"

#include <fmt/format.h>
#include <unicode/regex.h>
#include <unicode/utext.h>

namespace fusefind {

namespace {

// ICU's \s is not Unicode's white space, which it is for the authors of the patterns; the same inside of [ ].
std::string withUnicodeSpaces(const std::string& expression) {
    std::string changed;
    for (size_t i = 0; i < expression.size(); ++i) {
        const std::string_view pair = std::string_view(expression).substr(i, 2);
        if (pair.size() < 2 || pair[0] != '\\') {
            changed += expression[i];
            continue;
        }
        changed += pair == "\\s" ? "\\p{White_Space}" : pair == "\\S" ? "\\P{White_Space}" : pair;
        ++i;
    }
    return changed;
}

struct TextCloser {
    void operator()(UText* text) const { utext_close(text); }
};

} // namespace

struct Pattern::Compiled {
    std::unique_ptr<icu::RegexPattern> pattern;
};

Result<Pattern> Pattern::compile(const std::string& expression, const std::filesystem::path& file) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    auto compiled = std::make_shared<Compiled>();
    compiled->pattern.reset(
        icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(withUnicodeSpaces(expression)), 0, where, status));
    if (U_FAILURE(status))
        return fail(ErrorCode::invalidInput,
                    fmt::format("its pattern \"{}\" is not understood", singleLine(expression)), file);
    Pattern pattern;
    pattern.compiled_ = std::move(compiled);
    return pattern;
}

Pattern Pattern::literal(std::string text) {
    Pattern pattern;
    pattern.literal_ = std::move(text);
    return pattern;
}

Result<Pattern> Pattern::read(const nlohmann::json& json, const std::filesystem::path& file) {
    if (const auto expression = jsonField<std::string>(json, "Regex")) return compile(*expression, file);
    if (auto text = jsonField<std::string>(json, "String")) return literal(std::move(*text));
    return damagedTokenizer("a pattern is neither a text nor an expression", file);
}

void Pattern::forEach(std::string_view text, const std::function<bool(size_t, size_t)>& found) const {
    if (!compiled_) {
        if (literal_.empty()) return;
        for (size_t at = 0; (at = text.find(literal_, at)) != std::string_view::npos; at += literal_.size())
            if (!found(at, at + literal_.size())) return;
        return;
    }
    constexpr int32_t kTimeLimit = 10'000; // in ICU's steps, about ten seconds
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, TextCloser> view(
        utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status));
    const std::unique_ptr<icu::RegexMatcher> matcher(compiled_->pattern->matcher(status));
    if (U_FAILURE(status)) return;
    matcher->setTimeLimit(kTimeLimit, status);
    matcher->reset(view.get());
    while (matcher->find(status) && U_SUCCESS(status)) {
        const auto begin = static_cast<size_t>(matcher->start64(status));
        const auto end = static_cast<size_t>(matcher->end64(status));
        if (U_FAILURE(status) || !found(begin, end)) return;
    }
}

std::string Pattern::replaced(std::string_view text, std::string_view by) const {
    std::string result;
    size_t done = 0;
    forEach(text, [&](size_t begin, size_t end) {
        result += text.substr(done, begin - done);
        result += by;
        done = end;
        return true;
    });
    result += text.substr(done);
    return result;
}

} // namespace fusefind

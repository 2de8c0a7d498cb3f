#include "core/text/pipeline_tokenizer.h"

#include "core/base/text.h"
#include "core/text/pre_tokenizer.h"
#include "core/text/subword_model.h"
#include "core/text/text_normalizer.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>

namespace fusefind {

namespace {

using Json = nlohmann::json;
using std::filesystem::path;

// Finds the tokens that are taken out of a text as they are.
class AddedTokens {
public:
    AddedTokens() = default;
    // Longest first.
    explicit AddedTokens(std::vector<AddedToken> tokens) : tokens_(std::move(tokens)) {
        for (const AddedToken& token : tokens_)
            begins_[static_cast<unsigned char>(token.text.front())] = true;
    }

    // What is between the tokens, and the tokens, in turn; false if one of them has had enough.
    template <class OnText, class OnToken>
    bool split(std::string_view text, const OnText& onText, const OnToken& onToken) const {
        size_t done = 0;
        for (size_t at = 0; at < text.size();) {
            const AddedToken* const token = find(text.substr(at));
            if (token == nullptr) {
                ++at;
                continue;
            }
            size_t end = at + token->text.size();
            if (token->takesSpaceBefore) at = done + spacesStripped(text.substr(done, at - done), false, true).second;
            if (token->takesSpaceAfter) end += spacesStripped(text.substr(end), true, false).first;
            if (at > done && !onText(text.substr(done, at - done), done == 0)) return false;
            if (!onToken(token->id)) return false;
            at = done = end;
        }
        return done == text.size() || onText(text.substr(done), done == 0);
    }

private:
    [[nodiscard]] const AddedToken* find(std::string_view text) const {
        if (!begins_[static_cast<unsigned char>(text.front())]) return nullptr;
        const auto found =
            std::ranges::find_if(tokens_, [&](const AddedToken& token) { return text.starts_with(token.text); });
        return found == tokens_.end() ? nullptr : &*found;
    }

    std::vector<AddedToken> tokens_;
    std::array<bool, 256> begins_{};
};

struct Parts {
    AddedTokens raw;        // found in the text
    AddedTokens normalized; // found in the normalised text
    TextNormalizer normalizer;
    PreTokenizer words;
    std::unique_ptr<SubwordModel> model;
    SurroundingIds around;
    int32_t size = 0;
};

class PipelineTokenizer : public Tokenizer {
public:
    explicit PipelineTokenizer(Parts parts) : parts_(std::move(parts)) {}

    [[nodiscard]] int32_t vocabularySize() const override { return parts_.size; }

    [[nodiscard]] std::vector<int32_t> encode(std::string_view utf8, size_t maxTokens) const override {
        const auto& [before, after] = parts_.around;
        FUSEFIND_ASSERT(maxTokens >= before.size() + after.size());
        const size_t limit = maxTokens - after.size();
        std::vector<int32_t> ids = before;
        const auto more = [&] { return ids.size() < limit; };
        const auto onToken = [&](int32_t id) {
            ids.push_back(id);
            return more();
        };
        const auto onWord = [&](std::string_view word) {
            parts_.model->split(word, ids);
            return more();
        };
        const std::string text = toUtf8(utf8);
        if (more())
            parts_.raw.split(
                text,
                [&](std::string_view raw, bool rawAtStart) {
                    return parts_.normalized.split(
                        parts_.normalizer(std::string(raw)),
                        [&](std::string_view piece, bool atStart) {
                            return parts_.words.forEach(piece, rawAtStart && atStart, onWord);
                        },
                        onToken);
                },
                onToken);
        ids.resize(std::min(ids.size(), limit));
        ids.insert(ids.end(), after.begin(), after.end());
        return ids;
    }

private:
    Parts parts_;
};

Result<std::unique_ptr<SubwordModel>> readModel(const Json& json, const path& file) {
    const std::string type = jsonField<std::string>(json, "type").value_or("");
    if (!json.is_object()) return damagedTokenizer("it has no model", file);
    if (type == "BPE") return loadBpe(json, file);
    if (type == "Unigram") return loadUnigram(json, file);
    return unknownType(json, "model", "WordPiece, BPE and Unigram", file);
}

void placeAddedTokens(std::vector<AddedToken> tokens, Parts& parts) {
    std::vector<AddedToken> raw;
    std::vector<AddedToken> normalized;
    for (AddedToken& token : tokens) {
        parts.size = std::max(parts.size, token.id + 1);
        if (token.normalized) token.text = parts.normalizer(token.text);
        if (!token.text.empty()) (token.normalized ? normalized : raw).push_back(std::move(token));
    }
    parts.raw = AddedTokens(std::move(raw));
    parts.normalized = AddedTokens(std::move(normalized));
}

} // namespace

Result<std::unique_ptr<Tokenizer>> loadPipelineTokenizer(const Json& json, const path& file) {
    Parts parts;
    FUSEFIND_TRY_ASSIGN(parts.model, readModel(jsonChild(json, "model"), file));
    FUSEFIND_TRY_ASSIGN(parts.normalizer, TextNormalizer::read(jsonChild(json, "normalizer"), file));
    FUSEFIND_TRY_ASSIGN(parts.words, PreTokenizer::read(jsonChild(json, "pre_tokenizer"), file));
    FUSEFIND_TRY_ASSIGN(parts.around, readPostProcessor(jsonChild(json, "post_processor"), file));
    parts.size = parts.model->size();
    FUSEFIND_TRY_ASSIGN(auto added, readAddedTokens(jsonChild(json, "added_tokens"), file));
    placeAddedTokens(std::move(added), parts);
    for (const auto& ids : {parts.around.before, parts.around.after})
        for (const int32_t id : ids)
            parts.size = std::max(parts.size, id + 1);
    return std::make_unique<PipelineTokenizer>(std::move(parts));
}

} // namespace fusefind

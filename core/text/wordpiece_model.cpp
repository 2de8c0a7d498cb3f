#include "core/text/wordpiece_model.h"

#include "core/base/atomic_file.h"
#include "core/base/json_file.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace fusefind {

namespace {

using Json = nlohmann::json;
using std::filesystem::path;

void addPiece(WordPieceModel& model, std::string_view piece, int32_t id, std::string_view prefix) {
    model.starts.insert_or_assign(std::string(piece), id);
    if (piece.starts_with(prefix)) model.continuations.insert_or_assign(std::string(piece.substr(prefix.size())), id);
    model.longestPiece = std::max(model.longestPiece, piece.size());
    model.size = std::max(model.size, id + 1);
}

void addSpecial(WordPieceModel& model, std::string text, int32_t id) {
    model.size = std::max(model.size, id + 1);
    model.special.push_back({std::move(text), id});
}

Status readVocabulary(const Json& json, const path& file, WordPieceModel& model) {
    const std::string prefix = jsonField<std::string>(json, "continuing_subword_prefix").value_or("##");
    const Json& vocabulary = jsonChild(json, "vocab");
    if (!vocabulary.is_object() || vocabulary.empty()) return damagedTokenizer("it has no vocabulary", file);
    for (const auto& [piece, value] : vocabulary.items()) {
        const auto id = asTokenId(value);
        if (!id) return damagedTokenizer("a word of its vocabulary has no number", file);
        addPiece(model, piece, *id, prefix);
    }
    const auto unknown = model.starts.find(jsonField<std::string>(json, "unk_token").value_or("[UNK]"));
    if (unknown == model.starts.end()) return damagedTokenizer("its unknown token is not in its vocabulary", file);
    model.unknown = unknown->second;
    model.longestWord = jsonField<size_t>(json, "max_input_chars_per_word").value_or(model.longestWord);
    if (model.longestWord == 0) return damagedTokenizer("its longest word has no letters", file);
    return {};
}

void readNormalizer(const Json& json, BertNormalizerOptions& options) {
    if (json.is_null()) {
        options = {false, false, false, false};
        return;
    }
    options.cleanText = jsonField<bool>(json, "clean_text").value_or(true);
    options.spaceIdeographs = jsonField<bool>(json, "handle_chinese_chars").value_or(true);
    options.lowerCase = jsonField<bool>(json, "lowercase").value_or(true);
    options.stripAccents = jsonField<bool>(json, "strip_accents").value_or(options.lowerCase);
}

Status addAddedTokens(const Json& list, const path& file, WordPieceModel& model) {
    FUSEFIND_TRY_ASSIGN(auto tokens, readAddedTokens(list, file));
    for (AddedToken& token : tokens) {
        if (token.normalized)
            return fail(
                ErrorCode::unsupported,
                fmt::format("its special token \"{}\" is to be found in normalised text only", singleLine(token.text)),
                file);
        addSpecial(model, std::move(token.text), token.id);
    }
    return {};
}

Status useClsAndSep(const path& file, WordPieceModel& model, const std::string& cls, const std::string& sep) {
    const auto first = model.starts.find(cls);
    const auto last = model.starts.find(sep);
    if (first == model.starts.end() || last == model.starts.end())
        return damagedTokenizer(fmt::format("{} and {} are not in its vocabulary", singleLine(cls), singleLine(sep)),
                                file);
    model.before = {first->second};
    model.after = {last->second};
    return {};
}

Status addPostProcessor(const Json& processor, const path& file, WordPieceModel& model) {
    if (processor.is_null()) return useClsAndSep(file, model, "[CLS]", "[SEP]");
    FUSEFIND_TRY_ASSIGN(SurroundingIds around, readPostProcessor(processor, file));
    model.before = std::move(around.before);
    model.after = std::move(around.after);
    return {};
}

void longestFirst(std::vector<SpecialToken>& tokens) {
    std::stable_sort(tokens.begin(), tokens.end(),
                     [](const auto& a, const auto& b) { return a.text.size() > b.text.size(); });
}

Result<WordPieceModel> fromTokenizerJson(const path& file) {
    FUSEFIND_TRY_ASSIGN(const Json json, readJsonFile(file));
    const Json& words = jsonChild(json, "model");
    if (!words.is_object()) return damagedTokenizer("it has no model", file);
    // Files of the first releases do not name their model; only WordPiece has a continuing prefix and a longest word.
    if (words.contains("type") || !words.contains("max_input_chars_per_word"))
        FUSEFIND_TRY(requireType(words, "model", "WordPiece", file));
    FUSEFIND_TRY(requireType(jsonChild(json, "normalizer"), "normalizer", "BertNormalizer", file));
    const Json& splitter = jsonChild(json, "pre_tokenizer");
    if (splitter.is_null())
        return fail(ErrorCode::unsupported, "it does not split words; FuseFind reads BertPreTokenizer", file);
    FUSEFIND_TRY(requireType(splitter, "pre-tokenizer", "BertPreTokenizer", file));
    WordPieceModel model;
    FUSEFIND_TRY(readVocabulary(words, file, model));
    readNormalizer(jsonChild(json, "normalizer"), model.normalizer);
    FUSEFIND_TRY(addAddedTokens(jsonChild(json, "added_tokens"), file, model));
    FUSEFIND_TRY(addPostProcessor(jsonChild(json, "post_processor"), file, model));
    longestFirst(model.special);
    return model;
}

void readPiecesByLine(std::string_view text, WordPieceModel& model) {
    for (int32_t id = 0; !text.empty(); ++id) {
        const size_t end = std::min(text.find('\n'), text.size());
        std::string_view piece = text.substr(0, end);
        if (piece.ends_with('\r')) piece.remove_suffix(1);
        addPiece(model, piece, id, "##");
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

// A token of tokenizer_config.json is a string or an object with its content.
std::string configToken(const Json& config, const char* key, const char* usual) {
    const auto content = jsonField<std::string>(jsonChild(config, key), "content");
    return content.value_or(jsonField<std::string>(config, key).value_or(usual));
}

Result<WordPieceModel> fromVocabulary(const path& folder) {
    const path file = folder / "vocab.txt";
    FUSEFIND_TRY_ASSIGN(const std::string text, readFile(file));
    Json config = Json::object();
    std::error_code ignored;
    if (std::filesystem::exists(folder / "tokenizer_config.json", ignored)) {
        FUSEFIND_TRY_ASSIGN(config, readJsonFile(folder / "tokenizer_config.json"));
    }
    WordPieceModel model;
    readPiecesByLine(text, model);
    model.normalizer.lowerCase = jsonField<bool>(config, "do_lower_case").value_or(true);
    model.normalizer.spaceIdeographs = jsonField<bool>(config, "tokenize_chinese_chars").value_or(true);
    model.normalizer.stripAccents = jsonField<bool>(config, "strip_accents").value_or(model.normalizer.lowerCase);
    const std::string cls = configToken(config, "cls_token", "[CLS]");
    const std::string sep = configToken(config, "sep_token", "[SEP]");
    const std::string unknown = configToken(config, "unk_token", "[UNK]");
    for (const std::string& name :
         {cls, sep, unknown, configToken(config, "pad_token", "[PAD]"), configToken(config, "mask_token", "[MASK]")})
        if (const auto found = model.starts.find(name); found != model.starts.end() && !name.empty())
            addSpecial(model, name, found->second);
    const auto found = model.starts.find(unknown);
    if (found == model.starts.end()) return damagedTokenizer("its unknown token is not in its vocabulary", file);
    model.unknown = found->second;
    FUSEFIND_TRY(useClsAndSep(file, model, cls, sep));
    longestFirst(model.special);
    return model;
}

} // namespace

Result<WordPieceModel> loadWordPieceModel(const std::filesystem::path& folder) {
    std::error_code ignored;
    if (std::filesystem::exists(folder / "tokenizer.json", ignored))
        return fromTokenizerJson(folder / "tokenizer.json");
    if (std::filesystem::exists(folder / "vocab.txt", ignored)) return fromVocabulary(folder);
    return fail(ErrorCode::notFound, "neither tokenizer.json nor vocab.txt is here", folder,
                "use a folder that holds the whole model");
}

} // namespace fusefind

#include "core/text/pre_tokenizer.h"

#include "core/text/pattern.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>

namespace fusefind {

namespace {

using Json = nlohmann::json;
using std::filesystem::path;

// GPT-2's words: contractions, letters, digits, other signs, each with a blank before it, and white space.
constexpr const char* kByteLevelWords = R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

// GPT-2 writes each byte as a character that can be seen: those of Latin-1 as themselves, the others from U+0100 on.
std::array<std::string, 256> byteCharacters() {
    std::array<std::string, 256> characters;
    char32_t next = 0x100;
    for (unsigned byte = 0; byte < characters.size(); ++byte) {
        const bool seen = (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
        appendUtf8(seen ? static_cast<char32_t>(byte) : next++, characters[byte]);
    }
    return characters;
}

std::string asByteCharacters(std::string_view piece) {
    static const std::array<std::string, 256> characters = byteCharacters();
    std::string written;
    for (const char byte : piece)
        written += characters[static_cast<unsigned char>(byte)];
    return written;
}

} // namespace

Result<PreTokenizer> PreTokenizer::read(const Json& json, const path& file) {
    PreTokenizer words;
    if (!json.is_null()) FUSEFIND_TRY(words.add(json, file));
    return words;
}

Status PreTokenizer::add(const Json& json, const path& file) {
    const std::string type = jsonField<std::string>(json, "type").value_or("");
    if (type == "Split") return addSplit(json, file);
    if (type == "ByteLevel") return addByteLevel(json, file);
    if (type == "Metaspace") return addMetaspace(json, file);
    if (type == "WhitespaceSplit") {
        addWhitespaceSplit();
        return {};
    }
    if (type != "Sequence")
        return unknownType(json, "pre-tokenizer", "Split, ByteLevel, Metaspace and WhitespaceSplit", file);
    for (const Json& part : jsonChild(json, "pretokenizers"))
        FUSEFIND_TRY(add(part, file));
    return {};
}

// Words are what the pattern matches; what is between them is dropped, or is words too.
Status PreTokenizer::addSplit(const Json& json, const path& file) {
    FUSEFIND_TRY_ASSIGN(Pattern pattern, Pattern::read(jsonChild(json, "pattern"), file));
    const std::string behavior = jsonField<std::string>(json, "behavior").value_or("");
    const bool inverted = jsonField<bool>(json, "invert").value_or(false);
    const bool keepsRest = behavior == "Isolated";
    if (!keepsRest && !(behavior == "Removed" && inverted))
        return fail(ErrorCode::unsupported,
                    "it splits otherwise than \"Isolated\" and inverted \"Removed\", which FuseFind reads", file);
    steps_.emplace_back(
        [pattern = std::move(pattern), keepsRest](std::string_view piece, bool atStart, const Sink& sink) {
            size_t done = 0;
            bool wanted = true;
            const auto give = [&](size_t begin, size_t end) {
                if (begin < end) wanted = wanted && sink(piece.substr(begin, end - begin), atStart && begin == 0);
            };
            pattern.forEach(piece, [&](size_t begin, size_t end) {
                if (keepsRest) give(done, begin);
                give(begin, end);
                done = end;
                return wanted;
            });
            if (keepsRest) give(done, piece.size());
            return wanted;
        });
    return {};
}

void PreTokenizer::addWhitespaceSplit() {
    steps_.emplace_back([](std::string_view piece, bool atStart, const Sink& sink) {
        size_t begin = 0;
        for (size_t at = 0; at < piece.size();) {
            const size_t start = at;
            if (!isSpace(nextCharacter(piece, at))) continue;
            if (begin < start && !sink(piece.substr(begin, start - begin), atStart && begin == 0)) return false;
            begin = at;
        }
        return begin == piece.size() || sink(piece.substr(begin), atStart && begin == 0);
    });
}

// SentencePiece's words: a blank is written as a sign of its own, which begins the word that follows.
Status PreTokenizer::addMetaspace(const Json& json, const path& file) {
    enum class Prepend { always, first, never };
    const std::string sign = jsonField<std::string>(json, "replacement").value_or("\u2581");
    const bool old = jsonField<bool>(json, "add_prefix_space").value_or(true);
    const std::string scheme = jsonField<std::string>(json, "prepend_scheme").value_or(old ? "always" : "never");
    if (sign.empty() || (scheme != "always" && scheme != "first" && scheme != "never"))
        return damagedTokenizer("its Metaspace has no sign, or puts it where is not known", file);
    const Prepend prepend = scheme == "always" ? Prepend::always : scheme == "first" ? Prepend::first : Prepend::never;
    const bool split = jsonField<bool>(json, "split").value_or(true);
    const Pattern blank = Pattern::literal(" ");
    steps_.emplace_back([=](std::string_view piece, bool atStart, const Sink& sink) {
        std::string text = blank.replaced(piece, sign);
        const bool wanted = prepend == Prepend::always || (prepend == Prepend::first && atStart);
        if (wanted && !text.starts_with(sign)) text.insert(0, sign);
        const std::string_view all = text;
        for (size_t begin = 0; begin < all.size();) {
            const size_t end = split ? std::min(all.find(sign, begin + 1), all.size()) : all.size();
            if (!sink(all.substr(begin, end - begin), atStart && begin == 0)) return false;
            begin = end;
        }
        return true;
    });
    return {};
}

Status PreTokenizer::addByteLevel(const Json& json, const path& file) {
    if (jsonField<bool>(json, "add_prefix_space").value_or(true))
        return fail(ErrorCode::unsupported, "it writes a blank before every text (add_prefix_space)", file);
    if (jsonField<bool>(json, "use_regex").value_or(true))
        FUSEFIND_TRY(addSplit({{"pattern", {{"Regex", kByteLevelWords}}}, {"behavior", "Isolated"}}, file));
    steps_.emplace_back(
        [](std::string_view piece, bool atStart, const Sink& sink) { return sink(asByteCharacters(piece), atStart); });
    return {};
}

bool PreTokenizer::apply(size_t step, std::string_view piece, bool atStart, const WordSink& sink) const {
    if (piece.empty()) return true;
    if (step == steps_.size()) return sink(piece);
    return steps_[step](piece, atStart, [&](std::string_view part, bool partAtStart) {
        return apply(step + 1, part, partAtStart, sink);
    });
}

} // namespace fusefind

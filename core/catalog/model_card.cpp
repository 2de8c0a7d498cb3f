#include "core/catalog/model_card.h"

#include "core/base/atomic_file.h"
#include "core/base/text.h"

namespace fusefind {

namespace {

constexpr size_t kLongestCard = 4 << 20;
constexpr size_t kLongestWord = 64;
constexpr size_t kMostWords = 200;
constexpr std::string_view kFence = "---";

// The next line without its end; `rest` goes on after it.
std::string_view takeLine(std::string_view& rest) {
    const size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// Without quotes and the comment after it.
std::string wordOf(std::string_view text) {
    text = trimmed(text.substr(0, text.find(" #")));
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        text = text.substr(1, text.size() - 2);
    return text.size() <= kLongestWord ? singleLine(toUtf8(text)) : std::string();
}

void addWord(std::vector<std::string>& words, std::string_view text) {
    std::string word = wordOf(text);
    if (!word.empty() && words.size() < kMostWords) words.push_back(std::move(word));
}

// "en" or "[en, de]".
std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    text = trimmed(text);
    if (!text.starts_with('[')) {
        addWord(words, text);
        return words;
    }
    text = text.substr(1, text.find(']') - 1);
    while (!text.empty()) {
        const size_t comma = text.find(',');
        addWord(words, text.substr(0, comma));
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    }
    return words;
}

// The values of one key; those of a list may stand in the lines below it.
std::vector<std::string> valuesOf(std::string_view head, std::string_view key) {
    while (!head.empty()) {
        const std::string_view line = takeLine(head);
        if (!line.starts_with(key) || !line.substr(key.size()).starts_with(':')) continue;
        std::vector<std::string> values = wordsOf(line.substr(key.size() + 1));
        if (!values.empty()) return values;
        for (auto item = trimmed(takeLine(head)); item.starts_with("- "); item = trimmed(takeLine(head)))
            addWord(values, item.substr(2));
        return values;
    }
    return {};
}

} // namespace

ModelCard readModelCard(const std::filesystem::path& folder) {
    const auto text = readFile(folder / "README.md", kLongestCard);
    if (!text) return {};
    std::string_view head(*text);
    if (trimmed(takeLine(head)) != kFence) return {};
    const size_t end = head.find("\n---");
    if (end == std::string_view::npos) return {};
    head = head.substr(0, end + 1);
    ModelCard card;
    if (const auto licenses = valuesOf(head, "license"); !licenses.empty()) card.license = licenses.front();
    card.languages = valuesOf(head, "language");
    return card;
}

} // namespace fusefind

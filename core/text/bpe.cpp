#include "core/base/text.h"
#include "core/text/subword_model.h"
#include "core/text/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <queue>
#include <tuple>

namespace fusefind {

namespace {

using Json = nlohmann::json;
using std::filesystem::path;

struct Merge {
    uint32_t rank = 0; // the smaller, the earlier
    int32_t made = 0;
};

uint64_t pairKey(int32_t left, int32_t right) {
    return (static_cast<uint64_t>(left) << 32) | static_cast<uint32_t>(right);
}

struct BpeTables {
    TokenMap vocabulary;
    std::unordered_map<uint64_t, Merge> merges;
    std::string prefix; // of every character of a word but the first
    std::string suffix; // of the last one
    std::optional<int32_t> unknown;
    bool fuseUnknown = false;
    bool wholeWordsFirst = false;
    int32_t size = 0;
};

// The symbols of one word, a list in place: merging joins a symbol with the next one.
class Symbols {
public:
    explicit Symbols(const BpeTables& tables) : tables_(tables) {}

    void push(int32_t id) {
        const auto at = static_cast<int32_t>(symbols_.size());
        if (at > 0) symbols_.back().next = at;
        symbols_.push_back({id, at - 1, -1});
    }

    // The earliest merge of all, the leftmost where it comes twice, until there is none.
    void mergeAll() {
        for (int32_t at = 0; at < static_cast<int32_t>(symbols_.size()); ++at)
            offer(at);
        while (!queue_.empty()) {
            const Candidate best = queue_.top();
            queue_.pop();
            if (const Merge* merge = mergeAt(best.at); merge != nullptr && merge->made == best.made)
                join(best.at, best.made);
        }
    }

    void append(std::vector<int32_t>& ids) const {
        for (int32_t at = symbols_.empty() ? -1 : 0; at >= 0; at = symbols_[static_cast<size_t>(at)].next)
            ids.push_back(symbols_[static_cast<size_t>(at)].id);
    }

private:
    struct Symbol {
        int32_t id;
        int32_t previous, next; // -1: none
        bool gone = false;
    };
    struct Candidate {
        uint32_t rank;
        int32_t at;
        int32_t made;
        bool operator<(const Candidate& other) const { return std::tie(rank, at) > std::tie(other.rank, other.at); }
    };

    [[nodiscard]] const Merge* mergeAt(int32_t at) const {
        const Symbol& left = symbols_[static_cast<size_t>(at)];
        if (left.gone || left.next < 0) return nullptr;
        const auto found = tables_.merges.find(pairKey(left.id, symbols_[static_cast<size_t>(left.next)].id));
        return found == tables_.merges.end() ? nullptr : &found->second;
    }
    void offer(int32_t at) {
        if (at < 0) return;
        if (const Merge* merge = mergeAt(at)) queue_.push({merge->rank, at, merge->made});
    }
    void join(int32_t at, int32_t made) {
        Symbol& left = symbols_[static_cast<size_t>(at)];
        Symbol& right = symbols_[static_cast<size_t>(left.next)];
        left.id = made;
        left.next = right.next;
        right.gone = true;
        if (left.next >= 0) symbols_[static_cast<size_t>(left.next)].previous = at;
        offer(left.previous);
        offer(at);
    }

    const BpeTables& tables_;
    std::vector<Symbol> symbols_;
    std::priority_queue<Candidate> queue_;
};

class Bpe : public SubwordModel {
public:
    explicit Bpe(BpeTables tables) : tables_(std::move(tables)) {}

    [[nodiscard]] int32_t size() const override { return tables_.size; }

    void split(std::string_view word, std::vector<int32_t>& ids) const override {
        if (tables_.wholeWordsFirst) {
            if (const auto whole = tables_.vocabulary.find(word); whole != tables_.vocabulary.end()) {
                ids.push_back(whole->second);
                return;
            }
        }
        Symbols symbols(tables_);
        bool afterUnknown = false;
        std::string symbol;
        for (size_t at = 0; at < word.size();) {
            const size_t begin = at;
            nextCharacter(word, at);
            symbol = begin > 0 ? tables_.prefix : "";
            symbol += word.substr(begin, at - begin);
            if (at == word.size()) symbol += tables_.suffix;
            const auto found = tables_.vocabulary.find(symbol);
            const bool known = found != tables_.vocabulary.end();
            if (known)
                symbols.push(found->second);
            else if (tables_.unknown && !(afterUnknown && tables_.fuseUnknown))
                symbols.push(*tables_.unknown);
            afterUnknown = !known;
        }
        symbols.mergeAll();
        symbols.append(ids);
    }

private:
    BpeTables tables_;
};

Status readVocabulary(const Json& json, const path& file, BpeTables& tables) {
    const Json& vocabulary = jsonChild(json, "vocab");
    if (!vocabulary.is_object() || vocabulary.empty()) return damagedTokenizer("it has no vocabulary", file);
    for (const auto& [piece, value] : vocabulary.items()) {
        const auto id = asTokenId(value);
        if (!id) return damagedTokenizer("a piece of its vocabulary has no number", file);
        tables.vocabulary.emplace(piece, *id);
        tables.size = std::max(tables.size, *id + 1);
    }
    const auto unknown = jsonField<std::string>(json, "unk_token");
    if (!unknown) return {};
    const auto found = tables.vocabulary.find(*unknown);
    if (found == tables.vocabulary.end()) return damagedTokenizer("its unknown token is not in its vocabulary", file);
    tables.unknown = found->second;
    return {};
}

// "left right" or ["left", "right"]
std::optional<std::pair<std::string, std::string>> readPair(const Json& merge) {
    if (merge.is_string()) {
        const auto text = merge.get<std::string>();
        const size_t space = text.find(' ');
        if (space == std::string::npos) return std::nullopt;
        return std::pair(text.substr(0, space), text.substr(space + 1));
    }
    if (!merge.is_array() || merge.size() != 2 || !merge[0].is_string() || !merge[1].is_string()) return std::nullopt;
    return std::pair(merge[0].get<std::string>(), merge[1].get<std::string>());
}

Status readMerges(const Json& json, const path& file, BpeTables& tables) {
    uint32_t rank = 0;
    for (const Json& merge : jsonChild(json, "merges")) {
        const auto pair = readPair(merge);
        if (!pair) return damagedTokenizer("one of its merges is no pair", file);
        const auto& [left, right] = *pair;
        const auto first = tables.vocabulary.find(left);
        const auto second = tables.vocabulary.find(right);
        const auto made = tables.vocabulary.find(left + right.substr(std::min(tables.prefix.size(), right.size())));
        for (const auto& found : {first, second, made})
            if (found == tables.vocabulary.end())
                return damagedTokenizer(
                    fmt::format("its vocabulary lacks a part of the merge {} {}", singleLine(left), singleLine(right)),
                    file);
        tables.merges.insert_or_assign(pairKey(first->second, second->second), Merge{rank++, made->second});
    }
    return {};
}

} // namespace

Result<std::unique_ptr<SubwordModel>> loadBpe(const Json& json, const path& file) {
    const auto says = [&](const char* key) { return jsonField<bool>(json, key).value_or(false); };
    if (says("byte_fallback") || jsonField<double>(json, "dropout").value_or(0) > 0)
        return fail(ErrorCode::unsupported, "its byte-pair encoding falls back to bytes or drops merges", file);
    BpeTables tables;
    tables.prefix = jsonField<std::string>(json, "continuing_subword_prefix").value_or("");
    tables.suffix = jsonField<std::string>(json, "end_of_word_suffix").value_or("");
    tables.fuseUnknown = says("fuse_unk");
    tables.wholeWordsFirst = says("ignore_merges");
    FUSEFIND_TRY(readVocabulary(json, file, tables));
    FUSEFIND_TRY(readMerges(json, file, tables));
    return std::make_unique<Bpe>(std::move(tables));
}

} // namespace fusefind

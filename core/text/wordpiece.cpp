#include "core/text/wordpiece.h"

#include "core/text/bert_unicode.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace fusefind {

namespace {

// One text on its way to ids.
class Pass {
public:
    Pass(const WordPieceModel& model, size_t limit) : model_(model), normalizer_(model.normalizer), limit_(limit) {}

    void push(char32_t c) {
        normalizer_.push(c, settled_);
        drain();
    }
    void pushSpecial(int32_t id) {
        finish();
        ids_.push_back(id);
    }
    void finish() {
        normalizer_.flush(settled_);
        drain();
        endWord();
    }
    [[nodiscard]] bool full() const { return ids_.size() >= limit_; }
    [[nodiscard]] std::span<const int32_t> ids() const { return std::span(ids_).first(std::min(ids_.size(), limit_)); }

private:
    void drain() {
        for (const char32_t c : settled_) {
            if (full()) break;
            if (isBertSpace(c)) {
                endWord();
            } else if (isBertPunctuation(c)) {
                endWord();
                append(c);
                endWord();
            } else {
                append(c);
            }
        }
        settled_.clear();
    }

    void append(char32_t c) {
        if (ends_.size() == model_.longestWord) {
            tooLong_ = true;
            return;
        }
        appendUtf8(c, word_);
        ends_.push_back(word_.size());
    }

    void endWord() {
        if (ends_.empty()) return;
        const size_t before = ids_.size();
        if (tooLong_ || !splitWord()) {
            ids_.resize(before);
            ids_.push_back(model_.unknown);
        }
        word_.clear();
        ends_.clear();
        tooLong_ = false;
    }

    // Greedy, longest piece first; false if some part of the word has no piece.
    bool splitWord() {
        size_t start = 0; // in bytes
        for (size_t next = 0; next < ends_.size();) {
            std::optional<int32_t> id;
            size_t end = ends_.size();
            while (end > next && !(id = find(start, ends_[end - 1])))
                --end;
            if (!id) return false;
            ids_.push_back(*id);
            next = end;
            start = ends_[end - 1];
        }
        return true;
    }

    [[nodiscard]] std::optional<int32_t> find(size_t start, size_t end) const {
        if (end - start > model_.longestPiece) return std::nullopt;
        const TokenMap& pieces = start == 0 ? model_.starts : model_.continuations;
        const auto found = pieces.find(std::string_view(word_).substr(start, end - start));
        if (found == pieces.end()) return std::nullopt;
        return found->second;
    }

    const WordPieceModel& model_;
    BertNormalizer normalizer_;
    size_t limit_;
    std::u32string settled_; // normalised, not yet split into words
    std::string word_;
    std::vector<size_t> ends_; // where each character of the word ends, in bytes
    bool tooLong_ = false;
    std::vector<int32_t> ids_;
};

// Finds special tokens, at a glance where none begins.
class SpecialTokens {
public:
    explicit SpecialTokens(const std::vector<SpecialToken>& tokens) : tokens_(tokens) {
        for (const SpecialToken& token : tokens)
            begins_[static_cast<unsigned char>(token.text.front())] = true;
    }
    [[nodiscard]] const SpecialToken* at(std::string_view text) const {
        if (!begins_[static_cast<unsigned char>(text.front())]) return nullptr;
        const auto found = std::find_if(tokens_.begin(), tokens_.end(),
                                        [&](const SpecialToken& token) { return text.starts_with(token.text); });
        return found == tokens_.end() ? nullptr : &*found;
    }

private:
    const std::vector<SpecialToken>& tokens_;
    std::array<bool, 256> begins_{};
};

} // namespace

WordPieceTokenizer::WordPieceTokenizer(WordPieceModel model) : model_(std::move(model)) {}

Result<WordPieceTokenizer> WordPieceTokenizer::load(const std::filesystem::path& folder) {
    FUSEFIND_TRY_ASSIGN(auto model, loadWordPieceModel(folder));
    return WordPieceTokenizer(std::move(model));
}

std::vector<int32_t> WordPieceTokenizer::encode(std::string_view utf8, size_t maxTokens) const {
    const size_t around = model_.before.size() + model_.after.size();
    FUSEFIND_ASSERT(maxTokens >= around);
    Pass pass(model_, maxTokens - around);
    const SpecialTokens specials(model_.special);
    for (size_t position = 0; position < utf8.size() && !pass.full();) {
        if (const SpecialToken* special = specials.at(utf8.substr(position))) {
            pass.pushSpecial(special->id);
            position += special->text.size();
        } else {
            pass.push(nextCharacter(utf8, position));
        }
    }
    pass.finish();
    std::vector<int32_t> ids = model_.before;
    ids.insert(ids.end(), pass.ids().begin(), pass.ids().end());
    ids.insert(ids.end(), model_.after.begin(), model_.after.end());
    return ids;
}

} // namespace fusefind

#include "core/text/subword_model.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusefind {

namespace {

using Json = nlohmann::json;
using std::filesystem::path;

struct Piece {
    std::string text;
    double score = 0; // the logarithm of its probability
    int32_t id = 0;
};

// The range of the sorted pieces that begin with what was walked along so far.
class PrefixWalk {
public:
    explicit PrefixWalk(const std::vector<Piece>& pieces) : begin_(pieces.begin()), end_(pieces.end()) {}

    // False if no piece goes on like this.
    bool step(char byte) {
        const auto at = [this](const Piece& piece) -> int {
            return piece.text.size() > depth_ ? static_cast<unsigned char>(piece.text[depth_]) : -1;
        };
        const int wanted = static_cast<unsigned char>(byte);
        begin_ = std::partition_point(begin_, end_, [&](const Piece& piece) { return at(piece) < wanted; });
        end_ = std::partition_point(begin_, end_, [&](const Piece& piece) { return at(piece) <= wanted; });
        ++depth_;
        return begin_ != end_;
    }
    // The piece that ends here, or nullptr.
    [[nodiscard]] const Piece* piece() const { return begin_->text.size() == depth_ ? &*begin_ : nullptr; }

private:
    std::vector<Piece>::const_iterator begin_, end_;
    size_t depth_ = 0;
};

class Unigram : public SubwordModel {
public:
    // `pieces` are sorted by their text, which none shares with another.
    Unigram(std::vector<Piece> pieces, int32_t unknown) : pieces_(std::move(pieces)), unknown_(unknown) {
        constexpr double kPenalty = 10; // below the least probable piece
        double least = std::numeric_limits<double>::infinity();
        for (const Piece& piece : pieces_) {
            least = std::min(least, piece.score);
            size_ = std::max(size_, piece.id + 1);
        }
        unknownScore_ = least - kPenalty;
    }

    [[nodiscard]] int32_t size() const override { return size_; }

    // Viterbi's algorithm over the ends of pieces; a run of unknown characters is one unknown token.
    void split(std::string_view word, std::vector<int32_t>& ids) const override {
        std::vector<End> ends(word.size() + 1);
        for (size_t begin = 0; begin < word.size();) {
            size_t next = begin;
            nextCharacter(word, next);
            if (!reachPieces(word, begin, next, ends))
                reach(ends[next], begin, ends[begin].score + unknownScore_, unknown_);
            begin = next;
        }
        std::vector<int32_t> backwards;
        for (size_t end = word.size(); end > 0; end = ends[end].begin)
            if (ends[end].id != unknown_ || backwards.empty() || backwards.back() != unknown_)
                backwards.push_back(ends[end].id);
        ids.insert(ids.end(), backwards.rbegin(), backwards.rend());
    }

private:
    struct End {
        double score = 0; // of the best way to here
        size_t begin = 0; // of its last piece
        int32_t id = -1;
    };

    static void reach(End& end, size_t begin, double score, int32_t id) {
        if (end.id < 0 || score > end.score) end = {score, begin, id};
    }

    // False if no piece is the one character that begins here.
    bool reachPieces(std::string_view word, size_t begin, size_t next, std::vector<End>& ends) const {
        bool single = false;
        PrefixWalk walk(pieces_);
        for (size_t end = begin; end < word.size() && walk.step(word[end]);) {
            ++end;
            const Piece* const piece = walk.piece();
            if (piece == nullptr) continue;
            reach(ends[end], begin, ends[begin].score + piece->score, piece->id);
            single = single || end == next;
        }
        return single;
    }

    std::vector<Piece> pieces_;
    int32_t unknown_;
    double unknownScore_ = 0;
    int32_t size_ = 0;
};

Result<std::vector<Piece>> readPieces(const Json& list, const path& file) {
    std::vector<Piece> pieces;
    for (const Json& entry : list) {
        const bool pair = entry.is_array() && entry.size() == 2 && entry[0].is_string() && entry[1].is_number();
        const double score = pair ? entry[1].get<double>() : std::numeric_limits<double>::quiet_NaN();
        if (!std::isfinite(score)) return damagedTokenizer("a piece of its vocabulary has no text or score", file);
        pieces.push_back({entry[0].get<std::string>(), score, static_cast<int32_t>(pieces.size())});
    }
    return pieces;
}

} // namespace

Result<std::unique_ptr<SubwordModel>> loadUnigram(const Json& json, const path& file) {
    if (jsonField<bool>(json, "byte_fallback").value_or(false))
        return fail(ErrorCode::unsupported, "its unigram model falls back to bytes", file);
    FUSEFIND_TRY_ASSIGN(std::vector<Piece> pieces, readPieces(jsonChild(json, "vocab"), file));
    const auto unknown = jsonField<int32_t>(json, "unk_id");
    if (!unknown || *unknown < 0 || *unknown >= std::ssize(pieces))
        return damagedTokenizer("its unknown token is not in its vocabulary", file);
    // Of two pieces with one text the later counts; an empty one is never found.
    std::ranges::stable_sort(pieces, {}, &Piece::text);
    std::vector<Piece> distinct;
    for (Piece& piece : pieces) {
        if (!distinct.empty() && distinct.back().text == piece.text) distinct.pop_back();
        if (!piece.text.empty()) distinct.push_back(std::move(piece));
    }
    return std::make_unique<Unigram>(std::move(distinct), *unknown);
}

} // namespace fusefind

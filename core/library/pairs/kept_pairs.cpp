#include "core/library/pairs/paired_data.h"

#include <algorithm>
#include <set>

namespace fusefind {

namespace {

// The rows of one list that are still used, in the old order.
class Renumbering {
public:
    explicit Renumbering(size_t rows) : used_(rows) {}

    void use(size_t row) { used_[row] = true; }
    // Once all are said.
    void settle() {
        for (const bool used : used_)
            newRow_.push_back(used ? count_++ : 0);
    }
    [[nodiscard]] size_t operator[](size_t row) const { return newRow_[row]; }
    template <class T>
    void apply(std::vector<T>& rows) const {
        size_t row = 0;
        std::erase_if(rows, [&](const T&) { return !used_[row++]; });
    }

private:
    std::vector<bool> used_;
    std::vector<size_t> newRow_;
    size_t count_ = 0;
};

std::vector<IndexPair> renumbered(const std::vector<IndexPair>& pairs, const Renumbering& first,
                                  const Renumbering& second) {
    std::vector<IndexPair> rows;
    for (const IndexPair& pair : pairs)
        rows.push_back({first[pair.first], second[pair.second]});
    return rows;
}

} // namespace

void keepPairs(PairedData& data, const PairLists& kept) {
    Renumbering images(data.images.size());
    Renumbering sounds(data.sounds.size());
    Renumbering texts(data.texts.size());
    const auto use = [](const std::vector<IndexPair>& pairs, Renumbering& first, Renumbering& second) {
        for (const IndexPair& pair : pairs) {
            first.use(pair.first);
            second.use(pair.second);
        }
    };
    use(kept.imageText, images, texts);
    use(kept.audioText, sounds, texts);
    use(kept.imageAudio, images, sounds);
    for (Renumbering* rows : {&images, &sounds, &texts})
        rows->settle();
    data.imageText = renumbered(kept.imageText, images, texts);
    data.audioText = renumbered(kept.audioText, sounds, texts);
    data.imageAudio = renumbered(kept.imageAudio, images, sounds);
    images.apply(data.images);
    images.apply(data.imageSplits);
    images.apply(data.imageContents);
    sounds.apply(data.sounds);
    sounds.apply(data.soundSplits);
    sounds.apply(data.soundContents);
    texts.apply(data.texts);
}

bool holdsSplit(const PairedData& data, Split split) {
    return std::ranges::find(data.imageSplits, split) != data.imageSplits.end() ||
           std::ranges::find(data.soundSplits, split) != data.soundSplits.end();
}

void keepSplit(PairedData& data, Split split) {
    const auto of = [split](const std::vector<IndexPair>& pairs, const std::vector<std::optional<Split>>& splits) {
        std::vector<IndexPair> found;
        std::ranges::copy_if(pairs, std::back_inserter(found),
                             [&](const IndexPair& pair) { return splits[pair.first] == split; });
        return found;
    };
    keepPairs(data, {of(data.imageText, data.imageSplits), of(data.audioText, data.soundSplits),
                     of(data.imageAudio, data.imageSplits)});
    std::erase_if(data.problems, [split](const PairProblem& problem) { return problem.split != split; });
}

std::vector<PairProblem> lostItems(const PairedData& data) {
    std::set<std::filesystem::path> known(data.images.begin(), data.images.end());
    known.insert(data.sounds.begin(), data.sounds.end());
    std::vector<PairProblem> lost;
    for (const PairProblem& problem : data.problems)
        if (problem.split && known.insert(problem.path).second) lost.push_back(problem);
    return lost;
}

} // namespace fusefind

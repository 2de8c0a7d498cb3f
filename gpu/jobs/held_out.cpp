#include "gpu/jobs/held_out.h"

#include "gpu/jobs/latent_rows.h"

#include <algorithm>
#include <numeric>

namespace fusefind {

namespace {

constexpr size_t kComparisons = 10;
constexpr size_t kShown = 5;

using Numbers = std::vector<int64_t>; // rows of the whole, ascending

size_t index(Modality modality) {
    return static_cast<size_t>(modality);
}

std::array<Numbers, kModalities.size()> rowsOf(std::span<const PairKind> kinds) {
    std::array<Numbers, kModalities.size()> rows;
    const auto add = [&](Modality modality, const Numbers& more) {
        Numbers all;
        std::ranges::set_union(rows[index(modality)], more, std::back_inserter(all));
        rows[index(modality)] = std::move(all);
    };
    for (const PairKind& kind : kinds) {
        add(kind.a, distinctRows(kind.pairs, &RowPair::a));
        add(kind.b, distinctRows(kind.pairs, &RowPair::b));
    }
    return rows;
}

int64_t positionOf(const Numbers& rows, int64_t row) {
    return std::ranges::lower_bound(rows, row) - rows.begin();
}

template <class T>
std::vector<T> pick(const std::vector<T>& all, const Numbers& rows) {
    std::vector<T> picked;
    if (!all.empty())
        for (const int64_t row : rows)
            picked.push_back(all[row]);
    return picked;
}

// Of both sides of a kind that has captions.
Modality otherThanText(const PairKind& kind) {
    return kind.a == Modality::text ? kind.b : kind.a;
}
Numbers rowsOf(const PairKind& kind, Modality modality) {
    return distinctRows(kind.pairs, kind.a == modality ? &RowPair::a : &RowPair::b);
}

Numbers spread(const Numbers& rows, size_t count) {
    Numbers chosen;
    for (size_t i = 0; i < std::min(count, rows.size()); ++i)
        chosen.push_back(rows[i * rows.size() / std::min(count, rows.size())]);
    return chosen;
}

// The candidates best first, for each query: rows of the modality.
Result<std::vector<Numbers>> bestOf(const Space& space, const HeldOutPairs& pairs, const Numbers& queries,
                                    Modality modality, const Numbers& candidates) {
    FUSEFIND_TRY_ASSIGN(const Matrix asked,
                        space.project(Modality::text, gatherRows(pairs.latents[index(Modality::text)], queries)));
    FUSEFIND_TRY_ASSIGN(const Matrix points,
                        space.project(modality, gatherRows(pairs.latents[index(modality)], candidates)));
    std::vector<Numbers> best;
    for (size_t query = 0; query < asked.rows(); ++query) {
        std::vector<std::pair<float, int64_t>> scored; // smallest first is best first
        for (size_t i = 0; i < points.rows(); ++i) {
            const auto row = points.row(i);
            scored.emplace_back(-std::inner_product(row.begin(), row.end(), asked.row(query).begin(), 0.0F),
                                candidates[i]);
        }
        const size_t shown = std::min(kShown, scored.size());
        std::ranges::partial_sort(scored, scored.begin() + static_cast<std::ptrdiff_t>(shown));
        Numbers& rows = best.emplace_back();
        for (size_t i = 0; i < shown; ++i)
            rows.push_back(scored[i].second);
    }
    return best;
}

// Of one kind with captions.
Result<std::vector<QueryComparison>> compareKind(const Space* before, const HeldOutPairs& seenBefore,
                                                 const Space& after, const HeldOutPairs& pairs, const PairKind& kind,
                                                 size_t count) {
    const Modality modality = otherThanText(kind);
    const auto& files = pairs.files[index(modality)];
    const Numbers queries = spread(rowsOf(kind, Modality::text), count);
    const Numbers candidates = rowsOf(kind, modality);
    FUSEFIND_TRY_ASSIGN(const auto found, bestOf(after, pairs, queries, modality, candidates));
    std::vector<Numbers> foundBefore(queries.size());
    if (before != nullptr) {
        FUSEFIND_TRY_ASSIGN(foundBefore, bestOf(*before, seenBefore, queries, modality, candidates));
    }

    std::vector<QueryComparison> comparisons;
    for (size_t i = 0; i < queries.size(); ++i) {
        QueryComparison comparison{pairs.captions[queries[i]], {}, pick(files, foundBefore[i]), pick(files, found[i])};
        for (const RowPair& pair : kind.pairs) {
            const bool textFirst = kind.a == Modality::text;
            if ((textFirst ? pair.a : pair.b) == queries[i])
                comparison.wanted.push_back(files[textFirst ? pair.b : pair.a]);
        }
        comparisons.push_back(std::move(comparison));
    }
    return comparisons;
}

DirectionRecall directionOf(Modality from, Modality to, const QueryHits& hits) {
    return {from, to, summarize(hits), bootstrapIntervals(hits)};
}

} // namespace

HeldOutPairs heldOutPairs(const PairedLatents& pairs, std::span<const PairSplit> splits,
                          std::vector<RowPair> PairSplit::*part) {
    HeldOutPairs heldOut;
    for (const PairSplit& split : splits)
        if (!(split.*part).empty()) heldOut.kinds.push_back({split.a, split.b, split.*part});
    const auto rows = rowsOf(heldOut.kinds);
    for (PairKind& kind : heldOut.kinds)
        for (RowPair& pair : kind.pairs)
            pair = {positionOf(rows[index(kind.a)], pair.a), positionOf(rows[index(kind.b)], pair.b)};
    for (const Modality modality : kModalities) {
        const size_t m = index(modality);
        heldOut.latents[m] = gatherRows(pairs.latents[m], rows[m]);
        heldOut.contents[m] = pick(pairs.contents[m], rows[m]);
        heldOut.files[m] = pick(pairs.files[m], rows[m]);
    }
    heldOut.captions = pick(pairs.captions, rows[index(Modality::text)]);
    return heldOut;
}

Result<HeldOutPairs> asSeenBy(const Space& space, Workspace& workspace, const HeldOutPairs& pairs,
                              const EncoderChoice& encoders) {
    HeldOutPairs seen = pairs;
    std::array<bool, kModalities.size()> known{};
    for (const auto& [modality, description] : space.info().modalities) {
        const auto own = encoders.find(modality);
        bool& isKnown = known[index(modality)];
        isKnown = own != encoders.end() && own->second == description.encoders;
        if (isKnown || pairs.contents[index(modality)].empty()) continue;
        auto stored = storedLatents(workspace, modality, description.encoders, pairs.contents[index(modality)]);
        if (!stored && stored.error().code == ErrorCode::notFound) continue; // an encoder that is gone
        if (!stored) return fail(stored.error());
        isKnown = stored->rows.rows() == pairs.contents[index(modality)].size();
        if (isKnown) seen.latents[index(modality)] = std::move(stored->rows);
    }
    std::erase_if(seen.kinds, [&](const PairKind& kind) { return !known[index(kind.a)] || !known[index(kind.b)]; });
    return seen;
}

std::vector<DirectionRecall> directionsOf(std::span<const KindRecall> recalls) {
    std::vector<DirectionRecall> directions;
    for (const KindRecall& kind : recalls) {
        directions.push_back({kind.a, kind.b, kind.recall.aToB, {}});
        directions.push_back({kind.b, kind.a, kind.recall.bToA, {}});
    }
    return directions;
}

Result<std::vector<DirectionRecall>> recallWithIntervals(const Space& space, const HeldOutPairs& pairs) {
    const auto project = [&](Modality modality, const Matrix& rows) { return space.project(modality, rows); };
    FUSEFIND_TRY_ASSIGN(const std::vector<KindHits> hits, measureHits(pairs.latents, pairs.kinds, project));
    std::vector<DirectionRecall> directions;
    for (const KindHits& kind : hits) {
        directions.push_back(directionOf(kind.a, kind.b, kind.hits.aToB));
        directions.push_back(directionOf(kind.b, kind.a, kind.hits.bToA));
    }
    return directions;
}

Result<std::vector<QueryComparison>> compareQueries(const Space* before, const HeldOutPairs& seenBefore,
                                                    const Space& after, const HeldOutPairs& pairs) {
    std::vector<const PairKind*> asked;
    for (const PairKind& kind : pairs.kinds)
        if ((kind.a == Modality::text || kind.b == Modality::text) && !pairs.captions.empty()) asked.push_back(&kind);
    std::vector<QueryComparison> comparisons;
    for (size_t i = 0; i < asked.size(); ++i) {
        const PairKind& kind = *asked[i];
        const bool wasThere = std::ranges::any_of(
            seenBefore.kinds, [&](const PairKind& other) { return other.a == kind.a && other.b == kind.b; });
        const size_t count = (kComparisons - comparisons.size()) / (asked.size() - i);
        FUSEFIND_TRY_ASSIGN(auto more, compareKind(wasThere ? before : nullptr, seenBefore, after, pairs, kind, count));
        std::ranges::move(more, std::back_inserter(comparisons));
    }
    return comparisons;
}

} // namespace fusefind

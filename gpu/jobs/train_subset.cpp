#include "gpu/jobs/train_subset.h"

#include "core/eval/diverse.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace fusefind {

namespace {

using Places = std::vector<int64_t>; // of pairs among the training pairs of their kind

Places uniformPlaces(size_t pairs) {
    constexpr uint64_t kSeed = 1; // the study's
    Places places(pairs);
    std::iota(places.begin(), places.end(), 0);
    shuffle(places, kSeed);
    return places;
}

// Of pairs that begin with the same row, the first ones, then the second ones and so on.
Places inRounds(const std::vector<RowPair>& pairs, const std::vector<int64_t>& rows) {
    std::map<int64_t, Places> placesOf;
    for (size_t place = 0; place < pairs.size(); ++place)
        placesOf[pairs[place].a].push_back(static_cast<int64_t>(place));
    Places ordered;
    for (size_t round = 0; ordered.size() < pairs.size(); ++round) {
        const size_t before = ordered.size();
        for (const int64_t row : rows)
            if (const Places& places = placesOf[row]; round < places.size()) ordered.push_back(places[round]);
        if (ordered.size() == before) break;
    }
    return ordered;
}

Result<Places> diversePlaces(const std::vector<RowPair>& pairs, const Matrix& latents, size_t wanted,
                             JobContext& context) {
    std::vector<int64_t> rows;
    for (const RowPair& pair : pairs)
        rows.push_back(pair.a);
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    Matrix candidates;
    candidates.reserve(rows.size(), latents.cols());
    for (const int64_t row : rows)
        candidates.append(latents.row(static_cast<size_t>(row)));
    const auto total = static_cast<int64_t>(std::min(wanted, rows.size()));
    const auto goesOn = [&](size_t done) {
        context.progress({"choose pairs", static_cast<int64_t>(done), total, {}});
        context.yield();
        return !context.cancelled();
    };
    FUSEFIND_TRY_ASSIGN(std::vector<int64_t> chosen, mostDiverse(candidates, wanted, goesOn));
    // What adds nothing comes last.
    std::vector<bool> isChosen(rows.size());
    for (const int64_t candidate : chosen)
        isChosen[static_cast<size_t>(candidate)] = true;
    for (size_t candidate = 0; candidate < rows.size(); ++candidate)
        if (!isChosen[candidate]) chosen.push_back(static_cast<int64_t>(candidate));
    std::ranges::transform(chosen, chosen.begin(),
                           [&](int64_t candidate) { return rows[static_cast<size_t>(candidate)]; });
    return inRounds(pairs, chosen);
}

} // namespace

Status keepSubset(TrainingSet& set, const Subset& subset, JobContext& context) {
    const auto wanted = static_cast<size_t>(subset.pairs);
    for (PairSplit& kind : set.kinds) {
        if (kind.train.size() <= wanted) continue;
        Places places = uniformPlaces(kind.train.size());
        if (subset.choice == Subset::Choice::diverse) {
            const Matrix& latents = set.latents[static_cast<size_t>(kind.a)];
            FUSEFIND_TRY_ASSIGN(places, diversePlaces(kind.train, latents, wanted, context));
        }
        places.resize(wanted);
        std::ranges::sort(places);
        std::vector<RowPair> kept;
        for (const int64_t place : places)
            kept.push_back(kind.train[static_cast<size_t>(place)]);
        kind.train = std::move(kept);
    }
    return {};
}

} // namespace fusefind

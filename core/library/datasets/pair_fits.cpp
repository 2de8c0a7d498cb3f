#include "core/library/datasets/pair_fits.h"

#include "core/library/datasets/data_sets.h"

#include <array>
#include <cmath>
#include <map>

namespace fusefind {

namespace {

// Those of its files that it shares a content by.
std::array<std::optional<size_t>, 2> filesOf(const PairContents::Pair& pair) {
    return {pair.image, pair.sound};
}

std::optional<int64_t> thousandths(std::optional<double> value) {
    return value ? std::optional<int64_t>(std::llround(1000 * *value)) : std::nullopt;
}

} // namespace

std::vector<std::optional<int64_t>> twinsOf(const PairContents& contents) {
    std::map<Sha256, size_t> copies;
    for (const PairContents::File& file : contents.files)
        if (file.content) ++copies[*file.content];
    std::map<Sha256, int64_t> first; // pair with it
    std::vector<std::optional<int64_t>> twins(contents.pairs.size());
    for (size_t i = 0; i < twins.size(); ++i) {
        for (const auto& row : filesOf(contents.pairs[i])) {
            const auto content = row ? contents.files[*row].content : std::nullopt;
            if (!content || copies[*content] < 2 || twins[i]) continue;
            twins[i] = first.try_emplace(*content, contents.pairs[i].id).first->second;
        }
    }
    return twins;
}

Status storePairFits(Database& database, int64_t dataSet, std::span<const PairFit> fits, const std::stop_token& stop) {
    constexpr size_t kAtOnce = 2000; // so that other writers wait for milliseconds
    FUSEFIND_TRY_ASSIGN(const ShownDataSet shown, shownDataSet(database, dataSet));
    for (size_t begin = 0; begin < fits.size(); begin += kAtOnce) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
        FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(database));
        for (const PairFit& fit : fits.subspan(begin, std::min(kAtOnce, fits.size() - begin)))
            FUSEFIND_TRY(database.execute("INSERT OR REPLACE INTO pair_fits (pair, reading, fit, rank, twins)"
                                          " VALUES (?1, ?2, ?3, ?4, ?5)",
                                          fit.pair, shown.reading, thousandths(fit.fit), fit.rank, fit.twins));
        FUSEFIND_TRY(transaction.commit());
    }
    return {};
}

} // namespace fusefind

#pragma once

#include "core/library/datasets/pair_contents.h"

namespace fusefind {

// How well the halves of a pair fit each other in a space, against strangers: files of the same data set, drawn at
// random.
struct PairFit {
    int64_t pair = 0; // its number
    // By how many standard deviations of the strangers' cosines to the other half the pair's own lies above their mean,
    // and its place among them: 1 if none is nearer. Nothing where a half has not been encoded.
    std::optional<double> fit;
    std::optional<int64_t> rank;
    std::optional<int64_t> twins; // the number of the first pair with a file of the same content, where there are two
};

// Of each pair, the first one that has another file of the same content; nothing for those that share none.
std::vector<std::optional<int64_t>> twinsOf(const PairContents& contents);

// In the place of what was known of a data set's pairs, for the orders of DataPairFilter. Writes in small transactions.
// Errors: notFound (no such data set), cancelled.
Status storePairFits(Database& database, int64_t dataSet, std::span<const PairFit> fits, const std::stop_token& stop);

} // namespace fusefind

#pragma once

#include "core/base/result.h"
#include "core/eval/pairs.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fusefind {

enum class Part { train, val, test };

// What is known of the rows of one modality.
struct SplitRows {
    int64_t count = 0;
    std::vector<std::string> content; // empty, or a content hash a row: equal ones are one item ("" stands alone)
    std::vector<int64_t> alike;       // empty, or for each row the first that is nearly the same (near_duplicates.h)
    std::vector<std::optional<Part>> given; // empty, or the part that the data set's own files give a row
};

struct SplitOptions {
    double valFraction = 0.1;   // of the items; 0 holds nothing back
    int64_t maxValItems = 5000; // so that measuring stays cheap beside training
};

// The pairs of one kind, by part, in their original order.
struct PairSplit {
    Modality a = Modality::image;
    Modality b = Modality::text;
    std::vector<RowPair> train;
    std::vector<RowPair> val;
    std::vector<RowPair> test;
};

// Holds items back. An item is everything that pairs connect, over all kinds: a picture with all of its captions, a
// picture, its sound and its text. Rows that share a text row are therefore one item: give each caption a row of its
// own.
//
// Given parts come first: an item with any row in test is test, else with any in val is val. Only if no item is given
// to val, one is drawn from the items that are not test: about `valFraction` of them, at least one and never all (a
// single item trains), among items that occur in the same pair kinds; of each such group the item with most pairs
// trains. A picture, or else a sound, is drawn by its content hash alone, as a number in [0, 1) below the fraction:
// whatever else is trained on with it, every training holds back the same items. Without hashes a fixed shuffle of the
// rows draws. What is nearly the same is held back together. What is nearly the same as an item that the data's
// own files give to test or val, and given to another part itself, is left out: it can neither train, nor be added to
// what others measure on. Errors: invalidInput (a pair outside the rows or
// within one modality, a fraction outside [0, 1)).
Result<std::vector<PairSplit>> splitByItem(const std::array<SplitRows, kModalities.size()>& rows,
                                           std::span<const PairKind> kinds, const SplitOptions& options = {});

// Fisher-Yates with draws that are the same on every standard library.
void shuffle(std::span<int64_t> values, uint64_t seed);

} // namespace fusefind

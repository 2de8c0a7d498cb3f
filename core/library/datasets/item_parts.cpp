#include "core/library/datasets/item_parts.h"

#include "core/eval/item_rows.h"

#include <algorithm>

namespace fusefind {

namespace {

size_t index(Modality modality) {
    return static_cast<size_t>(modality);
}

struct Sides {
    Modality a;
    Modality b;
};
constexpr std::array<Sides, kDataPairKinds.size()> kSides{
    {{Modality::image, Modality::text}, {Modality::audio, Modality::text}, {Modality::image, Modality::audio}}};

std::optional<size_t> rowOf(const NamedPair& pair, Modality modality) {
    return modality == Modality::image ? pair.image : modality == Modality::text ? pair.text : pair.sound;
}

RowPair rowsOf(const NamedPair& pair) {
    const Sides sides = kSides.at(static_cast<size_t>(pair.kind));
    return {static_cast<int64_t>(*rowOf(pair, sides.a)), static_cast<int64_t>(*rowOf(pair, sides.b))};
}

std::array<SplitRows, kModalities.size()> splitRows(const PairedData& data, const FileHashes& hashes) {
    const auto rows = [](size_t count, const std::vector<std::string>& contents,
                         const std::vector<std::optional<Split>>& splits) {
        SplitRows about{static_cast<int64_t>(count), contents, {}, {}};
        std::ranges::transform(splits, std::back_inserter(about.given), partOf);
        return about;
    };
    std::array<SplitRows, kModalities.size()> all;
    all[index(Modality::image)] = rows(data.images.size(), hashes.images, data.imageSplits);
    all[index(Modality::audio)] = rows(data.sounds.size(), hashes.sounds, data.soundSplits);
    all[index(Modality::text)] = rows(data.texts.size(), {}, {});
    return all;
}

// As a training has them: kinds without pairs are left out.
std::vector<PairKind> kindsOf(std::span<const NamedPair> pairs) {
    std::array<std::vector<RowPair>, kDataPairKinds.size()> rows;
    for (const NamedPair& pair : pairs)
        rows.at(static_cast<size_t>(pair.kind)).push_back(rowsOf(pair));
    std::vector<PairKind> kinds;
    for (size_t k = 0; k < rows.size(); ++k)
        if (!rows.at(k).empty()) kinds.push_back({kSides.at(k).a, kSides.at(k).b, std::move(rows.at(k))});
    return kinds;
}

// The split of each pair, in the order of `pairs`: every part holds its pairs in that order.
std::vector<Split> inOrder(std::span<const NamedPair> pairs, std::span<const PairSplit> parts) {
    const auto sidesOf = [](const NamedPair& pair) { return kSides.at(static_cast<size_t>(pair.kind)); };
    std::vector<Split> splits;
    std::vector<std::array<size_t, 2>> next(parts.size()); // val, test
    for (const NamedPair& pair : pairs) {
        const auto part = std::ranges::find_if(
            parts, [&](const PairSplit& one) { return one.a == sidesOf(pair).a && one.b == sidesOf(pair).b; });
        auto& [val, test] = next[static_cast<size_t>(part - parts.begin())];
        const RowPair rows = rowsOf(pair);
        Split split = Split::train;
        if (val < part->val.size() && part->val[val] == rows) {
            split = Split::validation;
            ++val;
        } else if (test < part->test.size() && part->test[test] == rows) {
            split = Split::test;
            ++test;
        }
        splits.push_back(split);
    }
    return splits;
}

} // namespace

std::optional<Part> partOf(std::optional<Split> split) {
    if (!split) return std::nullopt;
    switch (*split) {
    case Split::train:
        return Part::train;
    case Split::validation:
        return Part::val;
    case Split::test:
        break;
    }
    return Part::test;
}

Result<std::vector<ItemPart>> itemParts(const PairedData& data, const FileHashes& hashes,
                                        std::span<const NamedPair> pairs) {
    const auto rows = splitRows(data, hashes);
    const std::vector<PairKind> kinds = kindsOf(pairs);
    FUSEFIND_TRY_ASSIGN(const auto parts, splitByItem(rows, kinds));
    const std::vector<Split> splits = inOrder(pairs, parts);
    const RowOffsets offsets = rowOffsets(rows);
    Components items = connectItems(rows, offsets, kinds);
    std::vector<ItemPart> result;
    for (size_t i = 0; i < pairs.size(); ++i) {
        const Modality side = kSides.at(static_cast<size_t>(pairs[i].kind)).a;
        result.push_back({items.find(offsets[index(side)] + rowsOf(pairs[i]).a), splits[i]});
    }
    return result;
}

} // namespace fusefind

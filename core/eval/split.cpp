#include "core/eval/split.h"

#include "core/eval/item_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace fusefind {

namespace {

struct Item {
    uint64_t kinds = 0; // bit k: has pairs of kind k
    int64_t pairs = 0;
    std::optional<Part> part;
    std::string content; // the lowest hash of its pictures, or else sounds; empty: none is known
};

using Rows = std::array<SplitRows, kModalities.size()>;
using Items = std::map<int64_t, Item>; // by name of the component

size_t indexOf(Modality modality) {
    return static_cast<size_t>(modality);
}

Status check(const Rows& rows, std::span<const PairKind> kinds, const SplitOptions& options) {
    if (!(options.valFraction >= 0 && options.valFraction < 1))
        return fail(ErrorCode::invalidInput,
                    fmt::format("cannot hold back a fraction of {} of the items", options.valFraction), {},
                    "use a --val-fraction from 0 to below 1, such as 0.1");
    FUSEFIND_ASSERT(kinds.size() <= 64);
    for (const PairKind& kind : kinds) {
        if (kind.a == kind.b)
            return fail(ErrorCode::invalidInput,
                        fmt::format("pairs of {} with {} are not supported", toString(kind.a), toString(kind.b)));
        const bool outside = std::any_of(kind.pairs.begin(), kind.pairs.end(), [&](RowPair pair) {
            return pair.a < 0 || pair.b < 0 || pair.a >= rows[indexOf(kind.a)].count ||
                   pair.b >= rows[indexOf(kind.b)].count;
        });
        if (outside)
            return fail(ErrorCode::invalidInput,
                        fmt::format("a pair of {} and {} lies outside the rows", toString(kind.a), toString(kind.b)));
    }
    return {};
}

// The same with what is nearly the same joined too.
Components connectAlike(const Rows& rows, const RowOffsets& offsets, Components components) {
    for (size_t m = 0; m < rows.size(); ++m)
        for (size_t i = 0; i < rows[m].alike.size(); ++i)
            components.join(offsets[m] + static_cast<int64_t>(i), offsets[m] + rows[m].alike[i]);
    return components;
}

Items collectItems(const Rows& rows, const RowOffsets& offsets, std::span<const PairKind> kinds,
                   Components& components) {
    Items items;
    for (size_t k = 0; k < kinds.size(); ++k) {
        for (const RowPair& pair : kinds[k].pairs) {
            Item& item = items[components.find(offsets[indexOf(kinds[k].a)] + pair.a)];
            item.kinds |= uint64_t{1} << k;
            ++item.pairs;
        }
    }
    for (size_t m = 0; m < rows.size(); ++m) {
        for (size_t i = 0; i < rows[m].given.size(); ++i) {
            const auto item = items.find(components.find(offsets[m] + static_cast<int64_t>(i)));
            if (item == items.end() || !rows[m].given[i]) continue;
            item->second.part = std::max(item->second.part.value_or(Part::train), *rows[m].given[i]);
        }
    }
    return items;
}

void addContents(Items& items, const Rows& rows, const RowOffsets& offsets, Components& components) {
    for (const Modality modality : {Modality::image, Modality::audio}) {
        std::map<int64_t, std::string> lowest;
        const auto& contents = rows[indexOf(modality)].content;
        for (size_t i = 0; i < contents.size(); ++i) {
            std::string& content = lowest[components.find(offsets[indexOf(modality)] + static_cast<int64_t>(i))];
            if (content.empty() || (!contents[i].empty() && contents[i] < content)) content = contents[i];
        }
        for (auto& [name, content] : lowest)
            if (const auto item = items.find(name); item != items.end() && item->second.content.empty())
                item->second.content = std::move(content);
    }
}

// Of one group those that are held back: never the largest, and one at least of several.
std::vector<int64_t> drawnFrom(const Items& items, std::vector<int64_t> names, double fraction) {
    constexpr uint64_t kAnySeed = 42;
    const auto contentOf = [&](int64_t name) { return std::string_view(items.at(name).content); };
    const auto size = [&](int64_t name) { return std::pair(items.at(name).pairs, contentOf(name)); };
    names.erase(std::ranges::max_element(names, {}, size));
    shuffle(names, kAnySeed);
    std::ranges::stable_sort(names, {}, contentOf); // those without a hash are shuffled, and before the others
    const auto hashed = std::ranges::find_if(names, [&](int64_t name) { return !contentOf(name).empty(); });
    const auto limit = fmt::format("{:016x}", static_cast<uint64_t>(std::ldexp(fraction, 64)));
    const auto end = std::ranges::lower_bound(hashed, names.end(), limit, {}, contentOf);
    const int64_t without = hashed - names.begin();
    const int64_t wanted = std::llround(fraction * static_cast<double>(without + 1)); // with the largest
    std::vector<int64_t> drawn(names.begin(), names.begin() + std::min(wanted, without));
    drawn.insert(drawn.end(), hashed, end);
    if (drawn.empty() && !names.empty()) drawn.push_back(names.front());
    return drawn;
}

void drawVal(Items& items, const SplitOptions& options) {
    const auto isVal = [](const auto& entry) { return entry.second.part == Part::val; };
    if (options.valFraction == 0 || std::any_of(items.begin(), items.end(), isVal)) return;
    std::map<uint64_t, std::vector<int64_t>> groups;
    std::vector<int64_t> all;
    for (const auto& [name, item] : items) {
        if (item.part == Part::test) continue;
        groups[item.kinds].push_back(name);
        all.push_back(name);
    }
    if (all.size() < 2) return;
    const double fraction =
        std::min(options.valFraction, static_cast<double>(options.maxValItems) / static_cast<double>(all.size()));
    int64_t drawn = 0;
    for (const auto& [kinds, names] : groups) {
        for (const int64_t name : drawnFrom(items, names, fraction)) {
            items[name].part = Part::val;
            ++drawn;
        }
    }
    // Every item is the only one of its group: the smallest is held back.
    if (drawn == 0) {
        const auto smaller = [&](int64_t a, int64_t b) { return items[a].pairs < items[b].pairs; };
        items[*std::min_element(all.begin(), all.end(), smaller)].part = Part::val;
    }
}

} // namespace

void shuffle(std::span<int64_t> values, uint64_t seed) {
    std::mt19937_64 random(seed);
    for (size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[random() % i]); // the bias of the remainder is below 1e-12
}

Result<std::vector<PairSplit>> splitByItem(const Rows& rows, std::span<const PairKind> kinds,
                                           const SplitOptions& options) {
    FUSEFIND_TRY(check(rows, kinds, options));
    const RowOffsets offsets = rowOffsets(rows);
    Components exact = connectItems(rows, offsets, kinds);
    Components alike = connectAlike(rows, offsets, exact);
    Items given = collectItems(rows, offsets, kinds, exact);
    Items items = collectItems(rows, offsets, kinds, alike);
    const Items undrawn = items;
    addContents(items, rows, offsets, alike);
    drawVal(items, options);

    std::vector<PairSplit> splits;
    for (const PairKind& kind : kinds) {
        PairSplit split{kind.a, kind.b, {}, {}, {}};
        for (const RowPair& pair : kind.pairs) {
            const int64_t row = offsets[indexOf(kind.a)] + pair.a;
            const int64_t item = alike.find(row);
            const Part own = given[exact.find(row)].part.value_or(Part::train);
            if (own != undrawn.at(item).part.value_or(Part::train)) continue; // like one that the data holds out
            const Part part = items[item].part.value_or(Part::train);
            (part == Part::train ? split.train : part == Part::val ? split.val : split.test).push_back(pair);
        }
        splits.push_back(std::move(split));
    }
    return splits;
}

} // namespace fusefind

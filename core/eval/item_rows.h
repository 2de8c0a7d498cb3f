#pragma once

#include "core/eval/components.h"
#include "core/eval/split.h"

#include <string_view>
#include <unordered_map>

namespace fusefind {

// Where each modality's rows begin among all rows; the last: how many there are in all.
using RowOffsets = std::array<int64_t, kModalities.size() + 1>;

inline RowOffsets rowOffsets(const std::array<SplitRows, kModalities.size()>& rows) {
    RowOffsets offsets{};
    for (size_t m = 0; m < rows.size(); ++m)
        offsets[m + 1] = offsets[m] + rows[m].count;
    return offsets;
}

// The items of splitByItem: what pairs connect, and what has the same content, is one.
inline Components connectItems(const std::array<SplitRows, kModalities.size()>& rows, const RowOffsets& offsets,
                               std::span<const PairKind> kinds) {
    Components components(offsets.back());
    for (const PairKind& kind : kinds)
        for (const RowPair& pair : kind.pairs)
            components.join(offsets[static_cast<size_t>(kind.a)] + pair.a,
                            offsets[static_cast<size_t>(kind.b)] + pair.b);
    for (size_t m = 0; m < rows.size(); ++m) {
        std::unordered_map<std::string_view, int64_t> first;
        for (size_t i = 0; i < rows[m].content.size(); ++i) {
            if (rows[m].content[i].empty()) continue;
            const auto row = offsets[m] + static_cast<int64_t>(i);
            components.join(first.try_emplace(rows[m].content[i], row).first->second, row);
        }
    }
    return components;
}

} // namespace fusefind

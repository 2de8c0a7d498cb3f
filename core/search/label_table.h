#pragma once

#include "core/base/modality.h"
#include "core/index/vector_index.h"

#include <optional>
#include <unordered_set>

namespace fusefind {

// What a label stands for: a whole item, or the segment of it from startMs to endMs.
struct LabelRow {
    Label label = 0;
    int64_t itemId = 0;
    int64_t startMs = 0;
    int64_t endMs = 0; // 0: the whole item
    ItemKind kind = ItemKind::image;
};

// Rows by label, in memory, for filters and hits: no SQL while searching. Immutable, so that any thread may read.
class LabelTable {
public:
    explicit LabelTable(std::vector<LabelRow> rows); // in any order, labels distinct (asserted)

    [[nodiscard]] std::span<const LabelRow> rows() const { return rows_; } // ascending by label
    [[nodiscard]] const LabelRow* find(Label label) const;                 // null if unknown

private:
    std::vector<LabelRow> rows_;
};

// Which part of the library is searched.
struct SearchScope {
    std::vector<ItemKind> kinds;                      // empty: every kind
    std::optional<std::unordered_set<int64_t>> items; // item ids, e.g. all under a folder; none: every item
};

// The filter for a scope, decided once for each row; empty if the scope is everything. Labels that the table does not
// know never pass. The table must outlive the filter.
LabelFilter makeFilter(const LabelTable& table, const SearchScope& scope);

} // namespace fusefind

#include "core/search/label_table.h"

#include <algorithm>

namespace fusefind {

LabelTable::LabelTable(std::vector<LabelRow> rows) : rows_(std::move(rows)) {
    std::sort(rows_.begin(), rows_.end(), [](auto& a, auto& b) { return a.label < b.label; });
    FUSEFIND_ASSERT(std::adjacent_find(rows_.begin(), rows_.end(),
                                       [](auto& a, auto& b) { return a.label == b.label; }) == rows_.end());
}

const LabelRow* LabelTable::find(Label label) const {
    if (rows_.empty() || label < rows_.front().label || label > rows_.back().label) return nullptr;
    // Labels are distinct and mostly consecutive: the row lies at most `ahead` rows in, and at most the number of gaps
    // before that.
    const auto ahead = std::min(static_cast<size_t>(label - rows_.front().label), rows_.size() - 1);
    if (rows_[ahead].label == label) return &rows_[ahead];
    const auto end = rows_.begin() + static_cast<std::ptrdiff_t>(ahead);
    const auto found = std::lower_bound(rows_.begin(), end, label,
                                        [](const LabelRow& row, Label wanted) { return row.label < wanted; });
    return found->label == label ? &*found : nullptr;
}

LabelFilter makeFilter(const LabelTable& table, const SearchScope& scope) {
    if (scope.kinds.empty() && !scope.items) return {};
    const auto rows = table.rows();
    std::vector<bool> allowed(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        const bool kind =
            scope.kinds.empty() || std::find(scope.kinds.begin(), scope.kinds.end(), rows[i].kind) != scope.kinds.end();
        allowed[i] = kind && (!scope.items || scope.items->contains(rows[i].itemId));
    }
    return [&table, allowed = std::make_shared<const std::vector<bool>>(std::move(allowed))](Label label) {
        const LabelRow* row = table.find(label);
        return row != nullptr && (*allowed)[static_cast<size_t>(row - table.rows().data())];
    };
}

} // namespace fusefind

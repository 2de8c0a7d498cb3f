#include "ui/models/skipped_model.h"

#include "ui/models/file_names.h"

#include <algorithm>

namespace fusefind {

void SkippedModel::setFiles(const std::vector<SkippedFile>& files) {
    const auto same = [](const SkippedFile& a, const SkippedFile& b) {
        return a.path == b.path && a.reason == b.reason;
    };
    if (std::ranges::equal(rows_, files, same)) return; // what is selected stays selected
    beginResetModel();
    rows_ = files;
    endResetModel();
}

int SkippedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int SkippedModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant SkippedModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    const SkippedFile& row = rows_.at(static_cast<size_t>(index.row()));
    const QString text = index.column() == fileColumn ? shownPath(row.path) : QString::fromStdString(row.reason);
    return role == Qt::ToolTipRole ? text.toHtmlEscaped() : text; // tool tips guess at rich text
}

QVariant SkippedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    return section == fileColumn ? tr("File") : reasonTitle_;
}

} // namespace fusefind

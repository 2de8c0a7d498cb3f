#include "ui/models/folder_model.h"

#include "ui/models/file_names.h"
#include "ui/theme/icons.h"

#include <QtCore/QLocale>
#include <algorithm>

namespace fusefind {

void FolderModel::setFolders(const std::vector<FolderFacet>& folders) {
    if (std::ranges::equal(rows_, folders, {}, &FolderFacet::path, &FolderFacet::path)) {
        rows_ = folders;
        if (!rows_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCountOf - 1));
        return;
    }
    beginResetModel();
    rows_ = folders;
    endResetModel();
}

void FolderModel::setProgress(const std::vector<FolderProgress>& progress) {
    progress_ = progress;
    if (!rows_.empty()) Q_EMIT dataChanged(index(0, progressColumn), index(rowCount() - 1, progressColumn));
}

int FolderModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int FolderModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columnCountOf;
}

std::optional<FolderProgress> FolderModel::progressOf(const std::filesystem::path& path) const {
    const auto found = std::ranges::find(progress_, path, &FolderProgress::path);
    return found == progress_.end() ? std::nullopt : std::optional(*found);
}

QString FolderModel::progressText(const FolderFacet& row) const {
    if (row.offline) return tr("Not connected; its files are kept");
    const auto progress = progressOf(row.path);
    if (!progress || progress->total == 0) return {};
    if (progress->done >= progress->total) return tr("Up to date");
    const QLocale locale;
    return tr("%1 of %2")
        .arg(locale.toString(static_cast<qlonglong>(progress->done)),
             locale.toString(static_cast<qlonglong>(progress->total)));
}

QString FolderModel::text(const FolderFacet& row, int column) const {
    switch (column) {
    case folderColumn:
        return shownPath(row.path);
    case filesColumn:
        return QLocale().toString(static_cast<qlonglong>(row.items));
    default:
        return progressText(row);
    }
}

QVariant FolderModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const FolderFacet& row = rows_.at(static_cast<size_t>(index.row()));
    if (role == Qt::DisplayRole) return text(row, index.column());
    if (role == Qt::ToolTipRole) return text(row, index.column()).toHtmlEscaped();
    if (role == Qt::DecorationRole && index.column() == folderColumn) return icon(row.offline ? "warning" : "folder");
    if (role == Qt::TextAlignmentRole && index.column() == filesColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == shareRole && index.column() == progressColumn && !row.offline) {
        const auto progress = progressOf(row.path);
        if (progress && progress->total > 0)
            return static_cast<double>(progress->done) / static_cast<double>(progress->total);
    }
    return {};
}

QVariant FolderModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == filesColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case folderColumn:
        return tr("Folder");
    case filesColumn:
        return tr("Files");
    default:
        return tr("Ready to be found");
    }
}

} // namespace fusefind

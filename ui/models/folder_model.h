#pragma once

#include "core/protocol/library_messages.h"

#include <QtCore/QAbstractTableModel>
#include <optional>

namespace fusefind {

// The library's folders: what each holds and how far its files can be found by now.
class FolderModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { folderColumn, filesColumn, progressColumn, columnCountOf };
    enum Role {
        shareRole = Qt::UserRole, // double in [0, 1] of the progress column; invalid where there is nothing to show
    };

    explicit FolderModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    // Rows stay where they are as long as the folders are the same ones.
    void setFolders(const std::vector<FolderFacet>& folders);
    void setProgress(const std::vector<FolderProgress>& progress);

    [[nodiscard]] const std::filesystem::path& path(int row) const { return rows_.at(static_cast<size_t>(row)).path; }
    [[nodiscard]] bool isOffline(int row) const { return rows_.at(static_cast<size_t>(row)).offline; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] std::optional<FolderProgress> progressOf(const std::filesystem::path& path) const;
    [[nodiscard]] QString text(const FolderFacet& row, int column) const;
    [[nodiscard]] QString progressText(const FolderFacet& row) const;

    std::vector<FolderFacet> rows_;
    std::vector<FolderProgress> progress_;
};

} // namespace fusefind

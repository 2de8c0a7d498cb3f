#pragma once

#include "core/library/items.h"

#include <QtCore/QAbstractTableModel>

namespace fusefind {

// Files of the library that could not be used, and why.
class SkippedModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { fileColumn, reasonColumn, columnCountOf };

    explicit SkippedModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setFiles(const std::vector<SkippedFile>& files);
    [[nodiscard]] const std::filesystem::path& path(int row) const { return rows_.at(static_cast<size_t>(row)).path; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<SkippedFile> rows_;
};

} // namespace fusefind

#pragma once

#include "core/library/items.h"

#include <QtCore/QAbstractTableModel>

namespace fusefind {

// Files with something to be said of each: those of the library that could not be used, or of paired data that look
// wrong.
class SkippedModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { fileColumn, reasonColumn, columnCountOf };

    explicit SkippedModel(QString reasonTitle, QObject* parent = nullptr)
        : QAbstractTableModel(parent), reasonTitle_(std::move(reasonTitle)) {}

    void setFiles(const std::vector<SkippedFile>& files);
    [[nodiscard]] const std::filesystem::path& path(int row) const { return rows_.at(static_cast<size_t>(row)).path; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString reasonTitle_; // of the second column
    std::vector<SkippedFile> rows_;
};

} // namespace fusefind

#pragma once

#include "core/protocol/dataset_messages.h"
#include "ui/models/row_pages.h"

#include <QtCore/QAbstractTableModel>

namespace fusefind {

// The pairs of a data set that a filter lets pass.
class PairPages : public RowPages<DataPair> {
public:
    explicit PairPages(WorkerClient& client, QObject* parent = nullptr);

    void start(int64_t dataSet, const DataPairFilter& filter);
    const DataPair* pair(int64_t row) { return at(row); }

    [[nodiscard]] int64_t dataSet() const { return dataSet_; }
    [[nodiscard]] const DataPairFilter& filter() const { return filter_; }

protected:
    [[nodiscard]] Json request(int64_t offset, int64_t limit) const override;
    [[nodiscard]] Result<Answer> parse(const Json& json) const override;

private:
    int64_t dataSet_ = 0;
    DataPairFilter filter_;
};

// The same as a table, of which the captions can be edited: the change itself is somebody else's.
class PairModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { pictureColumn, captionColumn, fileColumn, kindColumn, splitColumn, noteColumn, columnCountOf };

    explicit PairModel(WorkerClient& client, QObject* parent = nullptr);

    void show(int64_t dataSet, const DataPairFilter& filter);
    // The same pairs again, where they may have changed; keeps the rows meanwhile.
    void reload() { pages_.reload(); }
    void clear();

    [[nodiscard]] int64_t dataSet() const { return pages_.dataSet(); }
    [[nodiscard]] const DataPairFilter& filter() const { return pages_.filter(); }
    // Null for a row that is still on its way.
    [[nodiscard]] const DataPair* pair(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void loaded(qint64 total); // a page has come
    void failed(const fusefind::Error& error);
    void mendRequested(qint64 pair, const QString& caption);

private:
    void resize(int rows);

    mutable PairPages pages_; // looking at a row is what fetches its page
    int rows_ = 0;            // what views were told
};

} // namespace fusefind

#include "ui/models/pair_model.h"

#include "core/protocol/methods.h"
#include "ui/models/file_names.h"
#include "ui/models/pair_text.h"
#include "ui/models/plain_tip.h"

#include <QtGui/QFont>
#include <algorithm>
#include <limits>

namespace fusefind {

PairPages::PairPages(WorkerClient& client, QObject* parent) : RowPages<DataPair>(client, method::kDataPage, parent) {}

void PairPages::start(int64_t dataSet, const DataPairFilter& filter) {
    dataSet_ = dataSet;
    filter_ = filter;
    restart();
}

Json PairPages::request(int64_t offset, int64_t limit) const {
    return toJson(DataPageRequest{dataSet_, filter_, offset, limit});
}

Result<PairPages::Answer> PairPages::parse(const Json& json) const {
    FUSEFIND_TRY_ASSIGN(DataPairPage page, dataPageFromJson(json));
    return Answer{page.total, std::move(page.pairs)};
}

PairModel::PairModel(WorkerClient& client, QObject* parent) : QAbstractTableModel(parent), pages_(client) {
    connect(&pages_, &PairPages::totalChanged, this, [this](int64_t total) {
        resize(static_cast<int>(std::min<int64_t>(total, std::numeric_limits<int>::max())));
    });
    connect(&pages_, &PairPages::rowsArrived, this, [this](int64_t first, int64_t count) {
        const auto last = static_cast<int>(std::min<int64_t>(first + count, rows_)) - 1;
        if (last >= first) Q_EMIT dataChanged(index(static_cast<int>(first), 0), index(last, columnCountOf - 1));
        Q_EMIT loaded(pages_.total());
    });
    connect(&pages_, &PairPages::failed, this, &PairModel::failed);
}

void PairModel::show(int64_t dataSet, const DataPairFilter& filter) {
    beginResetModel();
    rows_ = 0;
    pages_.start(dataSet, filter);
    endResetModel();
}

void PairModel::clear() {
    beginResetModel();
    rows_ = 0;
    pages_.stop();
    endResetModel();
}

const DataPair* PairModel::pair(int row) const {
    return row < 0 || row >= rows_ ? nullptr : pages_.pair(row);
}

void PairModel::resize(int rows) {
    if (rows > rows_) {
        beginInsertRows({}, rows_, rows - 1);
        rows_ = rows;
        endInsertRows();
    } else if (rows < rows_) {
        beginRemoveRows({}, rows, rows_ - 1);
        rows_ = rows;
        endRemoveRows();
    }
}

int PairModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : rows_;
}

int PairModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant PairModel::data(const QModelIndex& index, int role) const {
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole &&
        role != Qt::FontRole)
        return {};
    const DataPair* const found = pair(index.row());
    if (!found) return role == Qt::DisplayRole && index.column() == captionColumn ? tr("Loading…") : QVariant();
    if (role == Qt::FontRole) {
        QFont font;
        font.setStrikeOut(found->excluded);
        return found->excluded ? QVariant(font) : QVariant();
    }
    if (role == Qt::ToolTipRole) return plainTip(describePair(*found));
    switch (index.column()) {
    case pictureColumn:
        return role == Qt::AccessibleTextRole ? describePair(*found) : QVariant();
    case captionColumn:
        return QString::fromStdString(found->caption);
    case fileColumn:
        return fileNames(*found);
    case kindColumn:
        return pairKindName(found->kind);
    case splitColumn:
        return splitName(found->split);
    default:
        return notesOf(*found);
    }
}

QVariant PairModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case pictureColumn:
        return tr("Looks like");
    case captionColumn:
        return tr("Caption");
    case fileColumn:
        return tr("File");
    case kindColumn:
        return tr("Kind");
    case splitColumn:
        return tr("Part");
    default:
        return tr("Notes");
    }
}

Qt::ItemFlags PairModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    const Qt::ItemFlags usual = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const DataPair* const found = index.column() == captionColumn ? pair(index.row()) : nullptr;
    return found && found->kind != DataPairKind::imageAudio ? usual | Qt::ItemIsEditable : usual;
}

bool PairModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const DataPair* const found = pair(index.row());
    if (role != Qt::EditRole || index.column() != captionColumn || !found) return false;
    const QString caption = value.toString().simplified();
    if (caption == QString::fromStdString(found->caption)) return false;
    Q_EMIT mendRequested(found->id, caption);
    return false; // it changes when the worker has it
}

} // namespace fusefind

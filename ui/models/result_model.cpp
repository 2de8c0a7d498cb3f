#include "ui/models/result_model.h"

#include "ui/models/file_names.h"
#include "ui/models/item_text.h"
#include "ui/models/plain_tip.h"

#include <QtCore/QMimeData>
#include <algorithm>
#include <limits>

namespace fusefind {

ResultModel::ResultModel(WorkerClient& client, QObject* parent) : QAbstractListModel(parent), pages_(client) {
    connect(&pages_, &BrowsePages::totalChanged, this, [this](int64_t total) {
        resize(static_cast<int>(std::min<int64_t>(total, std::numeric_limits<int>::max())));
    });
    connect(&pages_, &BrowsePages::rowsArrived, this, [this](int64_t first, int64_t count) {
        const auto last = static_cast<int>(std::min<int64_t>(first + count, rows_)) - 1;
        loaded_ = true;
        if (last >= first) Q_EMIT dataChanged(index(static_cast<int>(first)), index(last));
        Q_EMIT browsed(pages_.total());
    });
    connect(&pages_, &BrowsePages::failed, this, &ResultModel::browseFailed);
}

void ResultModel::showHits(LibraryAnswer answer) {
    beginResetModel();
    pages_.stop();
    browsing_ = false;
    loaded_ = true;
    answer_ = std::move(answer);
    shown_ = countFrom(threshold_);
    rows_ = shown_;
    endResetModel();
}

void ResultModel::browse(const LibraryFilter& filter, BrowseOrder order) {
    beginResetModel();
    browsing_ = true;
    loaded_ = false;
    answer_ = {};
    shown_ = 0;
    rows_ = 0;
    pages_.start(filter, order);
    endResetModel();
}

const LibraryHit* ResultModel::hit(int row) const {
    if (row < 0 || row >= rows_) return nullptr;
    return browsing_ ? pages_.hit(row) : &answer_.hits[static_cast<size_t>(row)];
}

int ResultModel::rowOf(const std::filesystem::path& path) const {
    const auto begin = answer_.hits.begin();
    const auto found = std::find_if(begin, begin + shown_, [&](const auto& hit) { return hit.item.path == path; });
    return found == begin + shown_ ? -1 : static_cast<int>(found - begin);
}

std::optional<Verdict> ResultModel::verdict(const LibraryHit& hit) const {
    return judged_ && !browsing_ ? judged_->verdictOf(hit.item.path) : std::nullopt;
}

int ResultModel::countFrom(float score) const {
    const auto end = std::partition_point(answer_.hits.begin(), answer_.hits.end(),
                                          [score](const LibraryHit& hit) { return hit.score >= score; });
    return static_cast<int>(end - answer_.hits.begin());
}

void ResultModel::setThreshold(float threshold) {
    threshold_ = threshold;
    if (browsing_) return;
    shown_ = countFrom(threshold);
    resize(shown_);
}

int ResultModel::closeCount() const {
    return answer_.closeScore ? countFrom(*answer_.closeScore) : 0;
}

void ResultModel::resize(int rows) {
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

int ResultModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : rows_;
}

QVariant ResultModel::data(const QModelIndex& index, int role) const {
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) return {};
    const LibraryHit* const found = hit(index.row());
    if (!found) return role == Qt::ToolTipRole ? QVariant() : tr("Loading…");
    if (role == Qt::DisplayRole) return shownName(found->item.path);
    QString words = describeHit(*found, !browsing_);
    if (const auto verdict = this->verdict(*found)) words += QStringLiteral(", ") + verdictText(*verdict);
    if (role == Qt::AccessibleTextRole) return words;
    return plainTip(words + QLatin1Char('\n') + shownPath(found->item.path.parent_path()));
}

Qt::ItemFlags ResultModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList ResultModel::mimeTypes() const {
    return {QStringLiteral("text/uri-list")};
}

QMimeData* ResultModel::mimeData(const QModelIndexList& indexes) const {
    QList<QUrl> urls;
    for (const QModelIndex& index : indexes)
        if (const LibraryHit* const found = hit(index.row())) urls << urlOf(found->item.path);
    if (urls.isEmpty()) return nullptr;
    auto* const mime = new QMimeData;
    mime->setUrls(urls);
    return mime;
}

} // namespace fusefind

#pragma once

#include "ui/models/file_picture.h"

#include <QtCore/QCache>
#include <QtCore/QHash>
#include <QtCore/QSet>
#include <deque>

namespace fusefind {

// The small pictures of what a view shows. The view says what it wants, most wanted first; what it does not want any
// more is dropped, also from the worker. A few requests are under way at a time, and the pictures kept are bounded by
// their bytes.
class ThumbnailCache : public QObject {
    Q_OBJECT

public:
    struct Wanted {
        std::filesystem::path path;
        ItemKind kind = ItemKind::image;
        int64_t mtimeMs = 0; // a changed file is another picture
    };

    explicit ThumbnailCache(WorkerClient& client, qsizetype maxBytes = qsizetype{48} << 20, QObject* parent = nullptr);

    // In device pixels; another size is asked for anew.
    void setLongSide(int longSide);
    [[nodiscard]] int longSide() const { return longSide_; }

    void want(const std::vector<Wanted>& wanted);
    // Null until it has arrived; the pointer holds until the next call of a member that is not const.
    [[nodiscard]] const FilePicture* find(const Wanted& wanted) const;
    // The worker could not make one; not asked for again until forgetFailures().
    [[nodiscard]] bool failed(const Wanted& wanted) const { return failures_.contains(keyOf(wanted)); }
    void forgetFailures() { failures_.clear(); }

    [[nodiscard]] qsizetype bytes() const { return cache_.totalCost(); }
    [[nodiscard]] qsizetype underWay() const { return underWay_.size(); }

Q_SIGNALS:
    void arrived(); // one or more pictures

private:
    [[nodiscard]] QByteArray keyOf(const Wanted& wanted) const;
    void askNext();
    void finish(const QByteArray& key, Result<FilePicture> picture);

    WorkerClient& client_;
    int longSide_ = 256;
    QCache<QByteArray, FilePicture> cache_;
    QSet<QByteArray> failures_;
    std::deque<Wanted> queue_;
    QHash<QByteArray, WorkerClient::RequestId> underWay_;
};

} // namespace fusefind

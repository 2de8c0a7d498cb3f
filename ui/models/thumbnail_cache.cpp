#include "ui/models/thumbnail_cache.h"

namespace fusefind {

namespace {

// Enough to keep the worker's decoders busy, few enough that what scrolls into view waits for few others.
constexpr qsizetype kMaxUnderWay = 6;

} // namespace

ThumbnailCache::ThumbnailCache(WorkerClient& client, qsizetype maxBytes, QObject* parent)
    : QObject(parent), client_(client), cache_(maxBytes) {
    // A worker that died may have failed what the next one can do.
    connect(&client_, &WorkerClient::stateChanged, this, [this](WorkerClient::State state) {
        if (state == WorkerClient::State::ready) forgetFailures();
    });
}

void ThumbnailCache::setLongSide(int longSide) {
    longSide_ = longSide;
}

QByteArray ThumbnailCache::keyOf(const Wanted& wanted) const {
    // A waveform is the same at any size.
    const int side = wanted.kind == ItemKind::image ? longSide_ : 0;
    return QByteArray::fromStdString(wanted.path.native()) + '\0' + QByteArray::number(qint64{wanted.mtimeMs}) + '/' +
           QByteArray::number(side);
}

const FilePicture* ThumbnailCache::find(const Wanted& wanted) const {
    return cache_.object(keyOf(wanted));
}

void ThumbnailCache::want(const std::vector<Wanted>& wanted) {
    QSet<QByteArray> keys;
    queue_.clear();
    for (const Wanted& one : wanted) {
        const QByteArray key = keyOf(one);
        keys.insert(key);
        if (!cache_.contains(key) && !failures_.contains(key) && !underWay_.contains(key)) queue_.push_back(one);
    }
    for (auto it = underWay_.begin(); it != underWay_.end();) {
        if (keys.contains(it.key())) {
            ++it;
            continue;
        }
        client_.drop(it.value());
        it = underWay_.erase(it);
    }
    askNext();
}

void ThumbnailCache::askNext() {
    while (!queue_.empty() && underWay_.size() < kMaxUnderWay) {
        const Wanted next = std::move(queue_.front());
        queue_.pop_front();
        const QByteArray key = keyOf(next);
        if (underWay_.contains(key)) continue;
        underWay_[key] =
            requestFilePicture(client_, next.path, next.kind, longSide_, this,
                               [this, key](Result<FilePicture> picture) { finish(key, std::move(picture)); });
    }
}

void ThumbnailCache::finish(const QByteArray& key, Result<FilePicture> picture) {
    underWay_.remove(key);
    if (picture) {
        const qsizetype bytes = picture->bytes();
        cache_.insert(key, new FilePicture(std::move(*picture)), bytes);
    } else {
        failures_.insert(key);
    }
    askNext();
    Q_EMIT arrived();
}

} // namespace fusefind

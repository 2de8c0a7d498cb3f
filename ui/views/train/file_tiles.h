#pragma once

#include "ui/models/thumbnail_cache.h"

#include <QtWidgets/QWidget>

namespace fusefind {

// A file as a small picture, and what is to be said of it.
struct FileTile {
    ThumbnailCache::Wanted file;
    bool right = false; // one of those that were asked for
    bool fresh = false; // not among those it is compared with
};

FileTile tileOf(const std::filesystem::path& path); // its kind by its name

// A row of files as small pictures with their names. The pictures come from `thumbnails`, whose owner says what it
// wants of them.
class FileTiles : public QWidget {
    Q_OBJECT

public:
    explicit FileTiles(const ThumbnailCache& thumbnails, QWidget* parent = nullptr);

    void setTiles(std::vector<FileTile> tiles);
    [[nodiscard]] const std::vector<FileTile>& tiles() const { return tiles_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int side() const; // of a picture's place
    [[nodiscard]] QRect areaOf(int place) const;
    void paintTile(QPainter& painter, const FileTile& tile, const QRect& area) const;
    void paintPicture(QPainter& painter, const FileTile& tile, const QRect& area) const;

    const ThumbnailCache& thumbnails_;
    std::vector<FileTile> tiles_;
};

} // namespace fusefind

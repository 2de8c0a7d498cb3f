#pragma once

#include <QtGui/QColor>
#include <QtGui/QImage>
#include <memory>
#include <vector>

namespace fusefind {

// Which part of the plane is seen, and how large.
struct MapFrame {
    QPointF centre;
    double scale = 1; // pixels of the view a unit of the plane

    [[nodiscard]] QPointF toView(QPointF place, QSizeF view) const;
    [[nodiscard]] QPointF toPlane(QPointF at, QSizeF view) const;
    bool operator==(const MapFrame&) const = default;
};

// The points of a map as they are to be drawn: values that a thread of its own may read.
struct MapScene {
    static constexpr uint8_t kHidden = 255;
    static constexpr uint8_t kFaint = 128; // added to the colour: beside what is chosen

    std::shared_ptr<const std::vector<float>> places;  // [N, 2]
    std::shared_ptr<const std::vector<uint8_t>> looks; // [N], which of the colours, or kHidden
    std::vector<QColor> colours;
    double radius = 3; // of a point, in pixels of the view

    [[nodiscard]] size_t size() const { return places ? places->size() / 2 : 0; }
};

// Transparent where there are no points; `size` in pixels of the view, `ratio` device pixels each.
QImage paintMap(const MapScene& scene, const MapFrame& frame, QSize size, double ratio);

} // namespace fusefind

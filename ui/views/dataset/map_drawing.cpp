#include "ui/views/dataset/map_drawing.h"

#include <QtGui/QPainter>
#include <cmath>

namespace fusefind {

namespace {

constexpr double kFaintOpacity = 0.18;
constexpr double kOpacity = 0.8; // many above each other look denser than one

QImage disc(const QColor& colour, double opacity, double radius) {
    const int side = 2 * static_cast<int>(std::ceil(radius)) + 1;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(opacity);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(side, side) / 2, radius, radius);
    return image;
}

std::vector<QImage> discs(const MapScene& scene, double opacity, double radius) {
    std::vector<QImage> images;
    for (const QColor& colour : scene.colours)
        images.push_back(disc(colour, opacity, radius));
    return images;
}

} // namespace

QPointF MapFrame::toView(QPointF place, QSizeF view) const {
    return QPointF(view.width() / 2, view.height() / 2) + (place - centre) * scale;
}

QPointF MapFrame::toPlane(QPointF at, QSizeF view) const {
    return centre + (at - QPointF(view.width() / 2, view.height() / 2)) / scale;
}

QImage paintMap(const MapScene& scene, const MapFrame& frame, QSize size, double ratio) {
    QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const double radius = scene.radius * ratio;
    const double reach = std::ceil(radius);
    // What is faint lies below.
    for (const uint8_t layer : {MapScene::kFaint, uint8_t{0}}) {
        const auto images = discs(scene, layer == MapScene::kFaint ? kFaintOpacity : kOpacity, radius);
        for (size_t i = 0; i < scene.size(); ++i) {
            const uint8_t look = (*scene.looks)[i];
            if (look == MapScene::kHidden || (look & MapScene::kFaint) != layer) continue;
            const QPointF place((*scene.places)[2 * i], (*scene.places)[2 * i + 1]);
            const QPointF at = frame.toView(place, size) * ratio;
            if (at.x() < -reach || at.y() < -reach || at.x() > image.width() + reach || at.y() > image.height() + reach)
                continue;
            painter.drawImage(QPoint(qRound(at.x() - reach), qRound(at.y() - reach)), images[look & ~MapScene::kFaint]);
        }
    }
    painter.end();
    image.setDevicePixelRatio(ratio);
    return image;
}

} // namespace fusefind

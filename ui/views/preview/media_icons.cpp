#include "ui/views/preview/media_icons.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QPalette>

namespace fusefind {

namespace {

// All shapes lie in a square of 16 units.
constexpr double kUnits = 16;

QPainterPath triangle(QPointF a, QPointF b, QPointF c) {
    QPainterPath path(a);
    path.lineTo(b);
    path.lineTo(c);
    path.closeSubpath();
    return path;
}

QPainterPath filledShape(MediaIcon icon) {
    QPainterPath path;
    switch (icon) {
    case MediaIcon::play:
        return triangle({4, 2.5}, {13.5, 8}, {4, 13.5});
    case MediaIcon::pause:
        path.addRect(3.5, 3, 3, 10);
        path.addRect(9.5, 3, 3, 10);
        return path;
    case MediaIcon::stop:
        path.addRect(3.5, 3.5, 9, 9);
        return path;
    case MediaIcon::loop:
        return triangle({10.5, 0.8}, {14, 3.5}, {10.5, 6.2});
    case MediaIcon::loudness:
        path.addPolygon(QPolygonF({{2, 6}, {4.5, 6}, {8, 3}, {8, 13}, {4.5, 10}, {2, 10}}));
        path.closeSubpath();
        return path;
    case MediaIcon::previous:
    case MediaIcon::next:
        return path;
    }
    return path;
}

QPainterPath outlinedShape(MediaIcon icon) {
    QPainterPath path;
    switch (icon) {
    case MediaIcon::loop: // round three sides, from below to the arrow
        path.moveTo(4.5, 12.5);
        path.lineTo(11, 12.5);
        path.arcTo(QRectF(9, 7.5, 5, 5), -90, 90);
        path.moveTo(4.5, 12.5);
        path.arcTo(QRectF(2, 7.5, 5, 5), -90, -90);
        path.lineTo(2, 6);
        path.arcTo(QRectF(2, 3.5, 5, 5), 180, -90);
        path.lineTo(10.5, 3.5);
        return path;
    case MediaIcon::loudness:
        path.arcMoveTo(QRectF(5.5, 5, 6, 6), -45);
        path.arcTo(QRectF(5.5, 5, 6, 6), -45, 90);
        path.arcMoveTo(QRectF(4, 2.5, 11, 11), -45);
        path.arcTo(QRectF(4, 2.5, 11, 11), -45, 90);
        return path;
    case MediaIcon::previous:
        path.addPolygon(QPolygonF({{10, 3}, {5, 8}, {10, 13}}));
        return path;
    case MediaIcon::next:
        path.addPolygon(QPolygonF({{6, 3}, {11, 8}, {6, 13}}));
        return path;
    default:
        return path;
    }
}

class MediaIconEngine : public QIconEngine {
public:
    explicit MediaIconEngine(MediaIcon icon) : icon_(icon) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor colour = QGuiApplication::palette().color(group, QPalette::ButtonText);
        const double side = std::min(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.center() + QPointF(0.5 - side / 2, 0.5 - side / 2));
        painter->scale(side / kUnits, side / kUnits);
        painter->fillPath(filledShape(icon_), colour);
        painter->strokePath(outlinedShape(icon_), QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new MediaIconEngine(icon_); }

private:
    MediaIcon icon_;
};

} // namespace

QIcon mediaIcon(MediaIcon icon) {
    return QIcon(new MediaIconEngine(icon));
}

} // namespace fusefind

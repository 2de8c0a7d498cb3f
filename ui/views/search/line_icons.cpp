#include "ui/views/search/line_icons.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QPalette>

namespace fusefind {

namespace {

// Shapes are drawn on a sheet of this many units a side.
constexpr double kSheet = 16;

void addGrid(QPainterPath& path) {
    for (const double x : {2.5, 9.0})
        for (const double y : {2.5, 9.0})
            path.addRect(x, y, 4.5, 4.5);
}

void addLine(QPainterPath& path, QPointF from, QPointF to) {
    path.moveTo(from);
    path.lineTo(to);
}

void addMicrophone(QPainterPath& path) {
    path.addRoundedRect(QRectF(5.8, 1.5, 4.4, 8), 2.2, 2.2);
    path.arcMoveTo(QRectF(3.2, 4, 9.6, 8), 180);
    path.arcTo(QRectF(3.2, 4, 9.6, 8), 180, 180);
    addLine(path, {8, 12}, {8, 14.5});
    addLine(path, {5.5, 14.5}, {10.5, 14.5});
}

void addPicture(QPainterPath& path) {
    path.addRoundedRect(QRectF(1.5, 2.5, 13, 11), 1.5, 1.5);
    path.addEllipse(QPointF(5.2, 6.2), 1.2, 1.2);
    path.addPolygon(QPolygonF({{2.5, 12}, {6.5, 8.8}, {8.5, 10.4}, {11, 7.4}, {13.8, 11}}));
}

void addSound(QPainterPath& path) {
    const double heights[] = {2.5, 6, 4, 5.5, 2};
    for (int bar = 0; bar < 5; ++bar)
        addLine(path, {3 + bar * 2.5, 8 - heights[bar]}, {3 + bar * 2.5, 8 + heights[bar]});
}

void addVideo(QPainterPath& path) {
    path.addRoundedRect(QRectF(1.5, 3, 13, 10), 1.5, 1.5);
    path.addPolygon(QPolygonF({{6.5, 5.6}, {10.4, 8}, {6.5, 10.4}, {6.5, 5.6}}));
}

QPainterPath pathOfShape(LineShape shape) {
    QPainterPath path;
    switch (shape) {
    case LineShape::plus:
        addLine(path, {8, 3}, {8, 13});
        addLine(path, {3, 8}, {13, 8});
        break;
    case LineShape::cross:
        addLine(path, {4, 4}, {12, 12});
        addLine(path, {12, 4}, {4, 12});
        break;
    case LineShape::microphone: addMicrophone(path); break;
    case LineShape::stop: path.addRect(4, 4, 8, 8); break;
    case LineShape::grid: addGrid(path); break;
    case LineShape::list:
        for (const double y : {4.0, 8.0, 12.0})
            addLine(path, {2.5, y}, {13.5, y});
        break;
    case LineShape::filter:
        addLine(path, {2, 4}, {14, 4});
        addLine(path, {4.5, 8}, {11.5, 8});
        addLine(path, {6.5, 12}, {9.5, 12});
        break;
    case LineShape::search:
        path.addEllipse(QPointF(6.8, 6.8), 4.3, 4.3);
        addLine(path, {10, 10}, {14, 14});
        break;
    case LineShape::picture: addPicture(path); break;
    case LineShape::sound: addSound(path); break;
    case LineShape::video: addVideo(path); break;
    }
    return path;
}

// Asks for the palette when it paints, so that an icon follows a change between light and dark.
class LineIconEngine : public QIconEngine {
public:
    explicit LineIconEngine(LineShape shape) : shape_(shape) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        paintShape(*painter, shape_, rect, QGuiApplication::palette().color(group, role));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new LineIconEngine(shape_); }

private:
    LineShape shape_;
};

} // namespace

void paintShape(QPainter& painter, LineShape shape, const QRectF& area, const QColor& colour) {
    const double side = std::min(area.width(), area.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.center() - QPointF(side / 2, side / 2));
    painter.scale(side / kSheet, side / kSheet);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(shape == LineShape::stop ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawPath(pathOfShape(shape));
    painter.restore();
}

QIcon lineIcon(LineShape shape) {
    return QIcon(new LineIconEngine(shape));
}

LineShape shapeOf(ItemKind kind) {
    switch (kind) {
    case ItemKind::image: return LineShape::picture;
    case ItemKind::audio: return LineShape::sound;
    case ItemKind::video: return LineShape::video;
    }
    return LineShape::picture;
}

} // namespace fusefind

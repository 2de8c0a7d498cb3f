#include "ui/views/dataset/map_view.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

constexpr double kZoomStep = 1.25;

} // namespace

QPointF MapView::viewPlace(size_t point) const {
    const auto& places = map_.points().places;
    return frame_.toView({places[2 * point], places[2 * point + 1]}, size());
}

std::optional<QPointF> MapView::placeOf(int64_t pair) const {
    const auto& pairs = map_.points().pairs;
    const auto found = std::ranges::find(pairs, pair);
    if (found == pairs.end()) return std::nullopt;
    const auto point = static_cast<size_t>(found - pairs.begin());
    return map_.passes(point) ? std::optional(viewPlace(point)) : std::nullopt;
}

std::optional<size_t> MapView::pointUnder(QPointF mouse) const {
    constexpr double kSlack = 4;
    return pointAt(mouse, scene_.radius + kSlack);
}

std::optional<size_t> MapView::pointAt(QPointF at, double reach) const {
    std::optional<size_t> nearest;
    double least = reach * reach;
    for (size_t i = 0; i < map_.size(); ++i) {
        const QPointF away = viewPlace(i) - at;
        const double square = QPointF::dotProduct(away, away);
        if (square > least || !map_.passes(i)) continue;
        least = square;
        nearest = i;
    }
    return nearest;
}

void MapView::choose(const std::vector<size_t>& points, bool adds) {
    if (!adds) chosen_.assign(map_.size(), false);
    for (const size_t point : points)
        chosen_[point] = true;
    makeScene();
    Q_EMIT chosenChanged();
}

void MapView::chooseAll() {
    std::vector<size_t> all;
    for (size_t i = 0; i < map_.size(); ++i)
        if (map_.passes(i)) all.push_back(i);
    choose(all, false);
}

void MapView::chooseNothing() {
    if (std::ranges::find(chosen_, true) != chosen_.end()) choose({}, false);
}

std::vector<int64_t> MapView::chosen() const {
    std::vector<int64_t> pairs;
    for (size_t i = 0; i < chosen_.size(); ++i)
        if (chosen_[i]) pairs.push_back(map_.points().pairs[i]);
    std::ranges::sort(pairs);
    return pairs;
}

// Whoever draws a lasso sees all of it, so that a picture of its inside answers for each point at once.
void MapView::chooseWithin(const QPolygonF& lasso, bool adds) {
    QImage inside(size(), QImage::Format_Grayscale8);
    inside.fill(Qt::black);
    QPainter painter(&inside);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawPolygon(lasso);
    painter.end();
    std::vector<size_t> points;
    for (size_t i = 0; i < map_.size(); ++i) {
        const QPoint at = viewPlace(i).toPoint();
        if (map_.passes(i) && inside.valid(at) && inside.constScanLine(at.y())[at.x()] != 0) points.push_back(i);
    }
    choose(points, adds);
}

void MapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    pressed_ = last_ = event->position();
    dragged_ = false;
    lassoing_ = (tool_ == Tool::lasso) != event->modifiers().testFlag(Qt::ShiftModifier);
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (!pressed_) {
        const auto point = pointUnder(at);
        Q_EMIT hovered(point ? map_.points().pairs[*point] : 0, at.toPoint());
        return;
    }
    dragged_ = dragged_ || (at - *pressed_).manhattanLength() >= QApplication::startDragDistance();
    if (!dragged_) return;
    Q_EMIT hovered(0, {});
    if (lassoing_) {
        if (lasso_.isEmpty()) lasso_ << *pressed_;
        lasso_ << at;
        update();
    } else {
        MapFrame next = frame_;
        next.centre -= (at - last_) / frame_.scale;
        setFrame(next, false);
    }
    last_ = at;
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !pressed_) return QWidget::mouseReleaseEvent(event);
    const bool adds = event->modifiers().testFlag(Qt::ControlModifier);
    pressed_.reset();
    if (!lasso_.isEmpty()) {
        chooseWithin(std::exchange(lasso_, {}), adds);
    } else if (!dragged_) {
        const auto point = pointUnder(event->position());
        if (point)
            choose({*point}, adds);
        else if (!adds)
            chooseNothing();
    }
    update();
}

void MapView::wheelEvent(QWheelEvent* event) {
    constexpr double kNotch = 120; // as Qt counts
    zoomBy(std::pow(kZoomStep, event->angleDelta().y() / kNotch), event->position());
    event->accept();
}

void MapView::leaveEvent(QEvent*) {
    Q_EMIT hovered(0, {});
}

void MapView::keyPressEvent(QKeyEvent* event) {
    constexpr double kPanShare = 0.1; // of the view's shorter side
    const double step = kPanShare * std::min(width(), height()) / frame_.scale;
    const auto pan = [&](double x, double y) { setFrame({frame_.centre + QPointF(x, y), frame_.scale}, false); };
    if (event->matches(QKeySequence::SelectAll)) return chooseAll();
    switch (event->key()) {
    case Qt::Key_Left:
        return pan(-step, 0);
    case Qt::Key_Right:
        return pan(step, 0);
    case Qt::Key_Up:
        return pan(0, -step);
    case Qt::Key_Down:
        return pan(0, step);
    case Qt::Key_Plus:
    case Qt::Key_Equal: // where plus needs Shift
        return zoomBy(kZoomStep);
    case Qt::Key_Minus:
        return zoomBy(1 / kZoomStep);
    case Qt::Key_0:
    case Qt::Key_Home:
        return fit();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto point = pointAt(QRectF(rect()).center(), std::max(width(), height())))
            choose({*point}, event->modifiers().testFlag(Qt::ControlModifier));
        return;
    case Qt::Key_Escape:
        lasso_.clear();
        pressed_.reset();
        update();
        return chooseNothing();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace fusefind

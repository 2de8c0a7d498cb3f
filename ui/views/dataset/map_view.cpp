#include "ui/views/dataset/map_view.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOptionFocusRect>
#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

constexpr double kBeyond = 1.5; // of the view's size that is drawn, for what comes into sight by moving
constexpr double kLargestZoom = 200;

QRectF boundsOf(const std::vector<float>& places) {
    if (places.empty()) return {-1, -1, 2, 2};
    double left = places[0];
    double right = left;
    double top = places[1];
    double bottom = top;
    for (size_t i = 0; i < places.size(); i += 2) {
        left = std::min<double>(left, places[i]);
        right = std::max<double>(right, places[i]);
        top = std::min<double>(top, places[i + 1]);
        bottom = std::max<double>(bottom, places[i + 1]);
    }
    constexpr double kSmallest = 1e-6;
    return {left, top, std::max(right - left, kSmallest), std::max(bottom - top, kSmallest)};
}

// As wide as to be seen, and smaller where there are many.
double radiusFor(size_t points, double textHeight) {
    constexpr double kFew = 500;
    const double share = std::pow(kFew / std::max(kFew, static_cast<double>(points)), 0.18);
    return std::max(1.0, 0.24 * textHeight * share);
}

} // namespace

MapView::MapView(PairMap& map, QWidget* parent) : QWidget(parent), map_(map) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Map of the pairs"));
    constexpr int kLines = 10;
    setMinimumSize(kLines * fontMetrics().height(), kLines * fontMetrics().height());
    pool_.setMaxThreadCount(1);
    connect(&map_, &PairMap::moved, this, &MapView::takePoints);
    connect(&map_, &PairMap::marked, this, &MapView::takeMarks);
    setTool(Tool::move);
    takePoints();
}

MapView::~MapView() {
    pool_.waitForDone();
}

void MapView::setTool(Tool tool) {
    tool_ = tool;
    setCursor(tool == Tool::lasso ? Qt::CrossCursor : Qt::OpenHandCursor);
}

void MapView::setColouring(MapColouring by) {
    colouring_ = by;
    takeMarks();
}

void MapView::takePoints() {
    const bool fewer = map_.size() < chosen_.size(); // another map
    if (fewer) chosen_.clear();
    chosen_.resize(map_.size());
    scene_.places = std::make_shared<const std::vector<float>>(map_.points().places);
    takeMarks();
    if (fitted_) fit();
    if (fewer) Q_EMIT chosenChanged();
}

void MapView::takeMarks() {
    colours_ = coloursOf(map_, colouring_, palette());
    makeScene();
    Q_EMIT coloursChanged();
}

void MapView::makeScene() {
    const bool any = std::ranges::find(chosen_, true) != chosen_.end();
    std::vector<uint8_t> looks(map_.size());
    for (size_t i = 0; i < looks.size(); ++i) {
        const bool faint = any && !chosen_[i];
        looks[i] =
            map_.passes(i) ? static_cast<uint8_t>(colours_.of[i] + (faint ? MapScene::kFaint : 0)) : MapScene::kHidden;
    }
    scene_.looks = std::make_shared<const std::vector<uint8_t>>(std::move(looks));
    scene_.colours = colours_.colours;
    scene_.radius = radiusFor(map_.size(), fontMetrics().height());
    draw();
}

void MapView::fit() {
    const QRectF bounds = boundsOf(map_.points().places);
    const double margin = 2 * fontMetrics().height();
    const double scale = std::min((width() - margin) / bounds.width(), (height() - margin) / bounds.height());
    setFrame({bounds.center(), std::max(scale, 1e-9)}, true);
}

void MapView::zoomBy(double factor, QPointF at) {
    const QPointF fixed = frame_.toPlane(at, size());
    const QRectF bounds = boundsOf(map_.points().places);
    const double whole = std::min(width() / bounds.width(), height() / bounds.height());
    MapFrame next = frame_;
    next.scale = std::clamp(frame_.scale * factor, whole / 4, whole * kLargestZoom);
    next.centre += fixed - next.toPlane(at, size());
    setFrame(next, false);
}

void MapView::setFrame(const MapFrame& frame, bool fitted) {
    fitted_ = fitted;
    if (frame == frame_) return;
    frame_ = frame;
    update();
    draw();
}

void MapView::setCurrent(int64_t pair) {
    current_ = pair;
    update();
}

// One drawing at a time; what has changed meanwhile is drawn next.
void MapView::draw() {
    stale_ = true;
    if (drawing_ || !isVisible() || size().isEmpty()) return;
    drawing_ = true;
    stale_ = false;
    const QSize beyond = size() * kBeyond;
    pool_.start([this, scene = scene_, frame = frame_, beyond, ratio = devicePixelRatioF()] {
        QImage image = paintMap(scene, frame, beyond, ratio);
        QMetaObject::invokeMethod(
            this,
            [this, frame, image = std::move(image)] {
                drawn_ = image;
                drawnFrame_ = frame;
                drawing_ = false;
                if (stale_) draw();
                update();
            },
            Qt::QueuedConnection);
    });
}

void MapView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (!drawn_.isNull()) {
        const QSizeF extent = QSizeF(drawn_.size()) / drawn_.devicePixelRatio();
        const double stretch = frame_.scale / drawnFrame_.scale;
        const QPointF topLeft = frame_.toView(drawnFrame_.toPlane({0, 0}, extent), size());
        painter.drawImage(QRectF(topLeft, extent * stretch), drawn_);
    }
    paintMarks(painter);
    if (!hasFocus()) return;
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.backgroundColor = palette().color(QPalette::Base);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

void MapView::paintMarks(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr double kThickness = 2;
    if (const auto place = placeOf(current_)) {
        painter.setPen(QPen(palette().color(QPalette::Text), kThickness));
        painter.drawEllipse(*place, scene_.radius + 2 * kThickness, scene_.radius + 2 * kThickness);
    }
    if (lasso_.isEmpty()) return;
    QColor inside = palette().color(QPalette::Highlight);
    painter.setPen(QPen(inside, kThickness));
    constexpr int kFaint = 40;
    inside.setAlpha(kFaint);
    painter.setBrush(inside);
    painter.drawPolygon(lasso_);
}

void MapView::resizeEvent(QResizeEvent*) {
    if (fitted_) fit();
    draw();
}

void MapView::showEvent(QShowEvent*) {
    draw();
}

void MapView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) takeMarks();
}

} // namespace fusefind

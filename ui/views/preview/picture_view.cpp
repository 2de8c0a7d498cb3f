#include "ui/views/preview/picture_view.h"

#include "core/protocol/media_messages.h"
#include "core/protocol/methods.h"
#include "ui/models/file_names.h"
#include "ui/views/preview/facts_text.h"
#include "ui/views/preview/pixel_image.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <algorithm>
#include <bit>
#include <cmath>

namespace fusefind {

namespace {

constexpr int kLargestSide = 4096; // 48 MiB of pixels: what one message carries
constexpr double kLargestZoom = 16;
constexpr double kZoomStep = 1.25;
constexpr double kWheelStep = 120; // of QWheelEvent, one notch
constexpr int kSlowMs = 300;

} // namespace

PictureView::PictureView(WorkerClient& client, QWidget* parent) : QWidget(parent), call_(new LatestCall(client, this)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Picture"));
    setZoomable(true);
    slow_.setSingleShot(true);
    slow_.setInterval(kSlowMs);
    connect(&slow_, &QTimer::timeout, this, [this] { setMessage(tr("Reading the picture…")); });
}

QSize PictureView::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 16, line * 12};
}

void PictureView::setZoomable(bool zoomable) {
    zoomable_ = zoomable;
    setFocusPolicy(zoomable ? Qt::StrongFocus : Qt::NoFocus);
}

void PictureView::open(const LibraryItem& item, int longSide) {
    clear();
    item_ = item;
    setAccessibleDescription(shownName(item.path));
    slow_.start();
    ask(std::min(longSide, kLargestSide));
}

void PictureView::clear() {
    call_->drop();
    item_ = {};
    image_ = {};
    scaled_ = {};
    fitted_ = true;
    setMessage({});
}

void PictureView::ask(int longSide) {
    askedSide_ = longSide;
    call_->ask(method::kPicture, toJson(PictureRequest{item_.path, longSide}),
               [this](Result<Json> answer) { showAnswer(std::move(answer)); });
}

void PictureView::showAnswer(Result<Json> answer) {
    Result<PixelBlock> block = std::move(answer).and_then([](const Json& json) { return pixelBlockFromJson(json); });
    // A larger reduction that did not come leaves the smaller one standing.
    if (!block && !image_.isNull()) return;
    setMessage(block ? QString() : sentence(block.error()));
    if (!block) return;
    const bool first = image_.isNull();
    image_ = toImage(std::move(*block));
    scaled_ = {};
    if (first) fit();
    refine();
    update();
}

void PictureView::setMessage(const QString& message) {
    slow_.stop();
    message_ = message;
    if (!message.isEmpty()) setAccessibleDescription(message);
    update();
}

// As large as the file says, in the shape of what came: a file's sides may be told before it is turned upright.
QSizeF PictureView::fileSize() const {
    const QSizeF sent = image_.size();
    const double fileSide = std::max(item_.width, item_.height);
    const double sentSide = std::max(sent.width(), sent.height());
    return sentSide > 0 && fileSide > sentSide ? sent * (fileSide / sentSide) : sent;
}

// A small picture is not blown up.
double PictureView::fittingZoom() const {
    const QSizeF file = fileSize();
    if (file.isEmpty()) return 1;
    const QSizeF room = QSizeF(size()) * devicePixelRatioF();
    return std::min({room.width() / file.width(), room.height() / file.height(), 1.0});
}

double PictureView::zoom() const {
    return fitted_ ? fittingZoom() : zoom_;
}

void PictureView::fit() {
    const QSizeF file = fileSize();
    centre_ = {file.width() / 2, file.height() / 2};
    setZoom(fittingZoom(), true);
}

void PictureView::showActualSize() {
    setZoom(1, false);
}

void PictureView::zoomBy(double factor, QPointF at) {
    const double before = zoom();
    const double after = std::clamp(before * factor, std::min(fittingZoom(), 1.0), std::max(kLargestZoom, before));
    if (after <= fittingZoom()) return fit();
    const QPointF fromCentre = (at - QRectF(rect()).center()) * devicePixelRatioF();
    centre_ += fromCentre / before - fromCentre / after;
    setZoom(after, false);
}

void PictureView::setZoom(double zoom, bool fitted) {
    zoom_ = zoom;
    fitted_ = fitted;
    settle();
    refine();
    update();
    Q_EMIT zoomChanged(zoom);
}

// No more than the picture's edge can be dragged to the view's edge.
void PictureView::settle() {
    const QSizeF file = fileSize();
    const QSizeF half = QSizeF(size()) * devicePixelRatioF() / zoom() / 2;
    const auto within = [](double at, double reach, double side) {
        return side <= 2 * reach ? side / 2 : std::clamp(at, reach, side - reach);
    };
    centre_ = {within(centre_.x(), half.width(), file.width()), within(centre_.y(), half.height(), file.height())};
}

void PictureView::refine() {
    const QSizeF file = fileSize();
    const double fileSide = std::max(file.width(), file.height());
    const double wanted = std::min({fileSide, fileSide * zoom(), double(kLargestSide)});
    if (image_.isNull() || wanted <= askedSide_) return;
    ask(std::min(int(std::bit_ceil(unsigned(std::ceil(wanted)))), kLargestSide));
}

QRectF PictureView::target() const {
    const double scale = zoom() / devicePixelRatioF();
    const QPointF corner = QRectF(rect()).center() - centre_ * scale;
    return {corner, fileSize() * scale};
}

bool PictureView::movable() const {
    const QRectF picture = target();
    return zoomable_ && (picture.width() > width() + 1 || picture.height() > height() + 1);
}

// Reducing by more than the painter's bilinear filter can do without flicker is done once, with an average.
const QImage& PictureView::scaledTo(const QSize& pixels) {
    if (pixels.width() >= image_.width() || pixels.isEmpty()) return image_;
    if (scaled_.size() != pixels) scaled_ = image_.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return scaled_;
}

void PictureView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (image_.isNull() || !message_.isEmpty()) {
        const int margin = fontMetrics().height();
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect().adjusted(margin, margin, -margin, -margin), Qt::AlignCenter | Qt::TextWordWrap,
                         message_);
    } else {
        const QRectF place = target();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, scaledTo((place.size() * devicePixelRatioF()).toSize()));
    }
    if (!hasFocus()) return;
    painter.setPen(palette().color(QPalette::Highlight));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void PictureView::resizeEvent(QResizeEvent*) {
    if (fitted_ && !image_.isNull()) fit();
    settle();
}

void PictureView::wheelEvent(QWheelEvent* event) {
    if (!zoomable_ || image_.isNull()) return event->ignore();
    zoomBy(std::pow(kZoomStep, event->angleDelta().y() / kWheelStep), event->position());
}

void PictureView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !movable()) return event->ignore();
    dragged_ = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return event->ignore();
    centre_ -= (event->position() - dragged_) * devicePixelRatioF() / zoom();
    dragged_ = event->position();
    settle();
    update();
}

void PictureView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) unsetCursor();
}

void PictureView::keyPressEvent(QKeyEvent* event) {
    const QPointF middle = QRectF(rect()).center();
    const bool bare = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ControlModifier));
    if (!zoomable_ || image_.isNull()) return event->ignore();
    if (event->matches(QKeySequence::ZoomIn) || (event->key() == Qt::Key_Equal && bare))
        return zoomBy(kZoomStep, middle);
    if (event->matches(QKeySequence::ZoomOut)) return zoomBy(1 / kZoomStep, middle);
    if (event->key() == Qt::Key_0 && bare) return fit();
    if (event->key() == Qt::Key_1 && bare) return showActualSize();
    event->ignore();
}

} // namespace fusefind

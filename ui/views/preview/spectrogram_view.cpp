#include "ui/views/preview/spectrogram_view.h"

#include "core/protocol/media_messages.h"
#include "core/protocol/methods.h"
#include "ui/views/preview/facts_text.h"
#include "ui/views/preview/heat_colours.h"
#include "ui/views/preview/pixel_image.h"

#include <QtGui/QPainter>
#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

constexpr double kPageSeconds = 30;

} // namespace

SpectrogramView::SpectrogramView(WorkerClient& client, QWidget* parent)
    : TimeView(parent), call_(new LatestCall(client, this)) {
    setAccessibleName(tr("Spectrogram"));
    setToolTip(tr("Loudness by time and pitch: low sounds at the bottom, loud ones bright."));
}

QSize SpectrogramView::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 16, line * 8};
}

void SpectrogramView::open(std::filesystem::path path, double duration, double around) {
    close();
    path_ = std::move(path);
    setDuration(duration);
    const double last = std::max(duration - kPageSeconds, 0.0);
    turnTo(std::clamp(around - kPageSeconds / 2, 0.0, last));
}

void SpectrogramView::close() {
    call_->drop();
    path_.clear();
    image_ = {};
    setMessage({});
    setDuration(0);
}

void SpectrogramView::follow(double position) {
    setPosition(position);
    const TimeSpan page = shown();
    if (path_.empty() || page.contains(position) || page.length() >= duration() || isSliderDown()) return;
    // The last page is as long as the others and begins earlier for it.
    const double start = std::min(std::floor(position / kPageSeconds) * kPageSeconds, duration() - kPageSeconds);
    if (start != page.start) turnTo(start);
}

void SpectrogramView::turnTo(double start) {
    const TimeSpan page{start, std::min(start + kPageSeconds, duration())};
    setShown(page);
    image_ = {};
    setMessage({});
    Q_EMIT pageTurned(page);
    SpectrogramRequest request;
    request.path = path_;
    request.start = page.start;
    request.seconds = page.length();
    call_->ask(method::kSpectrogram, toJson(request), [this](Result<Json> answer) { showAnswer(std::move(answer)); });
}

void SpectrogramView::showAnswer(Result<Json> answer) {
    Result<PixelBlock> block = std::move(answer).and_then([](const Json& json) { return pixelBlockFromJson(json); });
    setMessage(block ? QString() : sentence(block.error()));
    if (!block) return;
    image_ = toImage(std::move(*block)).convertToFormat(QImage::Format_Indexed8);
    static const QList<QRgb> colours = heatColours();
    image_.setColorTable(colours);
    image_ = image_.convertToFormat(QImage::Format_RGB32);
    update();
}

void SpectrogramView::paintSound(QPainter& painter, const QRect& area) {
    if (image_.isNull()) return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(area, image_);
}

} // namespace fusefind

#include "ui/views/preview/waveform_view.h"

#include <QtGui/QPainter>
#include <algorithm>
#include <cmath>

namespace fusefind {

namespace {

constexpr float kQuietest = 0.05F; // a peak below this is not drawn as if it were loud
constexpr int kSlowMs = 400;

} // namespace

WaveformView::WaveformView(QWidget* parent) : TimeView(parent) {
    setAccessibleName(tr("Waveform"));
    setToolTip(tr("Click to go to a moment. Drag with Shift to select a stretch."));
    slow_.setSingleShot(true);
    slow_.setInterval(kSlowMs);
    connect(&slow_, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

QSize WaveformView::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 16, line * 6};
}

void WaveformView::setPeaks(std::vector<float> peaks) {
    peaks_ = std::move(peaks);
    loudest_ = kQuietest;
    for (const float peak : peaks_)
        loudest_ = std::max(loudest_, std::abs(peak));
    update();
}

void WaveformView::setLoading(bool loading) {
    loading_ = loading;
    loading ? slow_.start() : slow_.stop();
    update();
}

// The extremes of the stretches that the moments from `from` to `to` (seconds) lie in.
std::pair<float, float> WaveformView::peakBetween(double from, double to) const {
    const auto count = std::ptrdiff_t(peaks_.size() / 2);
    const auto stretch = [&](double seconds) { return std::ptrdiff_t(seconds / duration() * double(count)); };
    const auto first = std::clamp(stretch(from), std::ptrdiff_t{0}, count - 1);
    const auto last = std::clamp(stretch(to), first, count - 1);
    float low = 0;
    float high = 0;
    for (auto i = first; i <= last; ++i) {
        low = std::min(low, peaks_[size_t(2 * i)]);
        high = std::max(high, peaks_[size_t(2 * i + 1)]);
    }
    return {low / loudest_, high / loudest_};
}

void WaveformView::paintSound(QPainter& painter, const QRect& area) {
    if (loading_ && !slow_.isActive()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(area, Qt::AlignCenter, tr("Reading the sound…"));
    }
    if (peaks_.size() < 2) return;
    const double middle = area.center().y() + 0.5;
    const double reach = area.height() * 0.46;
    const double playedTo = toX(position());
    const QColor played = palette().color(QPalette::Highlight);
    const QColor ahead = palette().color(QPalette::PlaceholderText);
    const double step = 1 / painter.device()->devicePixelRatioF(); // as fine as the screen
    const int columns = int(area.width() / step);
    for (int column = 0; column < columns; ++column) {
        const double x = area.left() + column * step;
        const auto [low, high] = peakBetween(toSeconds(x), toSeconds(x + step) - 1e-9);
        const double top = middle - std::max(high * reach, 0.5);
        const double bottom = middle - std::min(low * reach, -0.5);
        painter.fillRect(QRectF(x, top, step, bottom - top), x < playedTo ? played : ahead);
    }
}

} // namespace fusefind

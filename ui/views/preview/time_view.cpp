#include "ui/views/preview/time_view.h"

#include "ui/views/preview/facts_text.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <array>
#include <cmath>

namespace fusefind {

namespace {

constexpr double kShortestSelection = 0.2; // seconds; less is a click

int toMs(double seconds) {
    return int(std::lround(seconds * 1000));
}

QColor withAlpha(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

} // namespace

TimeView::TimeView(QWidget* parent) : QAbstractSlider(parent) {
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(this, &QAbstractSlider::valueChanged, this, [this](int ms) {
        update();
        Q_EMIT sought(ms / 1000.0);
    });
}

void TimeView::setDuration(double seconds) {
    duration_ = seconds;
    shown_ = {0, seconds};
    {
        const QSignalBlocker quiet(this);
        setRange(0, toMs(seconds));
        setSingleStep(std::clamp(toMs(seconds / 50), 100, 5000));
        setPageStep(singleStep() * 5);
    }
    update();
}

void TimeView::setShown(const TimeSpan& part) {
    shown_ = part;
    update();
}

void TimeView::setPosition(double seconds) {
    if (isSliderDown()) return; // the user's hand is on it
    const QSignalBlocker quiet(this);
    setValue(toMs(seconds));
    update();
}

void TimeView::setMatched(std::optional<TimeSpan> span) {
    matched_ = span;
    update();
}

void TimeView::setSelection(std::optional<TimeSpan> span) {
    selection_ = span;
    update();
}

void TimeView::setMessage(const QString& message) {
    message_ = message;
    setAccessibleDescription(message);
    update();
}

QRect TimeView::soundArea() const {
    return rect().adjusted(1, 1, -1, -1 - fontMetrics().height());
}

double TimeView::toX(double seconds) const {
    const QRect area = soundArea();
    if (shown_.length() <= 0) return area.left();
    return area.left() + (seconds - shown_.start) / shown_.length() * area.width();
}

double TimeView::toSeconds(double x) const {
    const QRect area = soundArea();
    const double share = std::clamp((x - area.left()) / std::max(area.width(), 1), 0.0, 1.0);
    return shown_.start + share * shown_.length();
}

void TimeView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || duration_ <= 0) return event->ignore();
    const double seconds = toSeconds(event->position().x());
    if (event->modifiers() & Qt::ShiftModifier) {
        selectFrom_ = seconds;
        return;
    }
    setSliderDown(true);
    setSliderPosition(toMs(seconds));
}

void TimeView::mouseMoveEvent(QMouseEvent* event) {
    if (selectFrom_) return selectTo(toSeconds(event->position().x()));
    if (isSliderDown()) setSliderPosition(toMs(toSeconds(event->position().x())));
}

void TimeView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (selectFrom_) selectTo(toSeconds(event->position().x()));
    selectFrom_.reset();
    setSliderDown(false);
}

// Shift with the arrows makes the selection that a drag would make; Escape takes it back.
void TimeView::keyPressEvent(QKeyEvent* event) {
    const bool arrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (arrow && event->modifiers() == Qt::ShiftModifier && duration_ > 0) {
        const double step = (event->key() == Qt::Key_Right ? 1 : -1) * singleStep() / 1000.0;
        const TimeSpan old = selection_.value_or(TimeSpan{position(), position()});
        changeSelection(TimeSpan{old.start, std::clamp(old.end + step, old.start, duration_)});
    } else if (event->key() == Qt::Key_Escape && selection_) {
        changeSelection(std::nullopt);
    } else {
        QAbstractSlider::keyPressEvent(event);
    }
}

// The wheel belongs to whatever scrolls around this.
void TimeView::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void TimeView::selectTo(double seconds) {
    changeSelection(TimeSpan{std::min(*selectFrom_, seconds), std::max(*selectFrom_, seconds)});
}

void TimeView::changeSelection(std::optional<TimeSpan> span) {
    if (span && span->length() < kShortestSelection) span.reset();
    if (span == selection_) return;
    setSelection(span);
    Q_EMIT selectionChanged(span);
}

void TimeView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRect area = soundArea();
    painter.fillRect(area, palette().color(QPalette::Base));
    if (!message_.isEmpty()) {
        paintMessage(painter);
    } else if (duration_ > 0) {
        painter.setClipRect(area);
        paintSound(painter, area);
        paintMarks(painter);
        painter.setClipping(false);
        paintAxis(painter);
    }
    painter.setPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid));
    painter.drawRect(area.adjusted(-1, -1, 0, 0));
}

void TimeView::paintMarks(QPainter& painter) const {
    const QRectF area = soundArea();
    const QColor colour = palette().color(QPalette::Highlight);
    const double edge = std::max(fontMetrics().height() / 6.0, 2.0);
    if (matched_) {
        const QRectF span(QPointF(toX(matched_->start), area.top()), QPointF(toX(matched_->end), area.bottom()));
        painter.fillRect(span, withAlpha(colour, 45));
        painter.fillRect(QRectF(span.topLeft(), QSizeF(span.width(), edge)), colour);
    }
    if (selection_) {
        const QRectF span(QPointF(toX(selection_->start), area.top()), QPointF(toX(selection_->end), area.bottom()));
        painter.fillRect(span, withAlpha(colour, 90));
        painter.setPen(QPen(colour, 1, Qt::DashLine));
        painter.drawRect(span.adjusted(0, 0, 0, -1));
    }
    // Two tones, to be seen on the waveform as on the spectrogram, in light and in dark.
    const double x = toX(position());
    painter.fillRect(QRectF(x - 1.5, area.top(), 3, area.height()), palette().color(QPalette::Base));
    painter.fillRect(QRectF(x - 0.5, area.top(), 1, area.height()), palette().color(QPalette::Text));
}

// The smallest step of a clock whose labels do not touch.
double TimeView::tickStep() const {
    constexpr std::array kSteps{0.1,  0.2,  0.5,   1.0,   2.0,   5.0,    10.0,  15.0,
                                30.0, 60.0, 120.0, 300.0, 600.0, 1200.0, 1800.0};
    const double labelWidth = 2.0 * fontMetrics().horizontalAdvance(clockText(shown_.end, shown_.end));
    const double least = labelWidth / std::max(soundArea().width(), 1) * shown_.length();
    const auto* step = std::find_if(kSteps.begin(), kSteps.end(), [least](double each) { return each >= least; });
    return step != kSteps.end() ? *step : 3600 * std::ceil(least / 3600);
}

void TimeView::paintAxis(QPainter& painter) const {
    const QRect area = soundArea();
    const double step = tickStep();
    painter.setPen(palette().color(QPalette::PlaceholderText));
    for (double at = std::ceil(shown_.start / step - 1e-6) * step; at <= shown_.end; at += step) {
        const QString label = clockText(at, shown_.end);
        const int width = fontMetrics().horizontalAdvance(label);
        const int left = std::clamp(int(toX(at)) - width / 2, 0, std::max(this->width() - width, 0));
        painter.drawText(left, area.bottom() + 1 + fontMetrics().ascent(), label);
    }
}

void TimeView::paintMessage(QPainter& painter) const {
    const int margin = fontMetrics().height() / 2;
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(soundArea().adjusted(margin, margin, -margin, -margin), Qt::AlignCenter | Qt::TextWordWrap,
                     message_);
}

} // namespace fusefind

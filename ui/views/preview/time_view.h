#pragma once

#include "ui/views/preview/time_span.h"

#include <QtWidgets/QAbstractSlider>
#include <optional>

namespace fusefind {

// A picture of a sound along its time: shows the moment that plays, what matched, and a selection; a click or drag goes
// to a moment, a drag with Shift selects. The slider's value is the moment in milliseconds, so that keys and screen
// readers come with it.
class TimeView : public QAbstractSlider {
    Q_OBJECT

public:
    explicit TimeView(QWidget* parent = nullptr);

    void setDuration(double seconds);
    void setShown(const TimeSpan& part); // from the left edge to the right one
    void setPosition(double seconds);    // without a signal
    void setMatched(std::optional<TimeSpan> span);
    void setSelection(std::optional<TimeSpan> span); // without a signal
    void setMessage(const QString& message);         // shown in place of the sound

    [[nodiscard]] double duration() const { return duration_; }
    [[nodiscard]] const TimeSpan& shown() const { return shown_; }
    [[nodiscard]] double position() const { return value() / 1000.0; }
    [[nodiscard]] const QString& message() const { return message_; }

Q_SIGNALS:
    void sought(double seconds); // by the user
    void selectionChanged(const std::optional<fusefind::TimeSpan>& span);

protected:
    virtual void paintSound(QPainter& painter, const QRect& area) = 0;

    [[nodiscard]] double toX(double seconds) const;
    [[nodiscard]] double toSeconds(double x) const;

    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] QRect soundArea() const;
    [[nodiscard]] double tickStep() const;
    void selectTo(double seconds);
    void changeSelection(std::optional<TimeSpan> span);
    void paintAxis(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void paintMessage(QPainter& painter) const;

    double duration_ = 0;
    TimeSpan shown_;
    std::optional<TimeSpan> matched_;
    std::optional<TimeSpan> selection_;
    std::optional<double> selectFrom_; // while one is being made
    QString message_;
};

} // namespace fusefind

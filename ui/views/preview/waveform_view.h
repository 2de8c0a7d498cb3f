#pragma once

#include "ui/views/preview/time_view.h"

#include <QtCore/QTimer>
#include <vector>

namespace fusefind {

// The smallest and largest sample of each stretch of a sound; what has been played is in the highlight colour.
class WaveformView : public TimeView {
    Q_OBJECT

public:
    explicit WaveformView(QWidget* parent = nullptr);

    // [count, 2]; empty for none
    void setPeaks(std::vector<float> peaks);
    // Says after a moment that the sound is being read; a long one takes its time.
    void setLoading(bool loading);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSound(QPainter& painter, const QRect& area) override;

private:
    [[nodiscard]] std::pair<float, float> peakBetween(double from, double to) const;

    std::vector<float> peaks_;
    float loudest_ = 1;
    QTimer slow_; // runs while loading is too short to speak of
    bool loading_ = false;
};

} // namespace fusefind

#pragma once

#include "ui/views/preview/latest_call.h"
#include "ui/views/preview/time_view.h"

#include <QtGui/QImage>

namespace fusefind {

// Loudness by time and pitch of the part of a sound around the moment that plays. Turns the page when that moment
// leaves it, since a sound of hours fits no screen.
class SpectrogramView : public TimeView {
    Q_OBJECT

public:
    explicit SpectrogramView(WorkerClient& client, QWidget* parent = nullptr);

    // Begins with a page in whose middle `around` lies.
    void open(std::filesystem::path path, double duration, double around);
    void close();
    void follow(double position);

    [[nodiscard]] const QImage& image() const { return image_; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void pageTurned(const fusefind::TimeSpan& page);

protected:
    void paintSound(QPainter& painter, const QRect& area) override;

private:
    void turnTo(double start);
    void showAnswer(Result<Json> answer);

    LatestCall* call_;
    std::filesystem::path path_;
    QImage image_;
};

} // namespace fusefind

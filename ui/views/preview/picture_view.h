#pragma once

#include "core/protocol/library_messages.h"
#include "ui/views/preview/latest_call.h"

#include <QtCore/QTimer>
#include <QtGui/QImage>
#include <QtWidgets/QWidget>

namespace fusefind {

// A picture, fitted into the view or zoomed by wheel and keys and moved by dragging. Holds the worker's reduction of
// it, and asks for a larger one when the zoom needs more pixels.
class PictureView : public QWidget {
    Q_OBJECT

public:
    explicit PictureView(WorkerClient& client, QWidget* parent = nullptr);

    // Shows `item` with about `longSide` pixels at first.
    void open(const LibraryItem& item, int longSide);
    void clear();
    void setZoomable(bool zoomable);

    void fit();
    void showActualSize();
    // Keeps the point of the picture at `at` (in the view) where it is.
    void zoomBy(double factor, QPointF at);

    [[nodiscard]] const QImage& image() const { return image_; } // null: none yet
    [[nodiscard]] const QString& message() const { return message_; }
    [[nodiscard]] bool fitted() const { return fitted_; }
    [[nodiscard]] double zoom() const; // screen pixels a pixel of the file; 1 is actual size
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void zoomChanged(double zoom);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void ask(int longSide);
    void showAnswer(Result<Json> answer);
    void setMessage(const QString& message);
    void setZoom(double zoom, bool fitted);
    void settle();
    void refine();
    [[nodiscard]] QSizeF fileSize() const;
    [[nodiscard]] double fittingZoom() const;
    [[nodiscard]] QRectF target() const;
    [[nodiscard]] bool movable() const;
    const QImage& scaledTo(const QSize& pixels);

    LatestCall* call_;
    LibraryItem item_;
    QImage image_;  // what the worker sent last
    QImage scaled_; // of it, as it was last painted
    int askedSide_ = 0;
    QString message_; // in place of the picture
    QTimer slow_;     // until loading is worth a word
    bool zoomable_ = true;
    bool fitted_ = true;
    double zoom_ = 1;
    QPointF centre_; // of the view, in pixels of the file
    QPointF dragged_;
};

} // namespace fusefind

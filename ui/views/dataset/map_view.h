#pragma once

#include "ui/models/pair_map.h"
#include "ui/views/dataset/map_colours.h"
#include "ui/views/dataset/map_drawing.h"

#include <QtCore/QThreadPool>
#include <QtGui/QPolygonF>
#include <QtWidgets/QWidget>

class QPainter;

namespace fusefind {

// A map of pairs to look around in and to choose from. The points are drawn on a thread of their own, somewhat beyond
// the view's edges; what was drawn last is moved and stretched meanwhile, so that any number of points pans and zooms
// smoothly.
class MapView : public QWidget {
    Q_OBJECT

public:
    enum class Tool { move, lasso }; // of dragging; with Shift it is the other one

    explicit MapView(PairMap& map, QWidget* parent = nullptr);
    ~MapView() override;

    void setTool(Tool tool);
    void setColouring(MapColouring by);
    [[nodiscard]] const MapColours& colours() const { return colours_; }
    void fit();
    void zoomBy(double factor, QPointF at); // `at`, in the view, stays where it is
    void zoomBy(double factor) { zoomBy(factor, QRectF(rect()).center()); }
    // A ring around it; 0: none.
    void setCurrent(int64_t pair);

    void chooseAll(); // that are shown
    void chooseNothing();
    [[nodiscard]] std::vector<int64_t> chosen() const; // their numbers, ascending

    // The points as they are to be seen have been drawn.
    [[nodiscard]] bool isDrawn() const { return !drawing_ && !stale_; }
    // Where the point of a pair is seen; nothing if it is not shown.
    [[nodiscard]] std::optional<QPointF> placeOf(int64_t pair) const;

Q_SIGNALS:
    void chosenChanged();
    void coloursChanged();
    void hovered(qint64 pair, QPoint at); // 0: none

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void takePoints();
    void takeMarks();
    void makeScene();
    void setFrame(const MapFrame& frame, bool fitted);
    void draw();
    void paintMarks(QPainter& painter) const;

    [[nodiscard]] QPointF viewPlace(size_t point) const;
    // The nearest one that is shown, no further away than this.
    [[nodiscard]] std::optional<size_t> pointAt(QPointF at, double reach) const;
    [[nodiscard]] std::optional<size_t> pointUnder(QPointF mouse) const;
    void choose(const std::vector<size_t>& points, bool adds);
    void chooseWithin(const QPolygonF& lasso, bool adds);

    PairMap& map_;
    MapColours colours_;
    MapColouring colouring_ = MapColouring::kind;
    MapScene scene_;
    std::vector<bool> chosen_; // [points]
    int64_t current_ = 0;

    MapFrame frame_;
    bool fitted_ = true;
    QImage drawn_;
    MapFrame drawnFrame_;
    bool drawing_ = false;
    bool stale_ = true; // the scene or the frame has changed since

    Tool tool_ = Tool::move;
    std::optional<QPointF> pressed_; // while the left button is down
    bool dragged_ = false;
    bool lassoing_ = false;
    QPointF last_; // of the mouse
    QPolygonF lasso_;
    QThreadPool pool_; // last: its thread uses what is above
};

} // namespace fusefind

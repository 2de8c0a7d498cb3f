#pragma once

#include <QtCharts/QChartView>
#include <QtCore/QList>
#include <QtCore/QPointF>

class QLineSeries;
class QValueAxis;

namespace fusefind {

// Lines over steps that are counted from 1: epochs of a training, measurements. A line with a single value is drawn
// across the whole chart: a level to compare with. Axes grow with what is shown.
class LineChart : public QChartView {
    Q_OBJECT

public:
    enum class Side { left, right }; // which axis measures it

    struct Line {
        int colour = 0;
        Qt::PenStyle style = Qt::SolidLine;
        Side side = Side::left;
    };

    LineChart(const std::vector<Line>& lines, QWidget* parent = nullptr);

    // Of each line its values by step.
    void setValues(const std::vector<std::vector<double>>& values);

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeColours();
    void fit(QValueAxis& axis, Side side, const std::vector<std::vector<double>>& values);

    std::vector<Line> lines_;
    std::vector<QLineSeries*> series_;
    QValueAxis* steps_ = nullptr;
    QValueAxis* left_ = nullptr;
    QValueAxis* right_ = nullptr; // null if no line needs it
};

} // namespace fusefind

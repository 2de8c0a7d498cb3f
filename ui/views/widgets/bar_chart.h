#pragma once

#include <QtCharts/QChartView>
#include <vector>

class QBarCategoryAxis;
class QBarSet;
class QValueAxis;

namespace fusefind {

// Counts as bars in the palette's colours, with a name below each.
class BarChart : public QChartView {
    Q_OBJECT

public:
    // `name` for screen readers, `below` for the axis of the bars' names.
    BarChart(const QString& name, const QString& below, QWidget* parent = nullptr);

    void setBars(const QStringList& names, const std::vector<int64_t>& counts);

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeColours();

    QBarSet* bars_ = nullptr;
    QBarCategoryAxis* names_ = nullptr;
    QValueAxis* counts_ = nullptr;
};

} // namespace fusefind

#pragma once

#include <QtWidgets/QWidget>
#include <vector>

namespace fusefind {

// What the lines of several charts mean, said once. A colour below 0 is that of text: it holds for lines of every
// colour.
class ChartLegend : public QWidget {
    Q_OBJECT

public:
    struct Entry {
        QString text;
        int colour = -1;
        Qt::PenStyle style = Qt::SolidLine;
    };

    using QWidget::QWidget;

    void setEntries(std::vector<Entry> entries);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int widthOf(const Entry& entry) const;

    std::vector<Entry> entries_;
};

} // namespace fusefind

#pragma once

#include "ui/views/dataset/map_colours.h"

#include <QtWidgets/QWidget>

namespace fusefind {

// What the colours of a map mean: a dot and a name each.
class MapLegend : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setMeanings(std::vector<MapColours::Meaning> meanings);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int widthOf(const MapColours::Meaning& meaning) const;

    std::vector<MapColours::Meaning> meanings_;
};

} // namespace fusefind

#pragma once

#include <QtGui/QColor>

class QChart;
class QChartView;
class QPalette;

namespace fusefind {

// The one look of charts: flat, without margins, in the font and palette of the view. Again after a PaletteChange.
void dressChart(QChartView& view);

// Colours of lines that can be told apart, also by people who see few, and are legible on light and on dark.
QColor lineColour(int number, const QPalette& palette);

} // namespace fusefind

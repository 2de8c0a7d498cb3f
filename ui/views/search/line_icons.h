#pragma once

#include "core/base/modality.h"

#include <QtGui/QIcon>

class QPainter;

namespace fusefind {

// Icons drawn with lines in the colours of the palette: right at every resolution, in light and dark, without files.
enum class LineShape { plus, cross, microphone, stop, grid, list, filter, search, picture, sound, video };

void paintShape(QPainter& painter, LineShape shape, const QRectF& area, const QColor& colour);
QIcon lineIcon(LineShape shape);
LineShape shapeOf(ItemKind kind);

} // namespace fusefind

#pragma once

#include <QtCore/QList>
#include <QtGui/QRgb>

namespace fusefind {

// 256 colours from nearly black through violet and orange to pale yellow. Lightness grows evenly, so that equal steps
// of loudness look equal, also in grey and to the colour blind. Computed in Oklab: B. Ottosson, "A perceptual color
// space for image processing", 2020.
QList<QRgb> heatColours();

} // namespace fusefind

#pragma once

#include "core/protocol/media_messages.h"

#include <QtGui/QImage>

namespace fusefind {

// The worker's pixels as an image, without a copy: RGB888 or Grayscale8. Null for an empty block.
QImage toImage(PixelBlock&& block);

} // namespace fusefind

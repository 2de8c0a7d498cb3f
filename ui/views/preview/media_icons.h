#pragma once

#include <QtGui/QIcon>

namespace fusefind {

enum class MediaIcon { play, pause, stop, loop, loudness, previous, next };

// Drawn in the text colour of the moment, so that light and dark need no second set.
QIcon mediaIcon(MediaIcon icon);

} // namespace fusefind

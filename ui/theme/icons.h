#pragma once

#include <QtGui/QIcon>

namespace fusefind {

// The icon resources/icons/<name>.svg in the palette's colours, sharp at every size and scale. It is drawn anew when
// the palette changes, so it need not be set again after a change of appearance.
QIcon icon(const char* name);

} // namespace fusefind

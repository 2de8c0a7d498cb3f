#pragma once

#include <QtGui/QPalette>

namespace fusefind {

enum class Appearance { system, light, dark };

// Puts the whole program into Qt's Fusion style and the palette of `appearance`, at once. `system` follows the desktop,
// also when it changes later.
void applyAppearance(Appearance appearance);

QPalette lightPalette();
QPalette darkPalette();

} // namespace fusefind

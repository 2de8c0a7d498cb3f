#pragma once

#include <QtCore/QString>

class QPushButton;
class QWidget;

namespace fusefind {

// Whether a visible label below `root` says so, or comes to within that time.
[[nodiscard]] bool saysOnScreen(const QWidget& root, const QString& text, int patienceMs = 5000);

// The visible one with exactly this text; null if there is none.
QPushButton* buttonOnScreen(const QWidget& root, const QString& text);

} // namespace fusefind

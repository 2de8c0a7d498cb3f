#pragma once

#include <QtWidgets/QPushButton>

class QAction;

namespace fusefind {

// A push button that does what the action does and is enabled when it is; `text` is the action's if empty. The tool tip
// names the action's keys.
QPushButton* newActionButton(QAction* action, const QString& text, QWidget* parent);

} // namespace fusefind

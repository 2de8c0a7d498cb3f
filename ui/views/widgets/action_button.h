#pragma once

#include <QtWidgets/QPushButton>

class QAction;

namespace fusefind {

// Some room around the text; the style leaves hardly any.
void giveRoom(QPushButton& button);

// A push button that Return does not press from elsewhere.
QPushButton* newButton(const char* iconName, const QString& text, QWidget* parent);

// A push button that does what the action does and is enabled when it is; `text` is the action's if empty. The tool tip
// names the action's keys.
QPushButton* newActionButton(QAction* action, const QString& text, QWidget* parent);

} // namespace fusefind

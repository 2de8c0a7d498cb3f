#include "ui/views/widgets/action_button.h"

#include "ui/theme/icons.h"

#include <QtGui/QAction>

namespace fusefind {

void giveRoom(QPushButton& button) {
    constexpr int kRoom = 3; // characters
    button.setMinimumWidth(button.sizeHint().width() + kRoom * button.fontMetrics().averageCharWidth());
}

QPushButton* newButton(const char* iconName, const QString& text, QWidget* parent) {
    auto* button = new QPushButton(icon(iconName), text, parent);
    button->setAutoDefault(false);
    giveRoom(*button);
    return button;
}

QPushButton* newActionButton(QAction* action, const QString& text, QWidget* parent) {
    auto* button = new QPushButton(parent);
    button->setAutoDefault(false);
    const auto follow = [button, action, text] {
        button->setText(text.isEmpty() ? action->text() : text);
        button->setAccessibleName(action->text());
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        giveRoom(*button);
        const QString keys = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
        button->setToolTip(keys.isEmpty() ? action->text() : QStringLiteral("%1 (%2)").arg(action->text(), keys));
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace fusefind

#include "ui/views/widgets/action_button.h"

#include <QtGui/QAction>

namespace fusefind {

QPushButton* newActionButton(QAction* action, const QString& text, QWidget* parent) {
    auto* button = new QPushButton(parent);
    button->setAutoDefault(false);
    const auto follow = [button, action, text] {
        button->setText(text.isEmpty() ? action->text() : text);
        button->setAccessibleName(action->text());
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        constexpr int kRoom = 3; // characters; the style leaves hardly any
        button->setMinimumWidth(button->sizeHint().width() + kRoom * button->fontMetrics().averageCharWidth());
        const QString keys = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
        button->setToolTip(keys.isEmpty() ? action->text() : QStringLiteral("%1 (%2)").arg(action->text(), keys));
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace fusefind

#include "ui/on_screen.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace fusefind {

bool saysOnScreen(const QWidget& root, const QString& text, int patienceMs) {
    const auto says = [&] {
        for (const QLabel* label : root.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(text)) return true;
        return false;
    };
    if (QTest::qWaitFor(says, patienceMs)) return true;
    for (const QLabel* label : root.findChildren<QLabel*>())
        if (label->isVisible() && !label->text().isEmpty()) qInfo("on screen: %s", qPrintable(label->text()));
    return false;
}

QPushButton* buttonOnScreen(const QWidget& root, const QString& text) {
    for (QPushButton* button : root.findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == text) return button;
    return nullptr;
}

} // namespace fusefind

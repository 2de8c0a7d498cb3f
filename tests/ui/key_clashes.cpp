#include "ui/key_clashes.h"

#include <QtGui/QAction>
#include <QtGui/QKeySequence>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QTabBar>
#include <map>

namespace fusefind {

namespace {

class KeyUsers {
public:
    void add(const QKeySequence& keys, const QString& user) {
        if (!keys.isEmpty()) users_[keys.toString()] << user;
    }
    void addMnemonic(const QString& text) { add(QKeySequence::mnemonic(text), text); }

    [[nodiscard]] QStringList clashes() const {
        QStringList found;
        for (const auto& [keys, users] : users_)
            if (users.size() > 1) found << QStringLiteral("%1: %2").arg(keys, users.join(QStringLiteral(", ")));
        return found;
    }

private:
    std::map<QString, QStringList> users_;
};

void addControls(KeyUsers& users, const QWidget& window) {
    const auto isSeen = [&](const QWidget* one) { return one->isVisible() && one->window() == &window; };
    for (const auto* button : window.findChildren<QAbstractButton*>())
        if (isSeen(button)) users.addMnemonic(button->text());
    for (const auto* label : window.findChildren<QLabel*>())
        if (isSeen(label) && label->buddy()) users.addMnemonic(label->text());
    for (const auto* group : window.findChildren<QGroupBox*>())
        if (isSeen(group)) users.addMnemonic(group->title());
    for (const auto* tabs : window.findChildren<QTabBar*>())
        for (int tab = 0; isSeen(tabs) && tab < tabs->count(); ++tab)
            users.addMnemonic(tabs->tabText(tab));
}

void addActions(KeyUsers& users, const QWidget& window) {
    for (const auto* bar : window.findChildren<QMenuBar*>())
        for (const QAction* menu : bar->actions())
            users.addMnemonic(menu->text());
    for (const auto* action : window.findChildren<QAction*>())
        for (const QKeySequence& keys : action->shortcuts())
            if (action->isEnabled() && action->shortcutContext() == Qt::WindowShortcut) users.add(keys, action->text());
}

} // namespace

QStringList keyClashes(const QWidget& window) {
    KeyUsers users;
    addControls(users, window);
    addActions(users, window);
    QStringList found = users.clashes();
    for (const auto* menu : window.findChildren<QMenu*>()) {
        KeyUsers items;
        for (const QAction* action : menu->actions())
            items.addMnemonic(action->text());
        found += items.clashes();
    }
    return found;
}

} // namespace fusefind

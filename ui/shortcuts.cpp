#include "ui/shortcuts.h"

#include "core/base/result.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <algorithm>
#include <array>

namespace fusefind {

namespace {

constexpr const char* kContext = "Shortcuts";

using Id = ShortcutId;

constexpr const char* kWindow = QT_TRANSLATE_NOOP("Shortcuts", "Window");
constexpr const char* kSearch = QT_TRANSLATE_NOOP("Shortcuts", "Search");
constexpr const char* kResults = QT_TRANSLATE_NOOP("Shortcuts", "Results");
constexpr const char* kLibrary = QT_TRANSLATE_NOOP("Shortcuts", "Library");
constexpr const char* kData = QT_TRANSLATE_NOOP("Shortcuts", "Data");

constexpr std::array kShortcuts{
    Shortcut{Id::showSearch, kWindow, QT_TRANSLATE_NOOP("Shortcuts", "Search"), "Alt+1"},
    Shortcut{Id::showLibrary, kWindow, QT_TRANSLATE_NOOP("Shortcuts", "Library"), "Alt+2"},
    Shortcut{Id::showData, kWindow, QT_TRANSLATE_NOOP("Shortcuts", "Data"), "Alt+3"},
    Shortcut{Id::showInspector, kWindow, QT_TRANSLATE_NOOP("Shortcuts", "Inspector"), "Ctrl+I"},
    Shortcut{Id::showMetrics, kWindow, QT_TRANSLATE_NOOP("Shortcuts", "Metrics"), "Ctrl+M"},
    Shortcut{Id::addFolder, kWindow, QT_TRANSLATE_NOOP("Shortcuts", "Add folder…"), "Ctrl+O"},
    Shortcut{Id::train, kWindow, QT_TRANSLATE_NOOP("Shortcuts", "Train on my data…"), "Ctrl+T"},
    Shortcut{Id::spaces, kWindow, QT_TRANSLATE_NOOP("Shortcuts", "Spaces…"), "Ctrl+Shift+S"},
    Shortcut{Id::settings, kWindow, QT_TRANSLATE_NOOP("Shortcuts", "Settings…"), "Ctrl+,"},
    Shortcut{Id::shortcutSheet, kWindow, QT_TRANSLATE_NOOP("Shortcuts", "Keyboard shortcuts"), "Ctrl+/"},
    Shortcut{Id::fullScreen, kWindow, QT_TRANSLATE_NOOP("Shortcuts", "Full screen"), "F11"},
    Shortcut{Id::quit, kWindow, QT_TRANSLATE_NOOP("Shortcuts", "Quit"), "Ctrl+Q"},

    Shortcut{Id::focusBox, kSearch, QT_TRANSLATE_NOOP("Shortcuts", "Go to the search box"), "Ctrl+F; Ctrl+K"},
    Shortcut{Id::clearBox, kSearch, QT_TRANSLATE_NOOP("Shortcuts", "Clear the search"), "Esc"},
    Shortcut{Id::moreLike, kSearch, QT_TRANSLATE_NOOP("Shortcuts", "More like this"), "Ctrl+L"},
    Shortcut{Id::lessLike, kSearch, QT_TRANSLATE_NOOP("Shortcuts", "Less like this"), "Ctrl+Shift+L"},
    Shortcut{Id::goodResult, kSearch, QT_TRANSLATE_NOOP("Shortcuts", "Good result, or no longer"), "Ctrl+G"},
    Shortcut{Id::badResult, kSearch, QT_TRANSLATE_NOOP("Shortcuts", "Bad result, or no longer"), "Ctrl+B"},
    Shortcut{Id::showGrid, kSearch, QT_TRANSLATE_NOOP("Shortcuts", "Results as a grid"), "Ctrl+1"},
    Shortcut{Id::showList, kSearch, QT_TRANSLATE_NOOP("Shortcuts", "Results as a list"), "Ctrl+2"},
    Shortcut{Id::filters, kSearch, QT_TRANSLATE_NOOP("Shortcuts", "Show or hide the filters"), "Ctrl+Shift+F"},

    // Where plus needs Shift, the key is pressed without it.
    Shortcut{Id::larger, kResults, QT_TRANSLATE_NOOP("Shortcuts", "Larger pictures"), "Ctrl++; Ctrl+="},
    Shortcut{Id::smaller, kResults, QT_TRANSLATE_NOOP("Shortcuts", "Smaller pictures"), "Ctrl+-"},
    Shortcut{Id::preview, kResults, QT_TRANSLATE_NOOP("Shortcuts", "Preview"), "Space"},
    Shortcut{Id::open, kResults, QT_TRANSLATE_NOOP("Shortcuts", "Open with the system's program"), "Return; Enter"},
    Shortcut{Id::reveal, kResults, QT_TRANSLATE_NOOP("Shortcuts", "Show in its folder"), "Ctrl+Shift+R"},
    Shortcut{Id::previous, kResults, QT_TRANSLATE_NOOP("Shortcuts", "Previous, also in the preview"), "Left; Up"},
    Shortcut{Id::next, kResults, QT_TRANSLATE_NOOP("Shortcuts", "Next, also in the preview"), "Right; Down"},
    Shortcut{Id::closePreview, kResults, QT_TRANSLATE_NOOP("Shortcuts", "Close the preview"), "Space; Esc"},
    Shortcut{Id::playSound, kResults, QT_TRANSLATE_NOOP("Shortcuts", "Play and pause, in the sound player"), "Space"},

    Shortcut{Id::removeFolder, kLibrary, QT_TRANSLATE_NOOP("Shortcuts", "Remove the folder from the library"), "Del"},
    Shortcut{Id::undo, kLibrary, QT_TRANSLATE_NOOP("Shortcuts", "Undo removing"), "Ctrl+Z"},
    Shortcut{Id::rescan, kLibrary, QT_TRANSLATE_NOOP("Shortcuts", "Look for changes now"), "F5"},
    Shortcut{Id::pauseScan, kLibrary, QT_TRANSLATE_NOOP("Shortcuts", "Pause or resume the scan"), "Ctrl+Shift+P"},

    Shortcut{Id::showPairTable, kData, QT_TRANSLATE_NOOP("Shortcuts", "Pairs as a table"), "Ctrl+1"},
    Shortcut{Id::showPairMap, kData, QT_TRANSLATE_NOOP("Shortcuts", "Pairs as a map"), "Ctrl+2"},
    Shortcut{Id::findCaption, kData, QT_TRANSLATE_NOOP("Shortcuts", "Search the captions"), "Ctrl+F"},
    Shortcut{Id::excludePairs, kData, QT_TRANSLATE_NOOP("Shortcuts", "Exclude pairs, or include them again"), "Del"},
    Shortcut{Id::mendCaption, kData, QT_TRANSLATE_NOOP("Shortcuts", "Mend the caption"), "F2"},
    Shortcut{Id::movePairs, kData, QT_TRANSLATE_NOOP("Shortcuts", "Move between training and validation"),
             "Ctrl+Shift+V"},
    Shortcut{Id::undoChange, kData, QT_TRANSLATE_NOOP("Shortcuts", "Undo"), "Ctrl+Z"},
    Shortcut{Id::redoChange, kData, QT_TRANSLATE_NOOP("Shortcuts", "Redo"), "Ctrl+Shift+Z"},
};

const Shortcut& of(ShortcutId id) {
    const auto found =
        std::find_if(kShortcuts.begin(), kShortcuts.end(), [id](const Shortcut& one) { return one.id == id; });
    FUSEFIND_ASSERT(found != kShortcuts.end());
    return *found;
}

} // namespace

std::span<const Shortcut> shortcuts() {
    return kShortcuts;
}

QString groupOf(const Shortcut& shortcut) {
    return QCoreApplication::translate(kContext, shortcut.group);
}

QString textOf(ShortcutId id) {
    return QCoreApplication::translate(kContext, of(id).text);
}

QList<QKeySequence> keysOf(ShortcutId id) {
    return QKeySequence::listFromString(QString::fromLatin1(of(id).keys), QKeySequence::PortableText);
}

QString withKeys(const QString& text, ShortcutId id) {
    return QStringLiteral("%1 (%2)").arg(text, QKeySequence::listToString(keysOf(id), QKeySequence::NativeText));
}

bool isKeyOf(ShortcutId id, const QKeyEvent& event) {
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    return keysOf(id).contains(QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(event.key()))));
}

QAction* newAction(ShortcutId id, QObject* parent) {
    auto* action = new QAction(textOf(id), parent);
    action->setShortcuts(keysOf(id));
    return action;
}

} // namespace fusefind

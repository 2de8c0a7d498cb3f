#include "ui/shortcuts.h"

#include "core/base/result.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <algorithm>
#include <array>

namespace fusefind {

namespace {

constexpr const char* kContext = "Shortcuts";
#define FUSEFIND_NOOP(text) QT_TRANSLATE_NOOP("Shortcuts", text)

using Id = ShortcutId;

constexpr const char* kWindow = FUSEFIND_NOOP("Window");
constexpr const char* kSearch = FUSEFIND_NOOP("Search");
constexpr const char* kResults = FUSEFIND_NOOP("Results");
constexpr const char* kLibrary = FUSEFIND_NOOP("Library");

constexpr std::array kShortcuts{
    Shortcut{Id::showSearch, kWindow, FUSEFIND_NOOP("Search"), "Alt+1"},
    Shortcut{Id::showLibrary, kWindow, FUSEFIND_NOOP("Library"), "Alt+2"},
    Shortcut{Id::showInspector, kWindow, FUSEFIND_NOOP("Inspector"), "Ctrl+I"},
    Shortcut{Id::showMetrics, kWindow, FUSEFIND_NOOP("Metrics"), "Ctrl+M"},
    Shortcut{Id::addFolder, kWindow, FUSEFIND_NOOP("Add folder…"), "Ctrl+O"},
    Shortcut{Id::settings, kWindow, FUSEFIND_NOOP("Settings…"), "Ctrl+,"},
    Shortcut{Id::shortcutSheet, kWindow, FUSEFIND_NOOP("Keyboard shortcuts"), "Ctrl+/"},
    Shortcut{Id::fullScreen, kWindow, FUSEFIND_NOOP("Full screen"), "F11"},
    Shortcut{Id::quit, kWindow, FUSEFIND_NOOP("Quit"), "Ctrl+Q"},

    Shortcut{Id::focusBox, kSearch, FUSEFIND_NOOP("Go to the search box"), "Ctrl+F; Ctrl+K"},
    Shortcut{Id::clearBox, kSearch, FUSEFIND_NOOP("Clear the search"), "Esc"},
    Shortcut{Id::moreLike, kSearch, FUSEFIND_NOOP("More like this"), "Ctrl+L"},
    Shortcut{Id::lessLike, kSearch, FUSEFIND_NOOP("Less like this"), "Ctrl+Shift+L"},
    Shortcut{Id::gridOrList, kSearch, FUSEFIND_NOOP("Grid or list"), "Ctrl+1; Ctrl+2"},
    Shortcut{Id::filters, kSearch, FUSEFIND_NOOP("Show or hide the filters"), "Ctrl+Shift+F"},

    Shortcut{Id::thumbnailSize, kResults, FUSEFIND_NOOP("Larger and smaller pictures"), "Ctrl++; Ctrl+-"},
    Shortcut{Id::preview, kResults, FUSEFIND_NOOP("Preview"), "Space"},
    Shortcut{Id::open, kResults, FUSEFIND_NOOP("Open with the system's program"), "Return"},
    Shortcut{Id::reveal, kResults, FUSEFIND_NOOP("Show in its folder"), "Ctrl+Shift+R"},
    Shortcut{Id::move, kResults, FUSEFIND_NOOP("Previous and next, also in the preview"), "Left; Right"},
    Shortcut{Id::closePreview, kResults, FUSEFIND_NOOP("Close the preview"), "Esc"},
    Shortcut{Id::playSound, kResults, FUSEFIND_NOOP("Play and pause, in the sound player"), "Space"},

    Shortcut{Id::removeFolder, kLibrary, FUSEFIND_NOOP("Remove the folder from the library"), "Del"},
    Shortcut{Id::undo, kLibrary, FUSEFIND_NOOP("Undo removing"), "Ctrl+Z"},
    Shortcut{Id::rescan, kLibrary, FUSEFIND_NOOP("Look for changes now"), "F5"},
    Shortcut{Id::pauseScan, kLibrary, FUSEFIND_NOOP("Pause or resume the scan"), "Ctrl+Shift+P"},
};

#undef FUSEFIND_NOOP

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

QAction* newAction(ShortcutId id, QObject* parent) {
    auto* action = new QAction(textOf(id), parent);
    action->setShortcuts(keysOf(id));
    return action;
}

} // namespace fusefind

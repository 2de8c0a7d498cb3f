#pragma once

#include <QtCore/QString>
#include <QtGui/QKeySequence>
#include <span>

class QAction;
class QKeyEvent;
class QObject;

namespace fusefind {

// Every key that does something, in one table: the actions take their keys from it and the sheet of Ctrl+/ is made of
// it.
enum class ShortcutId {
    showSearch,
    showLibrary,
    showData,
    showInspector,
    showMetrics,
    addFolder,
    train,
    spaces,
    settings,
    shortcutSheet,
    fullScreen,
    quit,

    focusBox,
    clearBox,
    moreLike,
    lessLike,
    goodResult,
    badResult,
    showGrid,
    showList,
    filters,

    larger,
    smaller,
    preview,
    open,
    reveal,
    previous,
    next,
    closePreview,
    playSound,

    removeFolder,
    undo,
    rescan,
    pauseScan,

    showPairTable,
    showPairMap,
    findCaption,
    excludePairs,
    mendCaption,
    movePairs,
    undoChange,
    redoChange
};

struct Shortcut {
    ShortcutId id;
    const char* group; // to be translated, as text is
    const char* text;
    const char* keys; // QKeySequence's portable form, several separated by "; "
};

std::span<const Shortcut> shortcuts();

QString groupOf(const Shortcut& shortcut);
QString textOf(ShortcutId id);
QList<QKeySequence> keysOf(ShortcutId id);
QString withKeys(const QString& text, ShortcutId id); // "Grid (Ctrl+1)", for a tool tip

// For widgets that listen to keys themselves.
bool isKeyOf(ShortcutId id, const QKeyEvent& event);

// An action with the text and keys of the table. The text comes without a mnemonic.
QAction* newAction(ShortcutId id, QObject* parent);

} // namespace fusefind

#pragma once

#include <QtCore/QStringList>

class QWidget;

namespace fusefind {

// Keys that two things of a window wait for: the mnemonics of menus, buttons, tabs and labels that are seen, and the
// window's shortcuts; and those of each of its menus by itself, which has its keys alone while it is open.
QStringList keyClashes(const QWidget& window);

} // namespace fusefind

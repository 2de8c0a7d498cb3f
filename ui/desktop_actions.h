#pragma once

#include <QtCore/QString>
#include <filesystem>
#include <functional>

namespace fusefind {

// What the desktop does with a file. `failed` hears a sentence if it does not; it is called at most once, maybe later.
using ActionFailed = std::function<void(const QString& sentence)>;

// Opens the file (or folder) with the program that the desktop has for it.
void openFile(const std::filesystem::path& path, const ActionFailed& failed);

// Shows the file in its folder: in the desktop's file manager if that listens, else by opening the folder.
void revealFile(const std::filesystem::path& path, const ActionFailed& failed);

} // namespace fusefind

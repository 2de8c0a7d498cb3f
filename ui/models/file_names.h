#pragma once

#include <QtCore/QString>
#include <QtCore/QUrl>
#include <filesystem>
#include <optional>

namespace fusefind {

// Paths are bytes; these are for showing only.
QString shownName(const std::filesystem::path& path); // the last part
QString shownPath(const std::filesystem::path& path);

// To other programs and back without a loss, also for names that are not UTF-8.
QUrl urlOf(const std::filesystem::path& path);
std::optional<std::filesystem::path> localFile(const QUrl& url); // nothing for another machine's, or another scheme

std::filesystem::path pathOf(const QString& name);

} // namespace fusefind

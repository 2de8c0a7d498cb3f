#pragma once

#include <QtCore/QStringList>
#include <QtGui/QImage>
#include <filesystem>
#include <vector>

class QMimeData;

namespace fusefind {

// What was dropped or pasted, sorted by what can be done with it.
struct QueryDrop {
    std::vector<std::filesystem::path> files;
    std::vector<std::filesystem::path> folders;
    QImage picture; // of the clipboard or a web browser, where there is no file
    QString text;
    QStringList problems; // what is to be said about the rest

    [[nodiscard]] bool empty() const { return files.empty() && folders.empty() && picture.isNull() && text.isEmpty(); }
};

QueryDrop readDrop(const QMimeData& mime);

} // namespace fusefind

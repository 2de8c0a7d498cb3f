#include "ui/models/file_names.h"

#include "core/base/text.h"

#include <QtCore/QFile>

namespace fusefind {

QString shownName(const std::filesystem::path& path) {
    return QString::fromStdString(toUtf8(path.filename()));
}

QString shownPath(const std::filesystem::path& path) {
    return QString::fromStdString(toUtf8(path));
}

QUrl urlOf(const std::filesystem::path& path) {
    const QByteArray bytes = QByteArray::fromStdString(path.native());
    return QUrl::fromEncoded("file://" + bytes.toPercentEncoding("/"), QUrl::StrictMode);
}

std::optional<std::filesystem::path> localFile(const QUrl& url) {
    if (!url.isLocalFile() || !url.host().isEmpty()) return {};
    return QByteArray::fromPercentEncoding(url.path(QUrl::FullyEncoded).toLatin1()).toStdString();
}

std::filesystem::path pathOf(const QString& name) {
    return QFile::encodeName(name).toStdString();
}

} // namespace fusefind

#include "ui/views/search/query_drop.h"

#include "ui/models/file_names.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QMimeData>

namespace fusefind {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QueryDrop)
};

bool isWeb(const QUrl& url) {
    return url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https");
}

void takeLocal(QueryDrop& drop, const std::filesystem::path& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (std::filesystem::is_directory(status))
        drop.folders.push_back(path);
    else if (std::filesystem::is_regular_file(status))
        drop.files.push_back(path);
    else if (std::filesystem::exists(status))
        drop.problems << Words::tr("%1 is not a file that can be read.").arg(shownName(path));
    else
        drop.problems << Words::tr("%1 is not there any more.").arg(shownName(path));
}

void takeUrl(QueryDrop& drop, const QUrl& url) {
    if (const auto path = localFile(url))
        takeLocal(drop, *path);
    else if (!drop.picture.isNull()) // a browser gives the picture together with its address
        return;
    else
        drop.problems << Words::tr("%1 is not on this computer. FuseFind loads nothing from the network: save the file "
                                   "first, then drop it here.")
                             .arg(url.toDisplayString(QUrl::RemoveUserInfo));
}

// Text that is the name of a file, or an address, is meant as that.
void takeText(QueryDrop& drop, const QString& text) {
    const QUrl url(text, QUrl::StrictMode);
    if (url.isLocalFile() || isWeb(url))
        takeUrl(drop, url);
    else if (text.startsWith(QLatin1Char('/')) && std::filesystem::exists(pathOf(text)))
        takeLocal(drop, pathOf(text));
    else
        drop.text = text;
}

} // namespace

QueryDrop readDrop(const QMimeData& mime) {
    QueryDrop drop;
    if (mime.hasImage()) drop.picture = qvariant_cast<QImage>(mime.imageData());
    const QList<QUrl> urls = mime.urls();
    for (const QUrl& url : urls)
        takeUrl(drop, url);
    if (!drop.files.empty() || !drop.folders.empty()) drop.picture = {}; // the same thing, as a file
    const QString text = mime.text().simplified();
    if (urls.isEmpty() && drop.picture.isNull() && !text.isEmpty()) takeText(drop, text);
    if (drop.empty() && drop.problems.isEmpty())
        drop.problems << Words::tr("There was nothing in it to search by: drop pictures, sounds or text.");
    return drop;
}

} // namespace fusefind

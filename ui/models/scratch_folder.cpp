#include "ui/models/scratch_folder.h"

#include "core/base/atomic_file.h"
#include "ui/models/file_names.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QStandardPaths>

namespace fusefind {

namespace {

constexpr int kStaleDays = 1;

// What windows left behind that did not end by themselves.
void removeStale(const QDir& parent) {
    const QDateTime limit = QDateTime::currentDateTime().addDays(-kStaleDays);
    for (const QFileInfo& entry : parent.entryInfoList({QStringLiteral("query-*")}, QDir::Dirs | QDir::NoSymLinks))
        if (entry.lastModified() < limit) QDir(entry.absoluteFilePath()).removeRecursively();
}

} // namespace

Result<std::filesystem::path> ScratchFolder::write(const std::filesystem::path& name, const QByteArray& bytes) {
    if (!folder_) {
        const QDir parent(QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
        if (!parent.mkpath(QStringLiteral(".")))
            return fail(ErrorCode::io, "cannot make the cache folder", pathOf(parent.path()));
        removeStale(parent);
        auto folder = std::make_unique<QTemporaryDir>(parent.filePath(QStringLiteral("query-XXXXXX")));
        if (!folder->isValid()) return fail(ErrorCode::io, folder->errorString().toStdString(), pathOf(parent.path()));
        folder_ = std::move(folder);
    }
    std::filesystem::path path = pathOf(folder_->path()) / name;
    FUSEFIND_TRY(writeFileAtomically(path, std::string_view(bytes.constData(), static_cast<size_t>(bytes.size()))));
    return path;
}

} // namespace fusefind

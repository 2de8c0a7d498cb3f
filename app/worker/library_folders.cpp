#include "app/worker/library_folders.h"

#include "core/library/database.h"

#include <QtCore/QFile>
#include <set>

namespace fusefind {

namespace {

constexpr size_t kMostWatched = 4096; // the system gives a user some thousands of watches for all programs

Status readProgress(Database& database, LibraryFolders& read) {
    FUSEFIND_TRY_ASSIGN(
        auto query,
        database.prepare("SELECT f.path, count(i.id), coalesce(sum(EXISTS (SELECT 1 FROM segments s"
                         " JOIN latents l ON l.segment = s.id WHERE s.content = i.content)), 0)"
                         " FROM folders f LEFT JOIN items i ON i.folder = f.id GROUP BY f.id ORDER BY f.path"));
    return query.each([&](const Statement& row) {
        read.folders.push_back({row.path(0), row.integer(2), row.integer(1)});
    });
}

Status readWatched(Database& database, LibraryFolders& read) {
    std::set<std::filesystem::path> watched;
    for (const FolderProgress& folder : read.folders)
        watched.insert(folder.path);
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare("SELECT path FROM items"));
    FUSEFIND_TRY(query.each([&](const Statement& row) {
        if (watched.size() < kMostWatched) watched.insert(row.path(0).parent_path());
    }));
    std::error_code ignored;
    for (const auto& folder : watched)
        if (std::filesystem::is_directory(folder, ignored))
            read.watched.append(QFile::decodeName(QByteArray::fromStdString(folder.native())));
    read.watched.sort();
    return {};
}

Status readSpace(Database& database, LibraryFolders& read) {
    FUSEFIND_TRY_ASSIGN(auto query,
                        database.prepare("SELECT name || ' ' || created_at_ms FROM spaces WHERE in_use = 1"));
    return query.each([&](const Statement& row) { read.spaceInUse = std::string(row.text(0)); });
}

} // namespace

Result<LibraryFolders> readLibraryFolders(const std::filesystem::path& path) {
    FUSEFIND_TRY_ASSIGN(Database database, Database::connect(path));
    LibraryFolders read;
    FUSEFIND_TRY(readProgress(database, read));
    FUSEFIND_TRY(readWatched(database, read));
    FUSEFIND_TRY(readSpace(database, read));
    FUSEFIND_TRY_ASSIGN(const auto skipped, database.integer("SELECT count(*) FROM skipped"));
    read.skipped = skipped.value_or(0);
    return read;
}

} // namespace fusefind

#include "app/worker/library_folders.h"

#include "core/library/database.h"

#include <QtCore/QFile>
#include <set>

namespace fusefind {

namespace {

constexpr size_t kMostWatched = 4096; // the system gives a user some thousands of watches for all programs

Status readFolders(Database& database, std::vector<std::filesystem::path>& folders) {
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare("SELECT path FROM folders ORDER BY path"));
    return query.each([&](const Statement& row) { folders.push_back(row.path(0)); });
}

} // namespace

Result<LibraryBasis> readLibraryBasis(const std::filesystem::path& path) {
    FUSEFIND_TRY_ASSIGN(Database database, Database::connect(path));
    LibraryBasis basis;
    FUSEFIND_TRY(readFolders(database, basis.folders));
    FUSEFIND_TRY_ASSIGN(auto query,
                        database.prepare("SELECT name || ' ' || created_at_ms FROM spaces WHERE in_use = 1"));
    FUSEFIND_TRY(query.each([&](const Statement& row) { basis.spaceInUse = std::string(row.text(0)); }));
    return basis;
}

Result<LibraryProgress> readLibraryProgress(const std::filesystem::path& path) {
    FUSEFIND_TRY_ASSIGN(Database database, Database::connect(path));
    LibraryProgress progress;
    FUSEFIND_TRY_ASSIGN(
        auto query,
        database.prepare("SELECT f.path, count(i.id), coalesce(sum(EXISTS (SELECT 1 FROM segments s"
                         " CROSS JOIN latents l ON l.segment = s.id WHERE s.content = i.content)), 0)"
                         " FROM folders f LEFT JOIN items i ON i.folder = f.id GROUP BY f.id ORDER BY f.path"));
    FUSEFIND_TRY(query.each([&](const Statement& row) {
        progress.folders.push_back({row.path(0), row.integer(2), row.integer(1)});
    }));
    FUSEFIND_TRY_ASSIGN(const auto skipped, database.integer("SELECT count(*) FROM skipped"));
    progress.skipped = skipped.value_or(0);
    return progress;
}

Result<QStringList> readWatchedFolders(const std::filesystem::path& path) {
    FUSEFIND_TRY_ASSIGN(Database database, Database::connect(path));
    std::vector<std::filesystem::path> folders;
    FUSEFIND_TRY(readFolders(database, folders));
    std::set<std::filesystem::path> watched(folders.begin(), folders.end());
    FUSEFIND_TRY_ASSIGN(auto query, database.prepare("SELECT path FROM items"));
    FUSEFIND_TRY(query.each([&](const Statement& row) {
        if (watched.size() < kMostWatched) watched.insert(row.path(0).parent_path());
    }));
    QStringList found;
    std::error_code ignored;
    for (const auto& folder : watched)
        if (std::filesystem::is_directory(folder, ignored))
            found.append(QFile::decodeName(QByteArray::fromStdString(folder.native())));
    found.sort();
    return found;
}

} // namespace fusefind

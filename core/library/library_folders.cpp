#include "core/base/text.h"
#include "core/library/library.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

namespace fusefind {

namespace fs = std::filesystem;

namespace {

// A scan of `outer` comes to `inner`: it lies inside, and no folder on the way is hidden.
bool scanReaches(const fs::path& outer, const fs::path& inner) {
    const auto [outerEnd, innerRest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
    return outerEnd == outer.end() && innerRest != inner.end() &&
           std::none_of(innerRest, inner.end(), [](const fs::path& name) { return name.native().starts_with('.'); });
}

Result<Folder> existingFolder(const fs::path& path) {
    std::error_code error;
    Folder folder{0, fs::canonical(path, error)};
    if (error) return fail(systemError("cannot add the folder", path, error.value()));
    if (!fs::is_directory(folder.path, error)) return fail(ErrorCode::invalidInput, "not a folder", path);
    return folder;
}

Status absorb(Database& database, const Folder& outer, const Folder& inner) {
    FUSEFIND_TRY(database.execute("UPDATE items SET folder = ?1 WHERE folder = ?2", outer.id, inner.id));
    FUSEFIND_TRY(database.execute("UPDATE skipped SET folder = ?1 WHERE folder = ?2", outer.id, inner.id));
    return database.execute("DELETE FROM folders WHERE id = ?1", inner.id);
}

} // namespace

fs::path resolvedPath(const fs::path& path) {
    std::error_code error;
    fs::path resolved = fs::weakly_canonical(path, error);
    if (error) resolved = fs::absolute(path, error).lexically_normal();
    return resolved.has_filename() ? resolved : resolved.parent_path();
}

std::pair<fs::path, fs::path> pathsUnder(const fs::path& folder) {
    std::string first = folder.native();
    if (!first.ends_with('/')) first += '/';
    std::string end = first;
    end.back() = '/' + 1;
    return {first, end};
}

Result<std::vector<Folder>> Library::folders() {
    std::vector<Folder> folders;
    FUSEFIND_TRY_ASSIGN(auto query, database_->prepare("SELECT id, path FROM folders ORDER BY path"));
    FUSEFIND_TRY(query.each([&](const Statement& row) { folders.push_back({row.integer(0), row.path(1)}); }));
    return folders;
}

Result<AddedFolder> Library::addFolder(const fs::path& path) {
    AddedFolder added;
    FUSEFIND_TRY_ASSIGN(added.folder, existingFolder(path));
    FUSEFIND_TRY_ASSIGN(const auto present, folders());
    for (const Folder& folder : present) {
        if (folder.path == added.folder.path) return AddedFolder{folder, true, {}};
        if (scanReaches(folder.path, added.folder.path))
            return fail(ErrorCode::invalidInput,
                        fmt::format("already part of the library through {}", toUtf8(folder.path)), added.folder.path);
    }
    struct stat info {};
    if (::stat(added.folder.path.c_str(), &info) != 0) return fail(systemError("cannot add the folder", path, errno));

    FUSEFIND_TRY_ASSIGN(auto transaction, Transaction::begin(*database_));
    FUSEFIND_TRY(database_->execute("INSERT INTO folders (path, device, added_at_ms) VALUES (?1, ?2, ?3)",
                                    added.folder.path, info.st_dev, nowMs()));
    added.folder.id = database_->lastInsertId();
    for (const Folder& folder : present) {
        if (!scanReaches(added.folder.path, folder.path)) continue;
        FUSEFIND_TRY(absorb(*database_, added.folder, folder));
        added.absorbed.push_back(folder.path);
    }
    FUSEFIND_TRY(transaction.commit());
    return added;
}

Status Library::removeFolder(const fs::path& path) {
    FUSEFIND_TRY(database_->execute("DELETE FROM folders WHERE path = ?1", resolvedPath(path)));
    if (database_->changedRows() == 0)
        return fail(ErrorCode::notFound, "not a folder of the library", path, "`library list` shows those that are");
    return {};
}

} // namespace fusefind

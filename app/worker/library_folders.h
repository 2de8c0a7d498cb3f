#pragma once

#include "core/protocol/library_messages.h"

#include <QtCore/QStringList>
#include <filesystem>

namespace fusefind {

// All by a connection of their own, so on any thread. Errors: those of Database.

// What a scan depends on besides the files: cheap to ask for after every command.
struct LibraryBasis {
    std::vector<std::filesystem::path> folders; // by path
    std::string spaceInUse;                     // its name and when it was made; empty: none
    bool operator==(const LibraryBasis&) const = default;
};
Result<LibraryBasis> readLibraryBasis(const std::filesystem::path& database);

struct LibraryProgress {
    std::vector<FolderProgress> folders; // by path
    int64_t skipped = 0;
};
Result<LibraryProgress> readLibraryProgress(const std::filesystem::path& database);

// The folders and those inside them that hold files of the library, up to a bound; sorted.
Result<QStringList> readWatchedFolders(const std::filesystem::path& database);

} // namespace fusefind

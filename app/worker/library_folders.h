#pragma once

#include "core/protocol/library_messages.h"

#include <QtCore/QStringList>
#include <filesystem>

namespace fusefind {

struct LibraryFolders {
    std::vector<FolderProgress> folders; // by path
    int64_t skipped = 0;
    std::string spaceInUse; // its name and when it was made; empty: none
    QStringList watched;    // the folders and those inside them that hold files of the library, up to a bound; sorted
};

// By a connection of its own, so on any thread. Errors: those of Database.
Result<LibraryFolders> readLibraryFolders(const std::filesystem::path& database);

} // namespace fusefind

#pragma once

#include "core/library/discover.h"
#include "core/library/library.h"

#include <optional>

namespace fusefind {

// A file to be hashed: new, or not as the library knows it.
struct ScanCandidate {
    int64_t folder = 0;
    FoundFile file;
    std::optional<Item> known; // what the library has at this path
};

// How a folder on disk and the library differ, found without opening a file.
struct ScanDiff {
    int64_t discovered = 0;
    int64_t unchanged = 0;
    std::vector<ScanCandidate> candidates;
    std::vector<Item> vanished;
    std::vector<SkippedFile> unusable;               // as discovered: tried at every scan
    std::vector<SkippedFile> stillUnusable;          // skipped before, of the same size and time
    std::vector<std::filesystem::path> goneFailures; // skipped before, not there any more
    std::string missing;                             // why the folder cannot be looked at; empty: it was
};

// Errors: those of Database; cancelled.
Result<ScanDiff> diffFolder(Database& database, const Folder& folder, const std::stop_token& stop,
                            ProgressReporter& progress);

} // namespace fusefind

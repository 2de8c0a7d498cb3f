#pragma once

#include "core/base/progress.h"
#include "core/library/library.h"

#include <stop_token>

namespace fusefind {

// What a scan found. The library already agrees with it; what is left is to encode (WorkJournal::pending).
struct ScanReport {
    int64_t discovered = 0; // files of a known kind, skipped ones among them
    int64_t unchanged = 0;  // by size and time, or touched with the same content
    std::vector<Item> newOrChanged;
    std::vector<Item> moved;          // with their new paths
    std::vector<Item> removed;        // gone from the library; their latents stay
    std::vector<SkippedFile> skipped; // by path, with those of earlier scans that have not changed
    std::vector<SkippedFile>
        missing; // folders that are not there (a drive not mounted): their files stay in the library
};

// Brings the library up to date with its folders. Files whose size and time are as before are not opened; others are
// hashed, on a few threads. A new file with the content of one that went is that one, moved. Written in batches as it
// goes on: a scan that was cancelled or killed goes on where it was. Files below a folder that cannot be read are kept.
// Folders that another connection removes meanwhile are left out. Errors: those of Database; cancelled.
Result<ScanReport> scanLibrary(Database& database, const std::stop_token& stop = {}, const ProgressSink& progress = {});

} // namespace fusefind

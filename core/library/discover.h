#pragma once

#include "core/base/modality.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/library/items.h"

#include <stop_token>

namespace fusefind {

struct FoundFile {
    std::filesystem::path path;
    ItemKind kind = ItemKind::image;
    int64_t size = 0;
    int64_t mtimeNs = 0;
};

// What lies in a folder. Sorted by the bytes of the paths.
struct Discovery {
    std::vector<FoundFile> files;
    std::vector<SkippedFile> skipped;
    std::vector<std::filesystem::path> unseen; // among `skipped`: what is there, or inside, is unknown and not gone
    uint64_t device = 0;                       // st_dev of the folder
    bool empty = true;                         // the folder has no entry at all
};

// More are refused, so that the memory is enough.
inline constexpr size_t kMostFiles = 5'000'000;

// Walks a folder for files that kindByExtension knows, without opening any. Names are bytes. Hidden files and folders
// (a leading dot) are left alone. Links are followed; a folder that links lead to several times, or in a circle, is
// entered once, by its own name if it has one inside `folder`. Anything else with a known extension (FIFO, device,
// socket, empty file, a link to nowhere) and every unreadable folder is listed as skipped. Errors: notFound and io (the
// folder itself), limit (more than `most` files, known as pictures and sounds by their names), cancelled.
Result<Discovery> discoverFiles(const std::filesystem::path& folder, const std::stop_token& stop = {},
                                ProgressReporter* progress = nullptr, size_t most = kMostFiles);

} // namespace fusefind

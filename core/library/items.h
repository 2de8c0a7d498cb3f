#pragma once

#include "core/base/hash.h"
#include "core/base/modality.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fusefind {

// A folder that belongs to the library, with everything in it.
struct Folder {
    int64_t id = 0;
    std::filesystem::path path; // absolute, without links
};

// A picture, sound or video of the library.
struct Item {
    int64_t id = 0; // kept over moves and renames
    std::filesystem::path path;
    ItemKind kind = ItemKind::image;
    int64_t size = 0;    // bytes
    int64_t mtimeNs = 0; // since 1970
    Sha256 content{};    // of its bytes; files of equal content share segments and latents
};

// A file (or folder) that could not be used, and why.
struct SkippedFile {
    std::filesystem::path path;
    std::string reason;
};

// Which part of a file a latent describes, in milliseconds; from 0 to 0 is all of it.
struct SegmentTime {
    int64_t startMs = 0;
    int64_t endMs = 0;

    [[nodiscard]] bool whole() const { return endMs == 0; }
    bool operator==(const SegmentTime&) const = default;
};

// A segment of the library and the file it is shown by: the first with its content.
struct SegmentRow {
    int64_t label = 0;
    int64_t item = 0;
    ItemKind kind = ItemKind::image;
    SegmentTime time;
};

// Which files a search may find.
struct ItemFilter {
    std::vector<ItemKind> kinds; // empty: all
    std::filesystem::path under; // empty: everywhere
};

// What a label of the index stands for: every file of that content that passes the filter, by path, and the part of it.
struct LocatedLabel {
    int64_t label = 0;
    SegmentTime time;
    std::vector<Item> items; // at least one
};

} // namespace fusefind

#pragma once

#include "core/library/database.h"
#include "core/library/items.h"

#include <array>
#include <optional>
#include <span>

namespace fusefind {

struct MediaInfo;

struct AddedFolder {
    Folder folder;
    bool wasThere = false;                       // nothing changed
    std::vector<std::filesystem::path> absorbed; // folders of the library that lie inside and are now part of this one
};

struct LibraryCounts {
    int64_t folders = 0;
    std::array<int64_t, kItemKinds.size()> items{}; // by ItemKind
    int64_t contents = 0;                           // different ones among the items
    int64_t searchable = 0;                         // of these, with a latent of any encoder
    int64_t skipped = 0;
};

// Folders and files of the library. Belongs to the thread of its database; what writes is called on the writing thread.
class Library {
public:
    explicit Library(Database& database) : database_(&database) {}

    // A folder of the library is one that exists when added, with links resolved. Adding it twice changes nothing; a
    // folder inside one that is there is refused (it is part of the library already); a folder around some that are
    // there takes their files over, with ids and latents. A hidden folder counts as inside nothing, because a scan does
    // not enter it. Errors: notFound, invalidInput.
    Result<AddedFolder> addFolder(const std::filesystem::path& folder);
    // Forgets its files; latents stay, so that adding it again encodes nothing. Also for a folder that is gone. Errors:
    // notFound.
    Status removeFolder(const std::filesystem::path& folder);
    Result<std::vector<Folder>> folders(); // by path

    // All segments of files that pass the filter, ascending by label. An index over the library holds those of them
    // that its encoders know (LatentStore::labels).
    Result<std::vector<SegmentRow>> segments(const ItemFilter& filter = {});
    // In the order of `labels`; a label without a file that passes is left out.
    Result<std::vector<LocatedLabel>> locate(std::span<const int64_t> labels, const ItemFilter& filter = {});

    // The item with this very path (bytes), if it is one.
    Result<std::optional<Item>> find(const std::filesystem::path& path);

    // What a probe said, for all files of the content.
    Status describe(const Sha256& content, const MediaInfo& info);
    // The content cannot be used: its files of the same modality leave the library for the list of skipped files and
    // are tried again when they change.
    Status skip(const Item& item, std::string_view reason);

    Result<std::vector<SkippedFile>> skipped(); // by path
    Result<LibraryCounts> counts();

private:
    Database* database_;
};

// "DIR/" and the first path after all that begin so, for comparing paths as bytes.
std::pair<std::filesystem::path, std::filesystem::path> pathsUnder(const std::filesystem::path& folder);

// `path` absolute, links resolved as far as it exists, no trailing slash.
std::filesystem::path resolvedPath(const std::filesystem::path& path);

// The columns id, path, kind, size, mtime_ns, content from `column` on, as an Item.
Item readItem(const Statement& row, int column = 0);

int64_t nowMs();

} // namespace fusefind

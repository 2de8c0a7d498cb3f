#pragma once

#include "core/library/library.h"

namespace fusefind {

// A content that an encoder has not seen yet, by one of its files (the first by path).
struct PendingItem {
    Item item;
    int64_t strikes = 0; // how often the process crashed while it read this content
};

// What still has to be encoded, and which files crash the process. On the writing thread.
class WorkJournal {
public:
    explicit WorkJournal(Database& database) : database_(&database) {}

    // What `encoder` has no latents of, files with strikes last, else by path. One item for each content.
    Result<std::vector<PendingItem>> pending(std::string_view encoder, Modality modality);

    // The process crashed while it read this file. At the second strike it is set aside (Library::skip), and the answer
    // is true. A file that is not in the library is nobody's business.
    Result<bool> strike(const std::filesystem::path& file);

private:
    Database* database_;
};

} // namespace fusefind

#pragma once

#include "core/library/library.h"

namespace fusefind {

// A content that an encoder has not seen yet, by one of its files (the first by path).
struct PendingItem {
    Item item;
    int64_t strikes =
        0; // > 0: the process ended while this was decoded; decode it alone, so that no neighbour is blamed
};

// Remembers what is being decoded, so that a file that kills the process twice can be set aside. On the writing thread.
class WorkJournal {
public:
    explicit WorkJournal(Database& database) : database_(&database) {}

    // What `encoder` has no latents of, files with strikes last, else by path. One item for each content.
    Result<std::vector<PendingItem>> pending(std::string_view encoder, Modality modality);

    // Before decoding, and when its latents are stored or it was skipped.
    Status begin(std::span<const Sha256> contents);
    Status end(std::span<const Sha256> contents);

    // Call once after opening the library: closes what a process that ended too early left open. `blame`: that process
    // crashed (a fault, no memory), so what it was decoding gets a strike; a process that was told to stop blames
    // nobody. Returns the items set aside now, for their second strike.
    Result<std::vector<Item>> recover(bool blame);

private:
    Database* database_;
};

} // namespace fusefind

#pragma once

#include "core/base/hash.h"
#include "core/library/database.h"
#include "core/protocol/dataset_messages.h"

#include <stop_token>

namespace fusefind {

// What latents of a data set's pairs are found by: the contents of their files and captions.
struct PairContents {
    struct File {
        std::filesystem::path path;
        std::optional<Sha256> content; // nothing: it could not be read
    };
    struct Pair {
        int64_t id = 0;
        DataPairKind kind = DataPairKind::imageText;
        std::optional<size_t> image; // of `files`
        std::optional<size_t> sound; // of `files`
        std::optional<size_t> caption;
    };
    std::vector<File> files;
    std::vector<Sha256> captions; // SHA-256 of the text
    std::vector<Pair> pairs;      // by number
};

// All of a data set's pairs, with the contents of files as the library or knownContent() (file_contents.h) saw them
// last: no file is looked at. Errors: notFound (no such data set), cancelled.
Result<PairContents> pairContents(Database& database, int64_t dataSet, const std::stop_token& stop = {});

} // namespace fusefind

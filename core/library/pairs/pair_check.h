#pragma once

#include "core/library/pairs/paired_data.h"
#include "core/media/probe.h"

namespace fusefind {

// Paired folders as a person should see them before training on them.
struct PairCheck {
    PairedData data;
    // data.problems, and what only a look into the files and at all captions together can tell: files that cannot be
    // read, captions that are all the same or in another script than the text encoder reads.
    std::vector<PairProblem> problems;
    // What each file says of itself; nothing of those that cannot be read.
    std::vector<std::optional<MediaInfo>> images; // [data.images]
    std::vector<std::optional<MediaInfo>> sounds; // [data.sounds]
};

// `englishEncoder` is the text encoder's name if it was made for English alone, else empty. Captions are judged by the
// script of their letters, not by their language. Errors: those of readPairedFolders().
Result<PairCheck> checkPairs(std::span<const std::filesystem::path> folders, std::string_view englishEncoder,
                             const std::stop_token& stop = {}, const ProgressSink& progress = {});

} // namespace fusefind

#pragma once

#include "gpu/jobs/job_queue.h"
#include "gpu/jobs/workspace.h"

#include <optional>
#include <set>

namespace fusefind {

// What to look for: any number of texts and files, wanted and unwanted, in one query.
struct LibraryQuery {
    std::vector<std::string> texts;
    std::vector<std::string> notTexts;
    std::vector<std::filesystem::path> like;
    std::vector<std::filesystem::path> unlike;
    std::set<ItemKind> kinds; // empty: all
    std::filesystem::path under;
    std::string space; // empty: the one in use
    size_t top = 20;
    std::optional<float> minScore;
    bool exact = false;
};

struct LibraryHit {
    std::filesystem::path path;
    ItemKind kind = ItemKind::image;
    float score = 0; // cosine
    // The moment of a long sound that matched.
    std::optional<double> startSeconds;
    std::optional<double> endSeconds;
};

struct LibraryAnswer {
    std::string space;
    double elapsedMs = 0; // from the query to its hits; loading an encoder on first use included
    std::vector<LibraryHit> hits;
};

Result<LibraryAnswer> searchLibrary(Workspace& workspace, const LibraryQuery& query, JobContext& context);

} // namespace fusefind

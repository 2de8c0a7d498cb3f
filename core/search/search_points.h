#pragma once

#include "core/search/label_table.h"

namespace fusefind {

struct SearchRequest {
    size_t top = 20; // items
    std::optional<float> minScore;
    bool exact = false; // look at every point
    SearchScope scope;
};

// An item and the best of its segments.
struct SearchHit {
    Label label = 0;
    int64_t itemId = 0;
    float score = 0; // cosine
    int64_t startMs = 0;
    int64_t endMs = 0; // 0: the whole item
};

// The `top` items nearest to `query` [D], best first, each once, at its best segment; fewer only if fewer exist or
// reach minScore. Pictures and sounds are ranked by one cosine: the space centres each modality, which closes the gap
// between them. A standardisation of each kind's scores on top of that changed average precision by less than 0.005 on
// synthetic kinds of different noise and rank, so there is none. Labels that the table does not know are passed over.
// Errors: those of search().
Result<std::vector<SearchHit>> searchPoints(const VectorIndex& index, const LabelTable& table,
                                            std::span<const float> query, const SearchRequest& request);

} // namespace fusefind

#pragma once

#include "core/library/datasets/pair_contents.h"
#include "gpu/jobs/workspace.h"

namespace fusefind {

// Where pairs lie in a space: in the middle between their halves, or where the one half lies that has been encoded.
struct PairPoints {
    Matrix points;             // [N, dim], of unit length
    std::vector<size_t> pairs; // [N], of those asked for; one of which nothing has been encoded is left out
    std::vector<float> scores; // [N], the cosine between the halves, or kNoScore
};

// From stored latents alone, of these of the contents' pairs. Errors: those of LatentStore and Space::project.
Result<PairPoints> pairPoints(Workspace& workspace, const Space& space, const PairContents& contents,
                              std::span<const size_t> pairs);

} // namespace fusefind

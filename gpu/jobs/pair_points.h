#pragma once

#include "core/library/datasets/pair_contents.h"
#include "gpu/jobs/workspace.h"

namespace fusefind {

// Points of contents in a space.
struct ContentPoints {
    Matrix points;                            // of unit length
    std::vector<std::optional<size_t>> rowOf; // by position in the contents asked for; nothing: not encoded

    // Empty: not encoded.
    [[nodiscard]] std::span<const float> of(size_t content) const {
        return rowOf.empty() || !rowOf[content] ? std::span<const float>() : points.row(*rowOf[content]);
    }
};

// From stored latents alone; nothing of a modality that the space does not know. Errors of both: those of LatentStore
// and Space::project.
Result<ContentPoints> storedPoints(Workspace& workspace, const Space& space, Modality modality,
                                   std::span<const Sha256> contents);

// The half of each of these pairs that is of that modality. By position in `pairs`.
Result<ContentPoints> halfPoints(Workspace& workspace, const Space& space, const PairContents& contents,
                                 std::span<const size_t> pairs, Modality modality);

// Where pairs lie in a space: in the middle between their halves, or where the one half lies that has been encoded.
struct PairPoints {
    Matrix points;             // [N, dim], of unit length
    std::vector<size_t> pairs; // [N], of those asked for; one of which nothing has been encoded is left out
    std::vector<float> scores; // [N], the cosine between the halves, or kNoScore
};

// From stored latents alone, of these of the contents' pairs.
Result<PairPoints> pairPoints(Workspace& workspace, const Space& space, const PairContents& contents,
                              std::span<const size_t> pairs);

} // namespace fusefind

#pragma once

#include "core/library/datasets/pair_contents.h"
#include "gpu/jobs/latent_rows.h"
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

// The stores of a space's encoders, for the thread of `database`. To be called on the compute thread. Errors: notFound
// (an encoder), those of LatentStore.
using SpaceStores = std::array<std::vector<LatentStore>, kModalities.size()>;
Result<SpaceStores> storesOf(Workspace& workspace, const Space& space, Database& database);

// Stored latents of the halves of these pairs, by position in `pairs`; on the stores' thread. Errors: those of
// LatentStore.
using PairLatents = std::array<LatentRows, kModalities.size()>;
Result<LatentRows> halfLatents(std::span<LatentStore> stores, const PairContents& contents,
                               std::span<const size_t> pairs, Modality modality);
Result<PairLatents> pairLatents(SpaceStores& stores, const PairContents& contents, std::span<const size_t> pairs);

// Where pairs lie in a space: in the middle between their halves, or where the one half lies that has been encoded.
struct PairPoints {
    Matrix points;             // [N, dim], of unit length
    std::vector<size_t> pairs; // [N], of those asked for; one of which nothing has been encoded is left out
    std::vector<float> scores; // [N], the cosine between the halves, or kNoScore
};

// `latents` are those of `pairs`. Errors: those of Space::project.
Result<PairPoints> pairPoints(const Space& space, PairLatents latents, std::span<const size_t> pairs);

} // namespace fusefind

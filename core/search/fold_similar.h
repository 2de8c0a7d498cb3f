#pragma once

#include "core/base/modality.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fusefind {

// What folding looks at of one hit.
struct FoldCandidate {
    ItemKind kind = ItemKind::image;
    std::optional<int64_t> takenMs; // EXIF date, since 1970
    std::span<const float> latent;  // [D] of unit length, from one image encoder; empty: folds with nothing
};

// Cosines of EfficientNet-lite0's latents; README.md has the measurement.
inline constexpr float kSameShot = 0.92F;
inline constexpr float kSameBurst = 0.85F; // pictures taken within kBurstMs
inline constexpr int64_t kBurstMs = 3000;

// For each hit, in rank order, the place of the hit that it is folded into; its own place if it stays. A picture joins
// the most similar of the better ranked pictures that stay and are the same shot: never one that was folded itself, so
// that a chain of small changes does not end up as one. Only pictures fold. O(n * groups * D).
std::vector<size_t> foldSimilar(std::span<const FoldCandidate> hits);

} // namespace fusefind

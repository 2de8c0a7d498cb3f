#include "core/search/fold_similar.h"

#include "core/base/result.h"
#include "core/index/product.h"

#include <algorithm>

namespace fusefind {

namespace {

// How similar two pictures must be to count as one shot.
float neededCosine(const FoldCandidate& a, const FoldCandidate& b) {
    if (!a.takenMs || !b.takenMs) return kSameShot;
    const int64_t first = std::min(*a.takenMs, *b.takenMs);
    const int64_t second = std::max(*a.takenMs, *b.takenMs);
    // Unsigned, since dates are data and their difference may not fit.
    const uint64_t apart = static_cast<uint64_t>(second) - static_cast<uint64_t>(first);
    return apart <= kBurstMs ? kSameBurst : kSameShot;
}

bool mayFold(const FoldCandidate& hit) {
    return hit.kind == ItemKind::image && !hit.latent.empty();
}

} // namespace

std::vector<size_t> foldSimilar(std::span<const FoldCandidate> hits) {
    std::vector<size_t> leaderOf(hits.size());
    std::vector<size_t> leaders;
    for (size_t i = 0; i < hits.size(); ++i) {
        leaderOf[i] = i;
        if (!mayFold(hits[i])) continue;
        float most = -1;
        for (const size_t leader : leaders) {
            const float cosine = product(hits[leader].latent, hits[i].latent);
            if (cosine < neededCosine(hits[leader], hits[i]) || cosine <= most) continue;
            most = cosine;
            leaderOf[i] = leader;
        }
        if (leaderOf[i] == i) leaders.push_back(i);
    }
    return leaderOf;
}

} // namespace fusefind

#pragma once

#include "core/protocol/train_messages.h"
#include "gpu/fusemix/space.h"
#include "gpu/jobs/paired_latents.h"

namespace fusefind {

// The held-out pairs of a training with the rows that stand in them, numbered anew: on what spaces are compared.
struct HeldOutPairs {
    std::array<Matrix, kModalities.size()> latents;
    std::array<std::vector<Sha256>, kModalities.size()> contents; // empty for ready-made latents, as what follows
    std::array<std::vector<std::filesystem::path>, kModalities.size()> files;
    std::vector<std::string> captions;
    std::vector<PairKind> kinds; // those that have pairs
};

// The pairs of one part: &PairSplit::val or &PairSplit::test.
HeldOutPairs heldOutPairs(const PairedLatents& pairs, std::span<const PairSplit> splits,
                          std::vector<RowPair> PairSplit::*part);

// The same pairs as a space trained on other encoders sees them: with their latents where all are stored already. Kinds
// of which they are not, or that the space was not trained on, are left out. `encoders` are those of the pairs.
Result<HeldOutPairs> asSeenBy(const Space& space, Workspace& workspace, const HeldOutPairs& pairs,
                              const EncoderChoice& encoders);

// Both directions of each kind.
std::vector<DirectionRecall> directionsOf(std::span<const KindRecall> recalls);

// The recall of a space, the same to the last digit as Space::evaluate says, with its intervals.
Result<std::vector<DirectionRecall>> recallWithIntervals(const Space& space, const HeldOutPairs& pairs);

// What both spaces find first for some captions, spread over the pairs: the files' rows of each kind are what is
// searched. `before` is null, or sees `seenBefore`, with rows numbered as in `pairs`. Errors: those of project().
Result<std::vector<QueryComparison>> compareQueries(const Space* before, const HeldOutPairs& seenBefore,
                                                    const Space& after, const HeldOutPairs& pairs);

} // namespace fusefind

#pragma once

#include "core/base/modality.h"

#include <cstdint>
#include <vector>

namespace fusefind {

// Row `a` of one modality's latents belongs with row `b` of another's.
struct RowPair {
    int64_t a = 0;
    int64_t b = 0;
    friend auto operator<=>(const RowPair&, const RowPair&) = default;
};

// All pairs between two different modalities, such as pictures and their captions (a row may stand in several pairs).
struct PairKind {
    Modality a = Modality::image;
    Modality b = Modality::text;
    std::vector<RowPair> pairs;
};

} // namespace fusefind

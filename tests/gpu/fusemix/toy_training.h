#pragma once

#include "gpu/fusemix/trainer.h"
#include "support/toy_latents.h"

namespace fusefind {

// toyLatents() in pairs of image and text, with `three` also of sound and text and of image and sound, one to one,
// split by item.
inline TrainingSet toyTrainingSet(int64_t items, bool three = false, double valFraction = 0.1) {
    TrainingSet set{toyLatents(items, 1), {}, {}};
    std::vector<PairKind> kinds{{Modality::image, Modality::text, {}}};
    if (three) {
        kinds.push_back({Modality::audio, Modality::text, {}});
        kinds.push_back({Modality::image, Modality::audio, {}});
    } else {
        set.latents[static_cast<size_t>(Modality::audio)] = {};
    }
    std::array<SplitRows, kModalities.size()> rows;
    for (size_t m = 0; m < rows.size(); ++m) {
        rows[m].count = static_cast<int64_t>(set.latents[m].rows());
        set.encoders[m] = {"toy-" + std::string(toString(kModalities[m]))};
    }
    for (PairKind& kind : kinds)
        for (int64_t i = 0; i < items; ++i)
            kind.pairs.push_back({i, i});
    set.kinds = splitByItem(rows, kinds, {valFraction}).value();
    return set;
}

// Trains on them in a second or two.
inline Recipe toyRecipe(int64_t steps, int64_t batch = 64) {
    Recipe recipe;
    recipe.name = "toy";
    recipe.steps = steps;
    recipe.batch = batch;
    recipe.dim = 32;
    recipe.dropout = 0.2;
    recipe.minEpochSteps = 10;
    return recipe;
}

} // namespace fusefind

#pragma once

#include "core/base/modality.h"
#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fusefind {

// How the learning rate falls after the warm-up (schedule.h).
enum class Decay { perEpoch, perStep };

// So many training pairs of each kind instead of all: the most diverse ones (core/eval/diverse.h, as the paper's study
// of its data chose them) or any.
struct Subset {
    enum class Choice { diverse, uniform };
    Choice choice = Choice::diverse;
    int64_t pairs = 0;
};

// "kdpp:N", "uniform:N". Errors: invalidInput.
std::string toString(const Subset& subset);
Result<Subset> subsetFromString(std::string_view text);

// Everything that decides a training run besides the data and the device.
struct Recipe {
    std::string name = "auto";

    // Length. The run ends at whichever comes first; 0 is no limit (not both).
    int64_t epochs = 0;
    int64_t steps = 0;
    int64_t minEpochSteps = 0; // an epoch is one pass over the pairs, or as many as make up this many steps
    int64_t patience = 0;      // epochs without a better recall before stopping; 0: never

    // FuseMix (Vouitsis et al. 2024, section 4)
    int64_t batch = 512; // mixed pairs a step (B): 2B are loaded; without mixing B are
    double alpha = 1;    // lambda ~ Beta(alpha, alpha); 0 or less: no mixing
    double temperature = 0.07;

    // Adapters
    int64_t layers = 1;
    int64_t expansion = 2;
    double dropout = 0.6;
    int64_t dim = 512; // of the shared space
    std::optional<Modality>
        fixed;               // keeps its own latents as the space (identity adapter); dim is then that of its latents
    bool standardize = true; // latents, on the training pairs
    bool correctGap = true;  // modality's mean point is taken off in search (space.h)

    // AdamW and its schedule
    double learningRate = 1e-3;
    double floorRate = 1e-6; // where the warm-up starts and the decay ends
    double weightDecay = 0.1;
    int64_t warmup = 20; // steps
    Decay decay = Decay::perStep;

    uint64_t seed = 42;
    double valFraction = 0.1;
    std::optional<Subset> subset;

    std::vector<std::string> reasons; // what was chosen and why, for people

    [[nodiscard]] bool mixes() const { return alpha > 0; }
};

// The released image-text configuration, number for number. Latents are neither standardised nor corrected.
Recipe paperRecipe();

struct AdapterSize {
    int64_t layers = 1;
    int64_t expansion = 2;
};

// What autoRecipe looks at: the training pairs of each pair kind.
struct DataSize {
    std::vector<int64_t> pairs;
};

// Depth, width, batch and length by the size of the data. With `textDim`, texts are points of so many dimensions
// already and stay as they are.
Recipe autoRecipe(const DataSize& size, std::optional<int64_t> textDim = {});

// What a person may set over a recipe.
struct RecipeOverrides {
    std::optional<int64_t> epochs, steps, batch, layers, expansion, dim, warmup;
    std::optional<double> alpha, dropout, learningRate, weightDecay, temperature, valFraction;
    std::optional<uint64_t> seed;
    std::optional<Subset> subset;
};

// An --epochs without --steps lifts the recipe's own limit of steps. Errors: invalidInput, naming the option and its
// range.
Status applyOverrides(Recipe& recipe, const RecipeOverrides& overrides);
Status checkRecipe(const Recipe& recipe);
bool isInRange(const AdapterSize& size); // of what a recipe may ask for

nlohmann::json toJson(const Recipe& recipe);
// Errors: invalidInput (a field is missing, of another type or out of range).
Result<Recipe> recipeFromJson(const nlohmann::json& json);

// Pairs loaded for one step of a kind with `pairs` training pairs: 2B (even) with mixing, else B; fewer if there are
// fewer. Under four pairs mixing leaves no negative, so they are taken unmixed.
int64_t loadedPairs(const Recipe& recipe, int64_t pairs);
bool mixesKind(const Recipe& recipe, int64_t pairs);
// Steps in which a pass goes through the kind; the rest of the pairs (less than a batch) waits for another order.
int64_t batchesPerPass(const Recipe& recipe, int64_t pairs);

} // namespace fusefind

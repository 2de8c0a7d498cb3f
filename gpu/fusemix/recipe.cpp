#include "gpu/fusemix/recipe.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace fusefind {

namespace {

constexpr std::string_view kDiverse = "kdpp";
constexpr std::string_view kUniform = "uniform";
constexpr int kMostLayers = 32;
constexpr int kMostExpansion = 16;

template <class T>
void set(T& field, const std::optional<T>& value) {
    if (value) field = *value;
}

int64_t nearestPowerOfTwo(double value) {
    return int64_t{1} << std::max<int64_t>(0, std::llround(std::log2(std::max(value, 1.0))));
}

// An eighth of the pairs (measured best at 4,000 pairs: 512), all of them where they are few.
int64_t autoBatch(int64_t pairs) {
    constexpr int64_t kFew = 64;
    constexpr int64_t kLargest = 4096;
    const int64_t batch = std::max(nearestPowerOfTwo(static_cast<double>(pairs) / 8), std::min(pairs / 2, kFew));
    return std::clamp<int64_t>(batch, 2, kLargest);
}

// 200 steps at 4,000 pairs (80 were too few), growing with the square root of the pairs.
int64_t autoSteps(int64_t pairs) {
    constexpr double kPairs = 4000;
    constexpr int64_t kSteps = 200;
    return std::max<int64_t>(kSteps, std::llround(kSteps * std::sqrt(static_cast<double>(pairs) / kPairs)));
}

Status checkRange(std::string_view option, double value, double low, double high) {
    if (value >= low && value <= high) return {};
    return fail(ErrorCode::invalidInput, fmt::format("{} {} is out of range", option, value), {},
                fmt::format("use {} to {}", low, high));
}

} // namespace

Recipe paperRecipe() {
    Recipe recipe;
    recipe.name = "paper";
    recipe.epochs = 500;
    recipe.batch = 20480;
    recipe.layers = 4;
    recipe.expansion = 4;
    recipe.warmup = 100;
    recipe.decay = Decay::perEpoch;
    recipe.standardize = false;
    recipe.correctGap = false;
    recipe.reasons = {"the configuration released with the paper, number for number"};
    return recipe;
}

Recipe autoRecipe(const DataSize& size, std::optional<int64_t> textDim) {
    constexpr int64_t kMany = 50'000;
    constexpr int64_t kVeryMany = 1'000'000;
    constexpr int64_t kFew = 500;
    const int64_t total = std::accumulate(size.pairs.begin(), size.pairs.end(), int64_t{0});
    const int64_t largest = size.pairs.empty() ? 0 : *std::max_element(size.pairs.begin(), size.pairs.end());

    Recipe recipe;
    recipe.layers = total >= kVeryMany ? 4 : total >= kMany ? 2 : 1;
    recipe.expansion = total >= kMany ? 4 : 2;
    recipe.dim = textDim.value_or(total < kFew ? 256 : 512);
    if (textDim) {
        recipe.fixed = Modality::text;
        recipe.correctGap = false;
    }
    recipe.batch = autoBatch(largest);
    recipe.minEpochSteps = 10;

    const int64_t ofLargest = batchesPerPass(recipe, largest);
    int64_t perPass = 0;
    for (const int64_t pairs : size.pairs)
        perPass += batchesPerPass(recipe, pairs);
    const int64_t steps = autoSteps(largest);
    recipe.steps = ofLargest > 0 ? (steps * perPass + ofLargest - 1) / ofLargest : steps;
    recipe.warmup = std::clamp<int64_t>(recipe.steps / 10, 1, 100);
    recipe.patience = std::max<int64_t>(10, recipe.steps / std::max(perPass, recipe.minEpochSteps) / 3);

    recipe.reasons = {
        fmt::format("{} layer{} of {} times the width: {} training pairs", recipe.layers, recipe.layers == 1 ? "" : "s",
                    recipe.expansion, total),
        fmt::format("{} dimensions: {}", recipe.dim,
                    textDim        ? "those of the texts, which stay where they are"
                    : total < kFew ? "few pairs fill no more"
                                   : "better than 256 where measured"),
        fmt::format("{} mixed pairs a step: about an eighth of the largest kind's {} pairs", recipe.batch, largest),
        fmt::format("{} steps: {} for the largest kind, the others in proportion to their pairs", recipe.steps, steps),
        "dropout 0.6 and mixing with alpha 1: best or level with the best where measured",
    };
    return recipe;
}

Status applyOverrides(Recipe& recipe, const RecipeOverrides& overrides) {
    if (overrides.epochs && !overrides.steps) recipe.steps = 0;
    set(recipe.epochs, overrides.epochs);
    set(recipe.steps, overrides.steps);
    set(recipe.batch, overrides.batch);
    set(recipe.layers, overrides.layers);
    set(recipe.expansion, overrides.expansion);
    set(recipe.dim, overrides.dim);
    set(recipe.warmup, overrides.warmup);
    set(recipe.alpha, overrides.alpha);
    set(recipe.dropout, overrides.dropout);
    set(recipe.learningRate, overrides.learningRate);
    set(recipe.weightDecay, overrides.weightDecay);
    set(recipe.temperature, overrides.temperature);
    set(recipe.valFraction, overrides.valFraction);
    set(recipe.seed, overrides.seed);
    if (overrides.subset) recipe.subset = overrides.subset;
    return checkRecipe(recipe);
}

std::string toString(const Subset& subset) {
    return fmt::format("{}:{}", subset.choice == Subset::Choice::diverse ? kDiverse : kUniform, subset.pairs);
}

Result<Subset> subsetFromString(std::string_view text) {
    const size_t colon = std::min(text.find(':'), text.size());
    const std::string_view choice = text.substr(0, colon);
    const std::string_view number = text.substr(std::min(colon + 1, text.size()));
    Subset subset{choice == kDiverse ? Subset::Choice::diverse : Subset::Choice::uniform, 0};
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), subset.pairs);
    const bool read = error == std::errc() && end == number.data() + number.size();
    if ((choice != kDiverse && choice != kUniform) || !read || subset.pairs < 2)
        return fail(ErrorCode::invalidInput, fmt::format("\"{}\" chooses no pairs", singleLine(std::string(text))), {},
                    "write kdpp:N for the N most diverse pairs, or uniform:N for any N");
    return subset;
}

bool isInRange(const AdapterSize& size) {
    return size.layers >= 0 && size.layers <= kMostLayers && size.expansion >= 1 && size.expansion <= kMostExpansion;
}

Status checkRecipe(const Recipe& recipe) {
    constexpr double kMillion = 1e6;
    constexpr double kLong = 1e9;
    FUSEFIND_TRY(checkRange("--epochs", static_cast<double>(recipe.epochs), recipe.steps > 0 ? 0 : 1, kMillion));
    FUSEFIND_TRY(checkRange("--steps", static_cast<double>(recipe.steps), recipe.epochs > 0 ? 0 : 1, kLong));
    FUSEFIND_TRY(checkRange("--batch", static_cast<double>(recipe.batch), 2, kMillion));
    FUSEFIND_TRY(checkRange("--alpha", recipe.alpha, -kMillion, kMillion));
    FUSEFIND_TRY(checkRange("--temperature", recipe.temperature, 0.001, 0.5));
    FUSEFIND_TRY(checkRange("--layers", static_cast<double>(recipe.layers), 0, kMostLayers));
    FUSEFIND_TRY(checkRange("--expansion", static_cast<double>(recipe.expansion), 1, kMostExpansion));
    FUSEFIND_TRY(checkRange("--dropout", recipe.dropout, 0, 0.99));
    FUSEFIND_TRY(checkRange("--dim", static_cast<double>(recipe.dim), 2, 16384));
    FUSEFIND_TRY(checkRange("--lr", recipe.learningRate, 1e-9, 10));
    FUSEFIND_TRY(checkRange("--weight-decay", recipe.weightDecay, 0, 100));
    FUSEFIND_TRY(checkRange("--warmup", static_cast<double>(recipe.warmup), 0, kLong));
    FUSEFIND_TRY(checkRange("--val-fraction", recipe.valFraction, 0, 0.99));
    if (recipe.fixed && recipe.correctGap)
        return fail(ErrorCode::invalidInput,
                    "the gap cannot be corrected around a modality whose latents are the space");
    return {};
}

bool mixesKind(const Recipe& recipe, int64_t pairs) {
    return recipe.mixes() && pairs >= 4;
}

int64_t loadedPairs(const Recipe& recipe, int64_t pairs) {
    if (!mixesKind(recipe, pairs)) return std::min(recipe.batch, pairs);
    return std::min(2 * recipe.batch, pairs / 2 * 2);
}

int64_t batchesPerPass(const Recipe& recipe, int64_t pairs) {
    return pairs < 2 ? 0 : pairs / loadedPairs(recipe, pairs); // a single pair has no negative
}

} // namespace fusefind

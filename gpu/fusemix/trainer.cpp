#include "gpu/fusemix/trainer.h"

#include "gpu/device/kept_heap.h"
#include "gpu/device/torch_call.h"
#include "gpu/fusemix/training_run.h"

#include <fmt/format.h>

#include <algorithm>

namespace fusefind {

namespace {

Status checkLatents(const TrainingSet& set) {
    for (const Modality modality : kModalities) {
        const Matrix& latents = set.latents[indexOf(modality)];
        for (size_t i = 0; i < latents.rows(); ++i)
            if (!allFinite(latents.row(i)))
                return fail(ErrorCode::invalidInput,
                            fmt::format("{} latent {} holds a value that is not a number", toString(modality), i), {},
                            "encode it again or leave it out");
    }
    return {};
}

Status checkPairs(const TrainingSet& set) {
    for (const PairSplit& kind : set.kinds) {
        const auto inside = [&](const RowPair& pair) {
            return pair.a >= 0 && pair.b >= 0 && static_cast<size_t>(pair.a) < set.latents[indexOf(kind.a)].rows() &&
                   static_cast<size_t>(pair.b) < set.latents[indexOf(kind.b)].rows();
        };
        if (!std::ranges::all_of(kind.train, inside) || !std::ranges::all_of(kind.val, inside))
            return fail(ErrorCode::invalidInput, fmt::format("a pair of {} and {} lies outside the latents",
                                                             toString(kind.a), toString(kind.b)));
    }
    return {};
}

// Every modality needs a kind that trains it.
Status checkEnough(const TrainingSet& set) {
    constexpr size_t kLeast = 2; // one match and one negative
    if (set.kinds.empty()) return fail(ErrorCode::invalidInput, "there are no pairs to train on");
    PerModality<size_t> most{};
    for (const PairSplit& kind : set.kinds)
        for (const Modality modality : {kind.a, kind.b})
            most[indexOf(modality)] = std::max(most[indexOf(modality)], kind.train.size());
    for (const PairSplit& kind : set.kinds)
        for (const Modality modality : {kind.a, kind.b})
            if (most[indexOf(modality)] < kLeast)
                return fail(
                    ErrorCode::invalidInput,
                    fmt::format("too few pairs with {} to train on: {}; at least {} are needed besides those held out",
                                toString(modality), most[indexOf(modality)], kLeast),
                    {}, fmt::format("add pairs: {} different ones at least", kLeast + 1));
    return {};
}

Status checkFixed(const TrainingSet& set, const Recipe& recipe) {
    if (!recipe.fixed) return {};
    const auto width = static_cast<int64_t>(set.latents[indexOf(*recipe.fixed)].cols());
    if (width == recipe.dim) return {};
    return fail(ErrorCode::invalidInput, fmt::format("{} latents of {} dimensions cannot be a space of {}",
                                                     toString(*recipe.fixed), width, recipe.dim));
}

} // namespace

DataSize sizeOf(const TrainingSet& set) {
    DataSize size;
    for (const PairSplit& kind : set.kinds)
        size.pairs.push_back(std::ssize(kind.train));
    return size;
}

Result<TrainResult> train(const TrainingSet& set, const Recipe& recipe, const TrainOptions& options) {
    FUSEFIND_TRY(checkRecipe(recipe));
    FUSEFIND_TRY(checkPairs(set));
    FUSEFIND_TRY(checkEnough(set));
    FUSEFIND_TRY(checkFixed(set, recipe));
    FUSEFIND_TRY(checkLatents(set));
    const KeptHeap heap;
    return callTorch([&] { return TrainingRun(set, recipe, options).run(); });
}

} // namespace fusefind

#include "gpu/fusemix/batches.h"

#include "core/eval/split.h"
#include "gpu/fusemix/random.h"

#include <algorithm>
#include <numeric>

namespace fusefind {

BatchPlan::BatchPlan(const Recipe& recipe, std::vector<int64_t> pairsOfKind)
    : recipe_(recipe), pairsOfKind_(std::move(pairsOfKind)), orders_(pairsOfKind_.size()) {
    for (size_t kind = 0; kind < pairsOfKind_.size(); ++kind) {
        const int64_t batches = batchesPerPass(recipe, pairsOfKind_[kind]);
        for (int64_t i = 0; i < batches; ++i)
            turns_.push_back({(static_cast<double>(i) + 0.5) / static_cast<double>(batches), kind, i});
    }
    std::stable_sort(turns_.begin(), turns_.end(), [](const Turn& a, const Turn& b) { return a.when < b.when; });
}

void BatchPlan::startPass(int64_t pass) {
    for (size_t kind = 0; kind < orders_.size(); ++kind) {
        orders_[kind].resize(pairsOfKind_[kind]);
        std::iota(orders_[kind].begin(), orders_[kind].end(), int64_t{0});
        const auto count = static_cast<uint64_t>(pass) * orders_.size() + kind;
        shuffle(orders_[kind], seedOf(recipe_.seed, Draw::order, count));
    }
    pass_ = pass;
}

Batch BatchPlan::at(int64_t step) {
    if (step / passSteps() != pass_) startPass(step / passSteps());
    const Turn& turn = turns_[step % passSteps()];
    const int64_t pairs = pairsOfKind_[turn.kind];
    const int64_t loaded = loadedPairs(recipe_, pairs);
    return {turn.kind, mixesKind(recipe_, pairs),
            std::span<const int64_t>(orders_[turn.kind]).subspan(turn.number * loaded, loaded)};
}

} // namespace fusefind

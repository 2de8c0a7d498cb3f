#pragma once

#include "gpu/fusemix/recipe.h"

#include <cstdint>
#include <span>
#include <vector>

namespace fusefind {

struct Batch {
    size_t kind = 0;
    bool mixed = false;             // two halves to mix; else taken as they are
    std::span<const int64_t> pairs; // numbers of training pairs, valid until the next call
};

// Which pairs every step sees. A step draws from one pair kind; over a pass the kinds take turns, evenly spread, each
// in proportion to its pairs (one step at least), in an order of its own without replacement; what is less than a batch
// waits for the next order. Everything follows from the recipe's seed and the step, so that a resumed run continues the
// same sequence.
class BatchPlan {
public:
    BatchPlan(const Recipe& recipe, std::vector<int64_t> pairsOfKind);

    // 0 if no kind has two pairs.
    [[nodiscard]] int64_t passSteps() const { return static_cast<int64_t>(turns_.size()); }
    [[nodiscard]] Batch at(int64_t step);

private:
    struct Turn {
        double when; // in the pass, 0 to 1
        size_t kind;
        int64_t number; // among the kind's batches of the pass
    };
    void startPass(int64_t pass);

    Recipe recipe_;
    std::vector<int64_t> pairsOfKind_;
    std::vector<Turn> turns_;
    std::vector<std::vector<int64_t>> orders_; // of the current pass, by kind
    int64_t pass_ = -1;
};

} // namespace fusefind

#include "gpu/jobs/training_cost.h"

#include "core/eval/recall.h"
#include "gpu/fusemix/batches.h"
#include "gpu/fusemix/schedule.h"
#include "gpu/fusemix/trainer.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace fusefind {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

size_t index(Modality modality) {
    return static_cast<size_t>(modality);
}

Matrix randomRows(int64_t rows, int64_t cols) {
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    Matrix matrix(static_cast<size_t>(rows), static_cast<size_t>(cols));
    std::ranges::generate(matrix.values(), [&] { return normal(random); });
    return matrix;
}

// Seconds of a step with this many mixed pairs, of one kind.
Result<double> timeStep(const TrainingShape& shape, const PairKind& kind, int64_t batch, const Device& device,
                        const JobContext& context) {
    constexpr int64_t kSteps = 3; // the first one sets up
    const int64_t rows = 2 * batch;
    TrainingSet set;
    PairSplit split{kind.a, kind.b, {}, {}, {}};
    for (const Modality modality : {kind.a, kind.b})
        set.latents[index(modality)] = randomRows(rows, shape.dims[index(modality)]);
    for (int64_t i = 0; i < rows; ++i)
        split.train.push_back({i, i});
    set.kinds = {split};
    Recipe recipe = shape.recipe;
    recipe.batch = batch;
    recipe.epochs = 0;
    recipe.steps = kSteps;
    TrainOptions options;
    options.device = device;
    options.stop = context.stop();
    auto last = Clock::now();
    double fastest = std::numeric_limits<double>::infinity();
    options.onStep = [&](int64_t step, int64_t, double) {
        if (step > 1) fastest = std::min(fastest, secondsSince(last));
        last = Clock::now();
    };
    FUSEFIND_TRY(train(set, recipe, options));
    return fastest;
}

// A step costs something for the weights, something for each pair, and something for each pair of pairs.
struct StepCost {
    double fixed = 0;
    double perPair = 0;
    double perSquare = 0;
    [[nodiscard]] double seconds(int64_t batch) const {
        const auto b = static_cast<double>(batch);
        return fixed + perPair * b + perSquare * b * b;
    }
};

int64_t parametersOf(const TrainingShape& shape, Modality modality) {
    const int64_t dim = shape.dims[index(modality)];
    return shape.recipe.layers * 2 * shape.recipe.expansion * dim * dim + dim * shape.recipe.dim;
}

Result<StepCost> probeStep(const TrainingShape& shape, const PairKind& kind, int64_t batch, const Device& device,
                           JobContext& context) {
    constexpr int64_t kSmallest = 16;
    constexpr double kEnough = 1.2; // seconds
    const auto start = Clock::now();
    int64_t size = std::min(batch, kSmallest);
    FUSEFIND_TRY_ASSIGN(double seconds, timeStep(shape, kind, size, device, context));
    StepCost cost{seconds, 0, 0};
    while (size < batch && secondsSince(start) < kEnough) {
        context.yield();
        const int64_t smaller = std::exchange(size, std::min(2 * size, batch));
        const double before = seconds;
        FUSEFIND_TRY_ASSIGN(seconds, timeStep(shape, kind, size, device, context));
        cost.perPair = std::max(0.0, seconds - before) / static_cast<double>(size - smaller);
        cost.fixed = std::max(0.0, seconds - cost.perPair * static_cast<double>(size));
    }
    // The scores of all pairs are the smaller part of what was measured; their share follows from the arithmetic.
    const auto perPair = static_cast<double>(parametersOf(shape, kind.a) + parametersOf(shape, kind.b));
    if (size < batch) cost.perSquare = cost.perPair * static_cast<double>(shape.recipe.dim) / perPair;
    return cost;
}

// One measure of recall, after an epoch.
Result<double> timeRecall(const TrainingShape& shape, size_t kind) {
    constexpr int64_t kMost = 1000;
    const double val = shape.recipe.valFraction;
    double scale = 1;
    std::array<Matrix, 2> points;
    for (const size_t side : {size_t{0}, size_t{1}}) {
        const int64_t all = shape.items[index(side == 0 ? shape.kinds[kind].a : shape.kinds[kind].b)];
        const int64_t heldOut = std::max<int64_t>(1, std::llround(val * static_cast<double>(all)));
        points.at(side) = randomRows(std::min(heldOut, kMost), shape.recipe.dim);
        scale *= static_cast<double>(heldOut) / static_cast<double>(points.at(side).rows());
    }
    const auto start = Clock::now();
    FUSEFIND_TRY(recall(points[0], points[1], std::vector<RowPair>{{0, 0}}));
    return scale * secondsSince(start);
}

} // namespace

Result<double> estimateTrainSeconds(const TrainingShape& shape, const Device& device, JobContext& context) {
    const auto& pairs = shape.size.pairs;
    const int64_t passSteps = BatchPlan(shape.recipe, pairs).passSteps();
    if (passSteps == 0) return fail(ErrorCode::invalidInput, "there are too few pairs to train on");
    const RunLength length = runLength(shape.recipe, passSteps);
    const auto largest = static_cast<size_t>(std::ranges::max_element(pairs) - pairs.begin());
    const int64_t batch = std::max<int64_t>(2, loadedPairs(shape.recipe, pairs[largest]) / 2);
    FUSEFIND_TRY_ASSIGN(const StepCost cost, probeStep(shape, shape.kinds[largest], batch, device, context));
    double seconds = 0;
    for (size_t kind = 0; kind < pairs.size(); ++kind) {
        const auto share =
            static_cast<double>(batchesPerPass(shape.recipe, pairs[kind])) / static_cast<double>(passSteps);
        seconds += share * static_cast<double>(length.steps) * cost.seconds(loadedPairs(shape.recipe, pairs[kind]) / 2);
        FUSEFIND_TRY_ASSIGN(const double measuring, timeRecall(shape, kind));
        seconds += static_cast<double>(length.epochs()) * measuring;
    }
    return seconds;
}

// Latents (a fifth more for those held out), weights five times (themselves, gradients, two moments, the best so far),
// and a step's activations and scores.
int64_t estimateMemory(const TrainingShape& shape) {
    constexpr int64_t kFloat = sizeof(float);
    constexpr int64_t kCopies = 5;
    int64_t bytes = 0;
    int64_t widest = 0;
    for (const PairKind& kind : shape.kinds) {
        int64_t perPair = 0;
        for (const Modality modality : {kind.a, kind.b})
            perPair += shape.dims[index(modality)] * (2 + shape.recipe.layers * (2 + 2 * shape.recipe.expansion)) +
                       4 * shape.recipe.dim;
        widest = std::max(widest, perPair);
    }
    for (const Modality modality : kModalities)
        bytes += kFloat * (shape.items[index(modality)] * shape.dims[index(modality)] * 6 / 5 +
                           kCopies * (shape.items[index(modality)] > 0 ? parametersOf(shape, modality) : 0));
    const int64_t largest = shape.size.pairs.empty() ? 0 : *std::ranges::max_element(shape.size.pairs);
    const int64_t batch = loadedPairs(shape.recipe, largest);
    return bytes + kFloat * (batch * widest + kCopies * (batch / 2) * (batch / 2));
}

} // namespace fusefind

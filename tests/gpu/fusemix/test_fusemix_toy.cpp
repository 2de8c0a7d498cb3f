#include "core/eval/recall.h"
#include "gpu/fusemix/adamw.h"
#include "gpu/fusemix/evaluate.h"
#include "gpu/fusemix/loss.h"
#include "gpu/fusemix/mix.h"
#include "gpu/fusemix/random.h"
#include "gpu/fusemix/schedule.h"
#include "gpu/fusemix/tensor_io.h"
#include "support/toy_latents.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <QtTest/QTest>
#include <numeric>

using namespace fusefind;

// The published method on the plainest adapters, one hidden ReLU layer: whether mixing is worth something is asked of
// the parts alone, without the standardiser, the residual path and the choice of an epoch, which keep a small model
// from learning by heart anyway.
namespace {

constexpr int64_t kTrain = 300;
constexpr int64_t kTest = 1000;
constexpr int64_t kPairs = 128; // a step, mixed or not

struct PlainAdapter {
    std::vector<Parameter> parameters;

    PlainAdapter(int64_t in, at::Generator& random) {
        for (const auto& [width, height] : {std::pair<int64_t, int64_t>{in, 256}, {256, 32}}) {
            const double bound = 1 / std::sqrt(static_cast<double>(width));
            parameters.push_back(
                {"weight", at::empty({height, width}).uniform_(-bound, bound, random).requires_grad_(true)});
            parameters.push_back({"bias", at::empty({height}).uniform_(-bound, bound, random).requires_grad_(true)});
        }
    }
    [[nodiscard]] at::Tensor forward(const at::Tensor& x) const {
        const at::Tensor hidden = at::relu(at::linear(x, parameters[0].value, parameters[1].value));
        return unitRows(at::linear(hidden, parameters[2].value, parameters[3].value));
    }
};

// R@10 from image to text on unseen items.
double trainAndMeasure(bool mixed) {
    const auto latents = toyLatents(kTrain + kTest, 1);
    const at::Tensor images = viewOf(latents[static_cast<size_t>(Modality::image)]);
    const at::Tensor texts = viewOf(latents[static_cast<size_t>(Modality::text)]);
    at::Generator random = newGenerator(Device{}, 1);
    const PlainAdapter x(images.size(1), random);
    const PlainAdapter y(texts.size(1), random);
    const at::Tensor temperature = at::scalar_tensor(0.07, at::kFloat).requires_grad_(true);
    std::vector<Parameter> parameters = x.parameters;
    parameters.insert(parameters.end(), y.parameters.begin(), y.parameters.end());
    parameters.push_back({"temperature", temperature});
    AdamW optimizer(parameters, 0.1);
    Recipe recipe;
    recipe.steps = 1000;
    recipe.warmup = 100;
    for (int64_t step = 0; step < recipe.steps; ++step) {
        {
            const c10::NoGradGuard guard;
            temperature.clamp_(kSmallestTemperature, kLargestTemperature);
        }
        const at::Tensor rows = at::randperm(kTrain, random, at::kLong).narrow(0, 0, mixed ? 2 * kPairs : kPairs);
        const double lambda = drawLambda(1, seedOf(1, Draw::lambda, step));
        const auto points = [&](const PlainAdapter& adapter, const at::Tensor& all) {
            const at::Tensor loaded = all.index_select(0, rows);
            return adapter.forward(mixed ? mixHalves(loaded, lambda) : loaded);
        };
        symmetricLoss(points(x, images), points(y, texts), temperature).backward();
        optimizer.step(learningRate(recipe, {10, recipe.steps}, step));
        optimizer.clearGradients();
    }
    std::vector<RowPair> pairs;
    for (int64_t i = 0; i < kTest; ++i)
        pairs.push_back({i, i});
    return recall(rowsOf(x.forward(images.narrow(0, kTrain, kTest))), rowsOf(y.forward(texts.narrow(0, kTrain, kTest))),
                  pairs)
        .value()
        .aToB.r10;
}

} // namespace

class TestFusemixToy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { configureThreads(1); }

    void mixingBeatsNoMixingWherePairsAreFew() {
        const double with = trainAndMeasure(true);
        const double without = trainAndMeasure(false);
        qInfo("R@10 with mixing %.1f, without %.1f", with, without);
        QVERIFY(with > 1.3 * without);
    }
};

QTEST_GUILESS_MAIN(TestFusemixToy)
#include "test_fusemix_toy.moc"

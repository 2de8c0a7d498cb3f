#include "gpu/fusemix/mix.h"
#include "gpu/fusemix/random.h"
#include "gpu/fusemix/step.h"
#include "gpu/fusemix/tensor_io.h"
#include "toy_training.h"

#include <ATen/ATen.h>

#include <QtTest/QTest>
#include <cmath>
#include <limits>

using namespace fusefind;

namespace {

constexpr auto kImage = static_cast<size_t>(Modality::image);
constexpr auto kText = static_cast<size_t>(Modality::text);

// The last loss of 150 steps in which the second modality may be mixed wrongly.
enum class Bug { none, otherLambda, otherPartner };
double lossWith(Bug bug) {
    constexpr int64_t kItems = 300;
    constexpr int64_t kSteps = 150;
    const PerModality<Matrix> latents = toyLatents(kItems, 1);
    Recipe recipe = toyRecipe(kSteps);
    recipe.dropout = 0;
    Model model = makeModel(recipe, {64, 48, 0}, Device{});
    AdamW optimizer(model.parameters(), recipe.weightDecay);
    at::Generator random = newGenerator(Device{}, 9);
    double sum = 0;
    for (int64_t step = 0; step < kSteps; ++step) {
        const at::Tensor rows = at::randperm(kItems, random, at::kLong).narrow(0, 0, 256);
        const at::Tensor others =
            bug == Bug::otherPartner ? at::cat({rows.narrow(0, 0, 128), rows.narrow(0, 128, 128).flip(0)}) : rows;
        const double lambda = drawLambda(1, seedOf(1, Draw::lambda, step));
        const double other = bug == Bug::otherLambda ? drawLambda(1, seedOf(2, Draw::lambda, step)) : lambda;
        const StepInput input{Modality::image,
                              Modality::text,
                              mixHalves(viewOf(latents[kImage]).index_select(0, rows), lambda),
                              mixHalves(viewOf(latents[kText]).index_select(0, others), other),
                              {},
                              1e-3,
                              {}};
        const double loss = trainingStep(model, optimizer, input).item<double>();
        if (step >= kSteps - 20) sum += loss / 20;
    }
    return sum;
}

} // namespace

class TestTrainer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Models this small gain nothing from a second thread, and tests run side by side.
    void initTestCase() { configureThreads(1); }

    void theTrainingLossExposesAWrongPairing() {
        const double right = lossWith(Bug::none);
        const double otherLambda = lossWith(Bug::otherLambda);
        const double otherPartner = lossWith(Bug::otherPartner);
        qInfo("loss %.2f; other lambda %.2f, other partner %.2f", right, otherLambda, otherPartner);
        QVERIFY(right < 0.5);
        QVERIFY(otherLambda > 3 * right && otherLambda > 1);
        QVERIFY(otherPartner > 3 * right && otherPartner > 1);
    }

    // The trainer's own loop, from its batches to its mixing, keeps pairs together: a wrong pairing would leave the
    // loss above 1.
    void theTrainersOwnLossShowsARightPairing() {
        Recipe recipe = toyRecipe(200, 128);
        recipe.dropout = 0;
        const TrainResult result = train(toyTrainingSet(300), recipe, {}).value();
        QVERIFY(result.finalLoss < 0.5);
        QVERIFY(result.history.front().loss > 4);
    }

    void threeModalitiesMeetInOneSpace() {
        const TrainResult result = train(toyTrainingSet(400, true), toyRecipe(240), {}).value();
        QCOMPARE(result.space.info().recalls.size(), size_t{3});
        for (const KindRecall& kind : result.space.info().recalls)
            QVERIFY(kind.recall.mean() > 50); // of 40 items; chance is 13
        QCOMPARE(result.steps, int64_t{240});
    }

    void aSeedGivesTheSameWeightsAndAnotherSeedOthers() {
        const TrainingSet set = toyTrainingSet(200);
        Recipe recipe = toyRecipe(30);
        const std::string first = train(set, recipe, {}).value().space.fingerprint();
        QCOMPARE(train(set, recipe, {}).value().space.fingerprint(), first);
        recipe.seed = 43;
        QVERIFY(train(set, recipe, {}).value().space.fingerprint() != first);
    }

    void theBestEpochIsKept() {
        std::vector<EpochReport> reports;
        TrainOptions options;
        options.onEpoch = [&](const EpochReport& report) { reports.push_back(report); };
        Recipe recipe = toyRecipe(150);
        recipe.patience = 3;
        recipe.steps = 2000;
        const TrainingSet set = toyTrainingSet(150);
        const TrainResult result = train(set, recipe, options).value();
        QVERIFY(result.stoppedEarly);
        QCOMPARE(std::ssize(reports), result.bestEpoch + 3);
        const EpochReport& best = reports[result.bestEpoch - 1];
        for (const EpochReport& report : reports)
            QVERIFY(report.recall <= best.recall);
        QVERIFY(best.best);
        const std::array held{PairKind{Modality::image, Modality::text, set.kinds.front().val}};
        QCOMPARE(meanRecall(result.space.evaluate(set.latents, held).value()), best.recall);
    }

    void aStopKeepsTheBestSoFar() {
        std::stop_source source;
        TrainOptions options;
        options.stop = source.get_token();
        options.onStep = [&](int64_t step, int64_t, double) {
            if (step == 25) source.request_stop();
        };
        const TrainResult result = train(toyTrainingSet(200), toyRecipe(100), options).value();
        QVERIFY(result.cancelled);
        QCOMPARE(result.steps, int64_t{25});
        QVERIFY(result.bestEpoch >= 1);
        options.onStep = {};
        QCOMPARE(train(toyTrainingSet(200), toyRecipe(100), options).error().code, ErrorCode::cancelled);
    }

    void fewPairsMakeSmallerBatches() {
        for (const int64_t items : {3, 4, 5, 9}) {
            const auto result = train(toyTrainingSet(items), autoRecipe({{items}}), {});
            QVERIFY2(result.has_value(), result ? "" : result.error().text().c_str());
            QVERIFY(std::isfinite(result->finalLoss));
        }
    }

    void onePairIsAnErrorThatSaysHowManyAreNeeded() {
        for (const int64_t items : {1, 2}) {
            const auto result = train(toyTrainingSet(items), toyRecipe(10), {});
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::invalidInput);
            QVERIFY(result.error().text().find("at least 2") != std::string::npos);
        }
        QVERIFY(!train({}, toyRecipe(10), {}));
    }

    void latentsThatAreNotNumbersAreRefused() {
        TrainingSet set = toyTrainingSet(50);
        set.latents[kText].row(7)[3] = std::numeric_limits<float>::quiet_NaN();
        const auto result = train(set, toyRecipe(10), {});
        QVERIFY(!result);
        QVERIFY(result.error().what.find("text latent 7") != std::string::npos);
    }

    void aPairOutsideTheLatentsIsRefused() {
        TrainingSet set = toyTrainingSet(50);
        set.kinds.front().train.push_back({50, 0});
        QCOMPARE(train(set, toyRecipe(10), {}).error().code, ErrorCode::invalidInput);
    }

    void withNothingHeldBackTheLastWeightsAreKept() {
        const TrainResult result = train(toyTrainingSet(60, false, 0), toyRecipe(20), {}).value();
        QVERIFY(result.space.info().recalls.empty());
        QCOMPARE(result.bestEpoch, std::ssize(result.history));
    }

    void aFixedModalityIsTheSpace() {
        const TrainingSet set = toyTrainingSet(200);
        Recipe recipe = toyRecipe(50);
        recipe.fixed = Modality::text;
        recipe.correctGap = false;
        recipe.dim = 48;
        const TrainResult result = train(set, recipe, {}).value();
        Matrix unit = set.latents[kText];
        normalizeRows(unit);
        const Matrix points = result.space.project(Modality::text, set.latents[kText]).value();
        for (size_t i = 0; i < unit.values().size(); ++i)
            QVERIFY(std::abs(unit.values()[i] - points.values()[i]) < 1e-5F);
        recipe.dim = 40;
        QVERIFY(!train(set, recipe, {}));
    }
};

QTEST_GUILESS_MAIN(TestTrainer)
#include "test_trainer.moc"

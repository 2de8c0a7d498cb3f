#include "gpu/fusemix/batches.h"
#include "gpu/fusemix/schedule.h"

#include <nlohmann/json.hpp>

#include <QtTest/QTest>
#include <cmath>
#include <set>

using namespace fusefind;

namespace {

bool near(double value, double expected, double tolerance = 1e-9) {
    return std::abs(value - expected) <= tolerance;
}

} // namespace

class TestRecipe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePaperRecipeIsTheReleasedOne() {
        const Recipe paper = paperRecipe();
        QVERIFY(checkRecipe(paper).has_value());
        QCOMPARE(paper.batch, int64_t{20480});
        QCOMPARE(loadedPairs(paper, 5'030'000), int64_t{40960});
        QCOMPARE(batchesPerPass(paper, 5'030'000), int64_t{122});
        QVERIFY(near(paper.dropout, 0.6) && near(paper.temperature, 0.07) && near(paper.alpha, 1));
        QCOMPARE(paper.layers, int64_t{4});
        QCOMPARE(paper.expansion, int64_t{4});
        QCOMPARE(paper.dim, int64_t{512});
    }

    void theLearningRateIsTheReleasedOne() {
        const Recipe paper = paperRecipe();
        const RunLength length = runLength(paper, 122);
        QCOMPARE(length.steps, int64_t{61'000});
        QVERIFY(near(learningRate(paper, length, 0), 1e-6, 1e-12));
        QVERIFY(near(learningRate(paper, length, 50), 5.005e-4, 1e-10));
        QVERIFY(near(learningRate(paper, length, 99), 9.9001e-4, 1e-10));
        QVERIFY(near(learningRate(paper, length, 100), 1e-3, 1e-12));
        QVERIFY(near(learningRate(paper, length, 121), 1e-3, 1e-12));
        const std::vector<std::pair<int64_t, double>> epochs{{1, 9.999901e-4}, {50, 9.755527e-4},  {125, 8.536998e-4},
                                                             {250, 5.005e-4},  {375, 1.473002e-4}, {499, 1.009860e-6}};
        for (const auto& [epoch, rate] : epochs)
            QVERIFY(near(learningRate(paper, length, epoch * 122 + 7), rate, 1e-10));
    }

    void aShortRunWarmsUpByItsOwnSteps() {
        Recipe recipe;
        recipe.steps = 40;
        recipe.warmup = 100;
        const RunLength length = runLength(recipe, 3);
        QVERIFY(learningRate(recipe, length, 0) < 3e-4);
        QVERIFY(near(learningRate(recipe, length, 4), 1e-3, 1e-5)); // a tenth of the run, not 100 steps
        QVERIFY(learningRate(recipe, length, 39) < 1e-5);
        for (int64_t step = 5; step < 40; ++step)
            QVERIFY(learningRate(recipe, length, step) < learningRate(recipe, length, step - 1));
    }

    void autoTakesTheMeasuredNumbersWhereTheyWereMeasured() {
        const Recipe recipe = autoRecipe({{4000}});
        QCOMPARE(recipe.batch, int64_t{512});
        QCOMPARE(recipe.steps, int64_t{200});
        QCOMPARE(recipe.layers, int64_t{1});
        QCOMPARE(recipe.dim, int64_t{512});
        QVERIFY(recipe.reasons.size() >= 4);
    }

    void autoScalesFromOnePairToMillions() {
        Recipe last = autoRecipe({{}});
        for (const int64_t pairs : {1, 2, 3, 7, 50, 300, 4000, 60'000, 500'000, 5'000'000}) {
            const Recipe recipe = autoRecipe({{pairs}});
            QVERIFY(checkRecipe(recipe).has_value());
            QVERIFY(loadedPairs(recipe, pairs) <= pairs);
            QVERIFY(recipe.batch >= last.batch && recipe.steps >= last.steps && recipe.layers >= last.layers);
            last = recipe;
        }
        QCOMPARE(last.layers, int64_t{4});
    }

    void severalKindsGetTheStepsOfTheLargest() {
        const Recipe one = autoRecipe({{4000}});
        const Recipe three = autoRecipe({{4000, 130, 130}});
        QVERIFY(three.steps > one.steps);
        BatchPlan plan(three, {4000, 130, 130});
        int64_t ofLargest = 0;
        for (int64_t step = 0; step < three.steps; ++step)
            ofLargest += plan.at(step).kind == 0 ? 1 : 0;
        QVERIFY(ofLargest >= one.steps);
    }

    void overridesAreChecked() {
        Recipe recipe = autoRecipe({{4000}});
        RecipeOverrides overrides;
        overrides.epochs = 7;
        QVERIFY(applyOverrides(recipe, overrides).has_value());
        QCOMPARE(recipe.epochs, int64_t{7});
        QCOMPARE(recipe.steps, int64_t{0});
        overrides.dropout = 1.0;
        const Status refused = applyOverrides(recipe, overrides);
        QVERIFY(!refused);
        QVERIFY(refused.error().what.find("--dropout") != std::string::npos);
        overrides = {};
        overrides.learningRate = std::nan("");
        QVERIFY(!applyOverrides(recipe, overrides));
    }

    void aRecipeSurvivesJson() {
        Recipe recipe = autoRecipe({{300, 40}});
        recipe.fixed = Modality::text;
        recipe.correctGap = false;
        recipe.learningRate = 1.0 / 3000;
        const auto json = toJson(recipe);
        QCOMPARE(toJson(recipeFromJson(json).value()).dump(), json.dump());
        QVERIFY(!recipeFromJson(nlohmann::json::object()));
        auto wrong = json;
        wrong["layers"] = -1;
        QVERIFY(!recipeFromJson(wrong));
    }

    void aPassSeesEachPairOnceAndTheNextInAnotherOrder() {
        Recipe recipe;
        recipe.batch = 8;
        BatchPlan plan(recipe, {100, 35, 3, 1});
        QCOMPARE(plan.passSteps(), int64_t{6 + 2 + 1});
        std::vector<std::vector<int64_t>> firsts;
        for (int64_t pass = 0; pass < 3; ++pass) {
            std::vector<std::set<int64_t>> seen(4);
            for (int64_t i = 0; i < plan.passSteps(); ++i) {
                const Batch batch = plan.at(pass * plan.passSteps() + i);
                QCOMPARE(batch.mixed, batch.kind < 2);
                if (batch.mixed) QCOMPARE(batch.pairs.size(), size_t{16});
                for (const int64_t pair : batch.pairs)
                    QVERIFY(seen[batch.kind].insert(pair).second);
                if (i == 0) firsts.emplace_back(batch.pairs.begin(), batch.pairs.end());
            }
            QCOMPARE(seen[0].size(), size_t{96});
            QCOMPARE(seen[2].size(), size_t{3});
            QVERIFY(seen[3].empty()); // one pair has no negative
        }
        QVERIFY(firsts[0] != firsts[1] && firsts[1] != firsts[2]);
        const Batch again = plan.at(0);
        QCOMPARE(std::vector<int64_t>(again.pairs.begin(), again.pairs.end()), firsts[0]);
    }

    void withoutMixingABatchIsLoadedOnce() {
        Recipe recipe;
        recipe.batch = 8;
        recipe.alpha = 0;
        BatchPlan plan(recipe, {100});
        QCOMPARE(plan.at(0).pairs.size(), size_t{8});
        QVERIFY(!plan.at(0).mixed);
    }
};

QTEST_GUILESS_MAIN(TestRecipe)
#include "test_recipe.moc"

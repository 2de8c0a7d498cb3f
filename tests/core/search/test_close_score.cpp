#include "core/index/exact_index.h"
#include "core/search/close_score.h"
#include "support/latent_like.h"

#include <QtTest/QTest>
#include <cmath>
#include <limits>

using namespace fusefind;

class TestCloseScore : public QObject {
    Q_OBJECT

    static constexpr size_t kDim = 64;

    static std::unique_ptr<ExactIndex> indexOf(const Matrix& points) {
        auto index = std::make_unique<ExactIndex>(points.cols());
        if (!index->add(labelsFrom(1, points.rows()), points)) return nullptr;
        return index;
    }

    static bool near(float a, float b) { return std::abs(a - b) < 1e-4F; }

private Q_SLOTS:
    void aSpreadIsTheMeanAndTheStandardDeviation() {
        std::vector<float> values;
        for (int i = 0; i < 100; ++i)
            values.push_back(i % 2 == 0 ? 0.1F : 0.3F);
        const auto spread = spreadOf(values);
        QVERIFY(spread.has_value());
        QVERIFY(near(spread->mean, 0.2F));
        QVERIFY(near(spread->deviation, 0.1F));
    }

    void tooFewEqualOrImpossibleValuesSayNothing() {
        const std::vector<float> few{0.1F, 0.2F, 0.3F};
        QVERIFY(!spreadOf({}).has_value());
        QVERIFY(!spreadOf(few).has_value());
        std::vector<float> values(100, 0.7F);
        QVERIFY(!spreadOf(values).has_value());
        values[3] = 0.2F;
        QVERIFY(spreadOf(values).has_value());
        values[4] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(!spreadOf(values).has_value());
    }

    void aReferenceCountsItsFifthBestHit() {
        Matrix points = latentLike(100, kDim, 1);
        for (size_t i = 1; i < 4; ++i) // three copies beside the item itself
            std::copy_n(points.row(0).begin(), kDim, points.row(i).begin());
        const auto index = indexOf(points);
        const auto scores = referenceScores(*index, rowsOf(points, 0, 1)).value();
        const auto hits = index->search(points.row(0), 5).value();
        QCOMPARE(scores, std::vector<float>{hits[4].score});
        QVERIFY(near(hits[3].score, 1));
        QVERIFY(scores[0] < 0.95F);
    }

    void aSmallLibrarySaysNothing() {
        const Matrix points = latentLike(kFewestPoints, kDim, 1);
        const Matrix references = latentLike(40, kDim, 2);
        QCOMPARE(referenceScores(*indexOf(points), references).value().size(), size_t{40});
        const auto smaller = indexOf(rowsOf(points, 0, kFewestPoints - 1));
        QVERIFY(referenceScores(*smaller, references).value().empty());
    }

    void likenessIsTheMeanOfTheTwentyNearestWithoutItself() {
        Matrix examples = latentLike(30, kDim, 1);
        for (size_t i = 0; i < 20; ++i)
            std::copy_n(examples.row(0).begin(), kDim, examples.row(i).begin());
        const auto index = indexOf(examples);
        QVERIFY(near(likeness(*index, examples.row(0)).value(), 1));
        const float withoutItself = likeness(*index, examples.row(0), Label{1}).value();
        const float twentieth = index->search(examples.row(0), 21).value()[20].score;
        QVERIFY(near(withoutItself, (19 + twentieth) / 20));
    }

    void likenessIsAverageOfWhatThereIs() {
        const Matrix examples = latentLike(2, kDim, 1);
        const auto index = indexOf(examples);
        const float other = index->search(examples.row(0), 2).value()[1].score;
        QVERIFY(near(likeness(*index, examples.row(0)).value(), (1 + other) / 2));
        QVERIFY(near(likeness(*index, examples.row(0), Label{1}).value(), other));
        QCOMPARE(likeness(ExactIndex(kDim), examples.row(0)).value(), 0.0F);
    }

    void onlyAnUnusualQueryMustScoreMore() {
        const CloseBasis basis{{0.3F, 0.05F}, {0.6F, 0.1F}};
        QVERIFY(near(closeScore(basis, 0.6F), 0.3F - 0.165F));
        QVERIFY(near(closeScore(basis, 0.9F), 0.3F - 0.165F));
        QVERIFY(near(closeScore(basis, 0.49F), 0.3F));
        QVERIFY(near(closeScore(basis, 0.4F), 0.3F + 0.135F));
        QCOMPARE(closeScore(basis, -1), 1.0F);
    }

    // A library and examples of one low-rank signal, queries of the same signal and of none.
    void whatTheSpaceKnowsIsCloseAndNoiseIsNot() {
        const Matrix library = latentLike(2000, kDim, 1);
        const Matrix examples = latentLike(600, kDim, 2);
        const auto items = indexOf(library);
        const auto known = indexOf(examples);
        std::vector<float> like;
        for (size_t i = 0; i < 200; ++i)
            like.push_back(likeness(*known, examples.row(i), static_cast<Label>(i + 1)).value());
        const auto hits = spreadOf(referenceScores(*items, rowsOf(examples, 0, 200)).value());
        const auto likenesses = spreadOf(like);
        QVERIFY(hits && likenesses);

        const auto closeOnes = [&](const Matrix& queries) {
            int close = 0;
            for (size_t i = 0; i < queries.rows(); ++i) {
                const float cut = closeScore({*hits, *likenesses}, likeness(*known, queries.row(i)).value());
                close += items->search(queries.row(i), 1).value()[0].score >= cut ? 1 : 0;
            }
            return close;
        };
        QVERIFY(closeOnes(latentLike(100, kDim, 3)) >= 85);
        QVERIFY(closeOnes(latentLike(100, kDim, 4, 99)) <= 5); // another subspace
    }
};

QTEST_APPLESS_MAIN(TestCloseScore)
#include "test_close_score.moc"

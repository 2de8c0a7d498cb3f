#include "core/index/exact_index.h"
#include "core/index/hnsw_index.h"
#include "support/latent_like.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>

using namespace fusefind;

namespace {

constexpr size_t kDim = 64;
constexpr size_t kPoints = 6000;

size_t candidates(const HnswIndex& index) {
    return index.breadth().of(10, index.size());
}

} // namespace

// How broad an index searches follows from what its own measurement of recall says.
class TestSearchBreadth : public QObject {
    Q_OBJECT

    Matrix points_ = latentLike(kPoints, kDim, 3);
    Matrix queries_ = latentLike(256, kDim, 9);
    ExactIndex exact_{kDim};
    TempDir folder_;
    std::unique_ptr<HnswIndex> index_; // loaded anew for each test

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(exact_.add(labelsFrom(0, kPoints), points_).has_value());
        const auto built = HnswIndex::create(kDim, 2).value();
        QVERIFY(built->add(labelsFrom(0, kPoints), points_).has_value());
        QVERIFY(built->save(folder_ / "built", "").has_value());
    }
    void init() { index_ = HnswIndex::load(folder_ / "built", "", 2).value(); }

    void withoutAMeasurementItIsBroad() {
        QVERIFY(index_->wantsTuning());
        QCOMPARE(candidates(*index_), SearchBreadth::kUnmeasured);
    }

    void whereFewCandidatesAreEnoughNoMoreAreLookedAt() {
        QVERIFY(index_->tune(queries_).value().value() >= SearchBreadth::kRecall);
        QVERIFY(!index_->wantsTuning());
        QVERIFY(candidates(*index_) < SearchBreadth::kUnmeasured / 2);
        for (const size_t k : {size_t{1}, size_t{10}, size_t{50}})
            QVERIFY(measureRecall(*index_, exact_, latentLike(300, kDim, 4), k).value() >= 0.98);
    }

    // As texts do where pictures lie together on one side of the space.
    void queriesThatLieApartFromThePointsMakeItBroader() {
        QVERIFY(index_->tune(queries_).has_value());
        const size_t ofQueries = candidates(*index_);
        QVERIFY(index_->tune(latentLike(256, kDim, 5, 2)).value().value() >= SearchBreadth::kRecall);
        QVERIFY(candidates(*index_) > ofQueries);
        QVERIFY(measureRecall(*index_, exact_, latentLike(300, kDim, 6, 2), 10).value() >= 0.98);
    }

    void onlySearchesAsTheMeasuredOnesAreNarrower() {
        QVERIFY(index_->tune(queries_).has_value());
        QVERIFY(index_->breadth().of(10, kPoints) < SearchBreadth::kUnmeasured);
        QVERIFY(index_->breadth().of(11, kPoints) >= SearchBreadth::kUnmeasured);
        QVERIFY(index_->breadth().of(10, kPoints, true) >= SearchBreadth::kUnmeasured);
        const LabelFilter half = [](Label label) { return label % 2 == 0; };
        for (size_t i = 0; i < 50; ++i)
            QCOMPARE(index_->search(queries_.row(i), 10, half).value().front().label,
                     exact_.search(queries_.row(i), 10, half).value().front().label);
    }

    void noQueriesSayNothing() {
        QCOMPARE(index_->tune({}).value().value(), 1.0);
        QVERIFY(index_->wantsTuning());
    }

    void afterMuchGrowthItIsWidestUntilMeasuredAgain() {
        QVERIFY(index_->tune(queries_).has_value());
        QVERIFY(index_->add(labelsFrom(kPoints, 500), latentLike(500, kDim, 6)).has_value());
        QVERIFY(!index_->wantsTuning());
        QVERIFY(index_->add(labelsFrom(kPoints + 500, 500), latentLike(500, kDim, 7)).has_value());
        QVERIFY(index_->wantsTuning());
        QCOMPARE(candidates(*index_), SearchBreadth::kUnmeasured);
    }

    void aGraphBuiltAgainIsMeasuredAgain() {
        QVERIFY(index_->tune(queries_).has_value());
        QVERIFY(index_->remove(labelsFrom(0, 2000)).has_value());
        QVERIFY(index_->compact().has_value());
        QVERIFY(index_->wantsTuning());
    }

    void aFewPointsWhichAreAllLookedAtSayNothingOfTheGraph() {
        const auto few = HnswIndex::create(kDim, 1).value();
        QVERIFY(few->add(labelsFrom(0, 900), rowsOf(points_, 0, 900)).has_value());
        QCOMPARE(few->tune(queries_).value().value(), 1.0);
        QVERIFY(few->wantsTuning());
    }

    void itIsSavedWithTheIndex() {
        QVERIFY(index_->tune(queries_).has_value());
        QVERIFY(index_->save(folder_ / "tuned", "").has_value());
        const auto loaded = HnswIndex::load(folder_ / "tuned", "").value();
        QVERIFY(!loaded->wantsTuning());
        QCOMPARE(candidates(*loaded), candidates(*index_));
    }
};

QTEST_GUILESS_MAIN(TestSearchBreadth)
#include "test_search_breadth.moc"

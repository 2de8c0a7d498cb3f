#include "core/index/exact_index.h"
#include "core/index/hnsw_index.h"
#include "core/index/product.h"
#include "support/latent_like.h"

#include <QtTest/QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

using namespace fusefind;

namespace {

std::unique_ptr<HnswIndex> makeIndex(size_t dim) {
    return HnswIndex::create(dim, 2).value();
}

std::vector<Label> labelsOf(const std::vector<Neighbour>& hits) {
    std::vector<Label> labels;
    for (const Neighbour& hit : hits)
        labels.push_back(hit.label);
    return labels;
}

} // namespace

class TestHnswIndex : public QObject {
    Q_OBJECT

    static constexpr size_t kDim = 128;
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
    static constexpr size_t kPoints = 10000; // ten times slower
#else
    static constexpr size_t kPoints = 20000;
#endif
    Matrix points_ = latentLike(kPoints, kDim, 7);
    Matrix queries_ = latentLike(200, kDim, 8);
    ExactIndex exact_{kDim};
    std::unique_ptr<HnswIndex> shared_; // all points; tests leave it as it is

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(exact_.add(labelsFrom(0, kPoints), points_).has_value());
        shared_ = makeIndex(kDim);
        QVERIFY(shared_->add(labelsFrom(0, kPoints), points_).has_value());
    }

    void nearlyAllOfTheTrueTenAreFound() {
        const double recall = measureRecall(*shared_, exact_, queries_, 10).value();
        QVERIFY2(recall >= 0.98, qPrintable(QString::number(recall)));
        // Its own exact pass is nearly as good an oracle.
        QVERIFY(std::abs(measureRecall(*shared_, *shared_, queries_, 10).value() - recall) < 0.002);
        QCOMPARE(measureRecall(exact_, exact_, queries_, 10).value(), 1.0);
    }

    void scoresAreTheCosinesOfThePoints() {
        for (size_t i = 0; i < queries_.rows(); ++i) {
            const auto hits = shared_->search(queries_.row(i), 10).value();
            for (const auto& [label, score] : hits)
                QVERIFY(std::abs(score - product(queries_.row(i), points_.row(static_cast<size_t>(label)))) < 3e-4F);
        }
    }

    // Points whose cosines differ by less than the index rounds them may change places.
    void anExactSearchIsWhatTheOracleSays() {
        for (size_t i = 0; i < 20; ++i) {
            const auto hits = shared_->search(queries_.row(i), 15, {}, SearchMode::exact).value();
            const auto best = exact_.search(queries_.row(i), 15).value();
            QCOMPARE(hits.size(), best.size());
            const std::vector<Label> labels = labelsOf(hits);
            QCOMPARE(std::set(labels.begin(), labels.end()).size(), hits.size());
            for (size_t rank = 0; rank < hits.size(); ++rank) {
                const float cosine = product(queries_.row(i), points_.row(static_cast<size_t>(hits[rank].label)));
                QVERIFY(std::abs(cosine - best[rank].score) < 6e-4F);
            }
        }
    }

    void hitsComeBestFirstAndEachOnce() {
        const auto hits = shared_->search(queries_.row(3), 50).value();
        QCOMPARE(hits.size(), size_t{50});
        QVERIFY(std::is_sorted(hits.begin(), hits.end(), [](auto& a, auto& b) { return a.score > b.score; }));
        auto labels = labelsOf(hits);
        std::sort(labels.begin(), labels.end());
        QVERIFY(std::adjacent_find(labels.begin(), labels.end()) == labels.end());
    }

    void aFilterOfAnyStrengthStillGivesTheRightHits_data() {
        QTest::addColumn<int>("oneIn");
        for (const int oneIn : {2, 4, 20, 1000, 5000, 1000000})
            QTest::addRow("one in %d", oneIn) << oneIn;
    }
    void aFilterOfAnyStrengthStillGivesTheRightHits() {
        QFETCH(const int, oneIn);
        const LabelFilter filter = [oneIn](Label label) { return label % oneIn == 1; };
        size_t expected = 0;
        size_t agreed = 0;
        for (size_t i = 0; i < 50; ++i) {
            const auto truth = labelsOf(exact_.search(queries_.row(i), 10, filter).value());
            const auto found = labelsOf(shared_->search(queries_.row(i), 10, filter).value());
            QCOMPARE(found.size(), truth.size());
            QVERIFY(std::all_of(found.begin(), found.end(), filter));
            expected += truth.size();
            agreed += std::count_if(truth.begin(), truth.end(),
                                    [&](Label label) { return std::count(found.begin(), found.end(), label) > 0; });
        }
        QVERIFY(static_cast<double>(agreed) >= 0.98 * static_cast<double>(expected));
    }

    void askingForMoreThanThereIsGivesAllThereIs() {
        const auto index = makeIndex(kDim);
        QVERIFY(index->search(queries_.row(0), 5).value().empty());
        QVERIFY(index->add(labelsFrom(10, 30), rowsOf(points_, 0, 30)).has_value());
        QVERIFY(index->remove(labelsFrom(10, 3)).has_value());
        QCOMPARE(index->search(queries_.row(0), 100).value().size(), size_t{27});
        QVERIFY(index->search(queries_.row(0), 0).value().empty());
        QCOMPARE(shared_->search(queries_.row(0), 3 * kPoints).value().size(), kPoints);
    }

    void aReplacedPointIsFoundAtItsNewPlaceOnly() {
        const auto index = makeIndex(kDim);
        const auto labels = labelsFrom(0, 3000);
        QVERIFY(index->add(labels, rowsOf(points_, 0, 3000)).has_value());
        QVERIFY(index->add(labelsFrom(5, 1), rowsOf(points_, 9000, 1)).has_value());
        QCOMPARE(index->size(), size_t{3000});
        QCOMPARE(index->search(points_.row(9000), 1).value().front().label, Label{5});
        QVERIFY(index->search(points_.row(5), 1).value().front().label != Label{5});
    }

    void ofALabelGivenTwiceTheLastRowCounts() {
        const auto index = makeIndex(kDim);
        const std::vector<Label> twice{4, 4};
        QVERIFY(index->add(twice, rowsOf(points_, 0, 2)).has_value());
        QCOMPARE(index->size(), size_t{1});
        QVERIFY(index->search(points_.row(1), 1).value().front().score > 0.999F);
    }

    void aRemovedPointIsGoneAndCanComeBack() {
        const auto index = makeIndex(kDim);
        QVERIFY(index->add(labelsFrom(0, 3000), rowsOf(points_, 0, 3000)).has_value());
        const auto gone = labelsFrom(100, 50);
        QVERIFY(index->remove(gone).has_value());
        QVERIFY(index->remove(gone).has_value()); // unknown by now
        QCOMPARE(index->size(), size_t{2950});
        QVERIFY(index->search(points_.row(120), 1).value().front().label != Label{120});
        QVERIFY(index->add(gone, rowsOf(points_, 100, 50)).has_value());
        QCOMPARE(index->size(), size_t{3000});
        QCOMPARE(index->search(points_.row(120), 1).value().front().label, Label{120});
        QCOMPARE(index->labels(), labelsFrom(0, 3000));
    }

    void afterMostPointsAreRemovedTheRestIsFoundAsBefore() {
        const auto index = makeIndex(kDim);
        ExactIndex oracle(kDim);
        QVERIFY(index->add(labelsFrom(0, 4000), rowsOf(points_, 0, 4000)).has_value());
        QVERIFY(oracle.add(labelsFrom(0, 4000), rowsOf(points_, 0, 4000)).has_value());
        for (Label first = 0; first < 2800; first += 350) {
            QVERIFY(index->remove(labelsFrom(first, 350)).has_value());
            QVERIFY(oracle.remove(labelsFrom(first, 350)).has_value());
            QCOMPARE(index->size(), oracle.size());
            QVERIFY(measureRecall(*index, oracle, queries_, 10).value() >= 0.98);
        }
        QVERIFY(index->wantsCompaction());
        QVERIFY(index->compact().has_value());
        QVERIFY(!index->wantsCompaction());
        QCOMPARE(index->labels(), oracle.labels());
        QVERIFY(measureRecall(*index, oracle, queries_, 10).value() >= 0.98);
        QVERIFY(index->remove(labelsFrom(0, 4000)).has_value());
        QCOMPARE(index->size(), size_t{0});
        QVERIFY(index->search(queries_.row(0), 5).value().empty());
        QVERIFY(index->compact().has_value());
        QVERIFY(index->search(queries_.row(0), 5).value().empty());
        QVERIFY(index->add(labelsFrom(0, 5), rowsOf(points_, 0, 5)).has_value());
        QCOMPARE(index->search(points_.row(4), 1).value().front().label, Label{4});
    }

    void growthInManyBatchesLosesNothing() {
        const auto index = makeIndex(kDim);
        for (size_t first = 0; first < 6000; first += 250)
            QVERIFY(index->add(labelsFrom(static_cast<Label>(first), 250), rowsOf(points_, first, 250)).has_value());
        ExactIndex oracle(kDim);
        QVERIFY(oracle.add(labelsFrom(0, 6000), rowsOf(points_, 0, 6000)).has_value());
        QCOMPARE(index->labels(), oracle.labels());
        QVERIFY(measureRecall(*index, oracle, queries_, 10).value() >= 0.98);
    }

    void manyIdenticalPointsHideNoOthers() {
        Matrix mixed; // a third is one point, like segments of silence
        for (size_t i = 0; i < 6000; ++i)
            mixed.append(points_.row(i % 3 == 0 ? 0 : i));
        const auto index = makeIndex(kDim);
        ExactIndex oracle(kDim);
        QVERIFY(index->add(labelsFrom(0, 6000), mixed).has_value());
        QVERIFY(oracle.add(labelsFrom(0, 6000), mixed).has_value());
        const double recall = measureRecall(*index, oracle, queries_, 10).value();
        QVERIFY2(recall >= 0.98, qPrintable(QString::number(recall)));
        const auto silence = labelsOf(oracle.search(points_.row(0), 30).value());
        QCOMPARE(silence[1], Label{3});
        QCOMPARE(labelsOf(index->search(points_.row(0), 30).value()), silence);

        // Removing all but the last of them, also the one that the place was made for, leaves that one.
        for (Label label = 0; label < 5997; label += 3)
            QVERIFY(index->remove(std::span(&label, 1)).has_value());
        QCOMPARE(index->size(), size_t{4001});
        QCOMPARE(index->search(points_.row(0), 1).value().front().label, Label{5997});
        QVERIFY(index->search(points_.row(0), 2).value().back().score < 0.999F);
    }

    void whatCannotBeIndexedIsAnError() {
        const auto index = makeIndex(kDim);
        Matrix bad = rowsOf(points_, 0, 1);
        QCOMPARE(index->add(labelsFrom(-1, 1), bad).error().code, ErrorCode::invalidInput);
        bad.row(0)[3] = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(index->add(labelsFrom(0, 1), bad).error().code, ErrorCode::invalidInput);
        QCOMPARE(index->search(bad.row(0), 1).error().code, ErrorCode::invalidInput);
        QCOMPARE(index->add(labelsFrom(0, 1), latentLike(1, kDim / 2, 1)).error().code, ErrorCode::invalidInput);
        QCOMPARE(index->search(latentLike(1, kDim / 2, 1).row(0), 1).error().code, ErrorCode::invalidInput);
        QVERIFY(!HnswIndex::create(0));
        QCOMPARE(index->size(), size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestHnswIndex)
#include "test_hnsw_index.moc"

#include "core/eval/bootstrap.h"

#include <QtTest/QTest>
#include <random>

using namespace fusefind;

namespace {

// Queries that are hit with these probabilities.
QueryHits draw(size_t queries, const std::array<double, 3>& truth, std::mt19937_64& random) {
    std::uniform_real_distribution<double> uniform;
    QueryHits hits;
    for (size_t i = 0; i < queries; ++i) {
        const double where = uniform(random); // a hit at 1 is one at 5 and at 10
        hits.chances.push_back({where < truth[0] ? 1.0 : 0, where < truth[1] ? 1.0 : 0, where < truth[2] ? 1.0 : 0});
    }
    return hits;
}

} // namespace

class TestBootstrap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theIntervalCoversTheTruthInNineteenOfTwentyCases() {
        constexpr int kCases = 1000;
        constexpr size_t kQueries = 200;
        constexpr std::array kTruth{0.2, 0.5, 0.8};
        std::mt19937_64 random(1);
        std::array<int, 3> covered{};
        for (int i = 0; i < kCases; ++i) {
            const auto intervals = bootstrapIntervals(draw(kQueries, kTruth, random), random());
            for (size_t k = 0; k < kTruth.size(); ++k)
                covered[k] += intervals[k].low <= 100 * kTruth[k] && 100 * kTruth[k] <= intervals[k].high ? 1 : 0;
        }
        for (const int count : covered)
            QVERIFY2(count >= 930 && count <= 970, qPrintable(QString::number(count)));
    }

    void moreQueriesGiveANarrowerInterval() {
        std::mt19937_64 random(2);
        const auto few = bootstrapIntervals(draw(50, {0.3, 0.5, 0.7}, random));
        const auto many = bootstrapIntervals(draw(5000, {0.3, 0.5, 0.7}, random));
        for (size_t k = 0; k < few.size(); ++k)
            QVERIFY(many[k].high - many[k].low < (few[k].high - few[k].low) / 5);
    }

    void theSameHitsGiveTheSameInterval() {
        std::mt19937_64 random(3);
        const QueryHits hits = draw(100, {0.3, 0.5, 0.7}, random);
        QCOMPARE(bootstrapIntervals(hits)[0].low, bootstrapIntervals(hits)[0].low);
        QVERIFY(bootstrapIntervals(hits)[0].low < summarize(hits).r1);
        QVERIFY(summarize(hits).r1 < bootstrapIntervals(hits)[0].high);
    }

    void whereNothingVariesThereIsNoInterval() {
        QueryHits hits;
        QCOMPARE(bootstrapIntervals(hits)[0].high, 0.0);
        hits.chances.assign(20, {0, 0.5, 1});
        const auto intervals = bootstrapIntervals(hits);
        QCOMPARE(intervals[0].low, 0.0);
        QCOMPARE(intervals[1].low, 50.0);
        QCOMPARE(intervals[1].high, 50.0);
        QCOMPARE(intervals[2].high, 100.0);
    }
};

QTEST_GUILESS_MAIN(TestBootstrap)
#include "test_bootstrap.moc"

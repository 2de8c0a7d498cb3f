#include "core/eval/recall.h"

#include <QtTest/QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace fusefind;

namespace {

Matrix randomUnitRows(size_t rows, size_t cols, uint64_t seed) {
    std::mt19937_64 random(seed);
    std::normal_distribution<float> normal;
    Matrix matrix(rows, cols);
    for (float& value : matrix.values())
        value = normal(random);
    normalizeRows(matrix);
    return matrix;
}

std::vector<RowPair> oneToOne(int64_t count) {
    std::vector<RowPair> pairs;
    for (int64_t i = 0; i < count; ++i)
        pairs.push_back({i, i});
    return pairs;
}

std::vector<RowPair> captions(int64_t items, int64_t each) {
    std::vector<RowPair> pairs;
    for (int64_t i = 0; i < items * each; ++i)
        pairs.push_back({i / each, i});
    return pairs;
}

bool near(double value, double expected, double tolerance = 1e-9) {
    return std::abs(value - expected) <= tolerance;
}

double dot(const Matrix& a, size_t i, const Matrix& b, size_t j) {
    return std::inner_product(a.row(i).begin(), a.row(i).end(), b.row(j).begin(), 0.0);
}

Matrix rowAlone(const Matrix& matrix, size_t row) {
    Matrix alone;
    alone.append(matrix.row(row));
    return alone;
}

// The definition, with no thought of speed: share of queries whose best partner is among the first k.
double slowRecall(const Matrix& a, const Matrix& b, const std::vector<RowPair>& pairs, size_t k) {
    double hits = 0;
    for (size_t i = 0; i < a.rows(); ++i) {
        std::vector<size_t> order(b.rows());
        std::iota(order.begin(), order.end(), size_t{0});
        std::sort(order.begin(), order.end(), [&](size_t x, size_t y) { return dot(a, i, b, x) > dot(a, i, b, y); });
        hits += std::any_of(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(k), [&](size_t j) {
            return std::find(pairs.begin(), pairs.end(), RowPair{static_cast<int64_t>(i), static_cast<int64_t>(j)}) !=
                   pairs.end();
        });
    }
    return 100 * hits / static_cast<double>(a.rows());
}

} // namespace

class TestRecall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recallIsTheMeanOfWhatIsSaidOfEveryQuery() {
        const Matrix a = randomUnitRows(30, 8, 1);
        const Matrix b = randomUnitRows(60, 8, 2);
        const auto pairs = captions(30, 2);
        const PairHits hits = recallHits(a, b, pairs).value();
        const PairRecall whole = recall(a, b, pairs).value();
        QCOMPARE(hits.aToB.chances.size(), size_t{30});
        QCOMPARE(hits.bToA.candidates, int64_t{30});
        double sum = 0;
        for (const auto& chances : hits.bToA.chances)
            sum += chances[1];
        QCOMPARE(whole.bToA.r5, 100 * sum / 60);
        QVERIFY(near(hits.aToB.chances[7][2], slowRecall(rowAlone(a, 7), b, {{0, 14}, {0, 15}}, 10) / 100));
    }

    void countingIsCancelled() {
        const Matrix a = randomUnitRows(300, 8, 1);
        std::stop_source source;
        source.request_stop();
        const auto stopped = recallHits(a, a, oneToOne(300), source.get_token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::cancelled);
    }

    void aPerfectSpaceScoresAHundredBothWays() {
        Matrix identity(40, 40);
        for (size_t i = 0; i < 40; ++i)
            identity.row(i)[i] = 1;
        const auto pairs = oneToOne(40);
        const PairRecall result = recall(identity, identity, pairs).value();
        for (const Recall& direction : {result.aToB, result.bToA}) {
            QVERIFY(near(direction.r1, 100) && near(direction.r5, 100) && near(direction.r10, 100));
            QCOMPARE(direction.queries, int64_t{40});
            QCOMPARE(direction.candidates, int64_t{40});
        }
        QVERIFY(near(result.mean(), 100));
    }

    void shuffledCaptionsScoreChance() {
        const Matrix a = randomUnitRows(2000, 64, 1);
        auto pairs = oneToOne(2000);
        std::vector<int64_t> order(2000);
        std::iota(order.begin(), order.end(), 0);
        std::shuffle(order.begin(), order.end(), std::mt19937_64(5));
        for (size_t i = 0; i < pairs.size(); ++i)
            pairs[i].b = order[i];
        const PairRecall result = recall(a, a, pairs).value();
        QVERIFY(result.aToB.r1 < 0.4);
        QVERIFY(near(result.aToB.r10, 0.5, 0.5));
    }

    // 1,000 pictures with 5 captions: text to image K / N; image to text 1 - C(M-5, K) / C(M, K).
    void aConstantModelScoresExactlyChance() {
        Matrix images(1000, 48);
        Matrix texts(5000, 48);
        const Matrix point = randomUnitRows(1, 48, 3);
        for (Matrix* side : {&images, &texts})
            for (size_t i = 0; i < side->rows(); ++i)
                std::copy(point.row(0).begin(), point.row(0).end(), side->row(i).begin());
        const PairRecall result = recall(images, texts, captions(1000, 5)).value();
        QVERIFY(near(result.bToA.r1, 0.1) && near(result.bToA.r5, 0.5) && near(result.bToA.r10, 1.0));
        const auto chance = [](int k) {
            double miss = 1;
            for (int i = 0; i < k; ++i)
                miss *= (5000.0 - 5 - i) / (5000.0 - i);
            return 100 * (1 - miss);
        };
        QVERIFY(near(result.aToB.r1, chance(1)) && near(result.aToB.r5, chance(5)) &&
                near(result.aToB.r10, chance(10)));
        QVERIFY(near(result.aToB.r1, 0.1) && near(result.aToB.r10, 1.0, 0.01));
        QCOMPARE(result.bToA.queries, int64_t{5000});
    }

    void blocksGiveWhatTheDefinitionGives() {
        const Matrix a = randomUnitRows(300, 12, 7);
        Matrix b = randomUnitRows(700, 12, 8);
        auto pairs = captions(300, 2);
        for (int64_t i = 600; i < 700; ++i)
            pairs.push_back({i % 300, i}); // uneven numbers of captions
        for (const RowPair& pair : pairs)
            for (size_t d = 0; d < 12; ++d)
                b.row(pair.b)[d] += 0.8F * a.row(pair.a)[d];
        normalizeRows(b);
        const PairRecall result = recall(a, b, pairs).value();
        QVERIFY(near(result.aToB.r1, slowRecall(a, b, pairs, 1)));
        QVERIFY(near(result.aToB.r5, slowRecall(a, b, pairs, 5)));
        QVERIFY(near(result.aToB.r10, slowRecall(a, b, pairs, 10)));
        std::vector<RowPair> turned;
        for (const RowPair& pair : pairs)
            turned.push_back({pair.b, pair.a});
        QVERIFY(near(result.bToA.r1, slowRecall(b, a, turned, 1)));
        QVERIFY(near(result.bToA.r10, slowRecall(b, a, turned, 10)));
    }

    void twoEqualCandidatesShareTheHit() {
        Matrix a(1, 2);
        a.row(0)[0] = 1;
        Matrix b(2, 2);
        b.row(0)[0] = b.row(1)[0] = 1;
        const std::vector<RowPair> pairs{{0, 1}};
        const PairRecall result = recall(a, b, pairs).value();
        QVERIFY(near(result.aToB.r1, 50));
        QVERIFY(near(result.aToB.r5, 100));
    }

    void aPairNamedTwiceCountsOnce() {
        const Matrix a = randomUnitRows(50, 3, 9);
        auto pairs = oneToOne(50);
        const Matrix constant = [] {
            Matrix rows(50, 3);
            for (size_t i = 0; i < 50; ++i)
                rows.row(i)[0] = 1;
            return rows;
        }();
        pairs.insert(pairs.end(), pairs.begin(), pairs.end());
        QVERIFY(near(recall(a, constant, pairs).value().aToB.r1, 2));
    }

    void pointsThatAreNotNumbersAreMissed() {
        Matrix a = randomUnitRows(20, 4, 11);
        std::fill(a.values().begin(), a.values().end(), std::numeric_limits<float>::quiet_NaN());
        const auto pairs = oneToOne(20);
        const PairRecall result = recall(a, randomUnitRows(20, 4, 11), pairs).value();
        QVERIFY(near(result.aToB.r10, 0) && near(result.bToA.r10, 0));
        QCOMPARE(result.aToB.queries, int64_t{20});
    }

    void wrongInputIsAnError() {
        const Matrix a = randomUnitRows(3, 4, 1);
        QVERIFY(!recall(a, a, {}));
        QVERIFY(!recall(a, randomUnitRows(3, 5, 1), oneToOne(3)));
        QCOMPARE(recall(a, a, oneToOne(4)).error().code, ErrorCode::invalidInput);
        const std::vector<RowPair> negative{{-1, 0}};
        QVERIFY(!recall(a, a, negative));
    }

    void cocoSizeIsMeasured() {
        const Matrix a = randomUnitRows(5000, 256, 1);
        const Matrix b = randomUnitRows(25000, 256, 2);
        const auto pairs = captions(5000, 5);
        QBENCHMARK_ONCE {
            QVERIFY(recall(a, b, pairs).has_value());
        }
    }
};

QTEST_GUILESS_MAIN(TestRecall)
#include "test_recall.moc"

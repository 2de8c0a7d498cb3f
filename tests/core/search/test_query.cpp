#include "core/search/query.h"
#include "core/tensors/matrix.h"
#include "support/latent_like.h"

#include <QtTest/QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace fusefind;

namespace {

QueryPart part(std::span<const float> point, float weight = 1) {
    return {{point.begin(), point.end()}, weight};
}

float dot(std::span<const float> a, std::span<const float> b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0F);
}

// Items that join three of forty concepts each: 20 with concept 0 but not 1, 20 with both, 20 with 1 but not 0, and 940
// others.
struct Concepts {
    Matrix concepts;
    Matrix items;
};

Concepts makeConcepts(uint32_t seed) {
    constexpr size_t kDim = 128;
    Concepts made{latentLike(40, kDim, seed, seed, kDim), latentLike(1000, kDim, seed + 1, seed, kDim)};
    std::mt19937 random(seed);
    std::uniform_int_distribution<size_t> other(2, made.concepts.rows() - 1);
    for (size_t i = 0; i < made.items.rows(); ++i) {
        const auto item = made.items.row(i); // starts as noise of unit length
        const auto addConcept = [&](size_t j) {
            for (size_t d = 0; d < item.size(); ++d)
                item[d] += made.concepts.row(j)[d];
        };
        if (i < 40) addConcept(0);
        if (i >= 20 && i < 60) addConcept(1);
        addConcept(other(random));
    }
    normalizeRows(made.items);
    return made;
}

// Average precision of the first 20 items.
double precisionOfFirst20(const Matrix& items, std::span<const float> query) {
    std::vector<size_t> order(items.rows());
    std::iota(order.begin(), order.end(), size_t{0});
    std::sort(order.begin(), order.end(),
              [&](size_t a, size_t b) { return dot(items.row(a), query) > dot(items.row(b), query); });
    double sum = 0;
    double found = 0;
    for (size_t rank = 0; rank < order.size(); ++rank)
        if (order[rank] < 20) sum += ++found / static_cast<double>(rank + 1);
    return sum / 20;
}

} // namespace

class TestQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onePartIsItsOwnDirection() {
        const std::vector<float> point{3, 0, 4};
        QCOMPARE(combineQuery({{part(point)}, {}}).value(), (std::vector<float>{0.6F, 0, 0.8F}));
    }

    void partsAddUpByTheirWeights() {
        const std::vector<float> x{1, 0};
        const std::vector<float> y{0, 5}; // its length does not count
        const auto sum = combineQuery({{part(x, 3), part(y, 4)}, {}}).value();
        QVERIFY(std::abs(sum[0] - 0.6F) < 1e-6F && std::abs(sum[1] - 0.8F) < 1e-6F);
    }

    void whatIsUnwantedIsTakenAway() {
        const std::vector<float> x{1, 0};
        const std::vector<float> y{0, 1};
        const auto point = combineQuery({{part(x)}, {part(y)}}).value();
        QVERIFY(std::abs(point[0] - 1 / std::sqrt(1.25F)) < 1e-6F);
        QVERIFY(std::abs(point[1] + 0.5F / std::sqrt(1.25F)) < 1e-6F);
    }

    void aQueryOfOnlyUnwantedPartsAsksForSomethingToLookFor() {
        const auto nothing = combineQuery({{}, {part(std::vector<float>{1, 0})}});
        QCOMPARE(nothing.error().code, ErrorCode::invalidInput);
        QVERIFY(nothing.error().text().find("add something to look for") != std::string::npos);
        QVERIFY(!combineQuery({}));
    }

    void partsThatCancelOutAreAnError() {
        const std::vector<float> x{1, 0};
        const std::vector<float> opposite{-1, 0};
        QCOMPARE(combineQuery({{part(x), part(opposite)}, {}}).error().code, ErrorCode::invalidInput);
        QCOMPARE(combineQuery({{part(x)}, {part(x)}}, 1).error().code, ErrorCode::invalidInput);
        QVERIFY(combineQuery({{part(x)}, {part(x)}}).has_value());
        const std::vector<float> broken{std::numeric_limits<float>::quiet_NaN(), 0};
        QCOMPARE(combineQuery({{part(broken)}, {}}).error().code, ErrorCode::invalidInput);
    }

    void theDefaultShareRanksAWithoutBBest() {
        const std::vector<float> shares{0, 0.25F, kUnwantedShare, 0.75F, 1};
        std::vector<double> precision(shares.size());
        for (uint32_t seed = 0; seed < 10; ++seed) {
            const auto [concepts, items] = makeConcepts(100 + seed);
            for (size_t i = 0; i < shares.size(); ++i) {
                const Query query{{part(concepts.row(0))}, {part(concepts.row(1))}};
                precision[i] += precisionOfFirst20(items, combineQuery(query, shares[i]).value()) / 10;
            }
        }
        QVERIFY2(std::max_element(precision.begin(), precision.end()) - precision.begin() == 2,
                 qPrintable(QString("%1 %2 %3 %4 %5")
                                .arg(precision[0])
                                .arg(precision[1])
                                .arg(precision[2])
                                .arg(precision[3])
                                .arg(precision[4])));
        QVERIFY(precision[2] > precision[0] + 0.1);
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "test_query.moc"

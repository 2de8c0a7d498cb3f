#include "core/map/neighbour_layout.h"
#include "core/map/principal_axes.h"
#include "support/latent_like.h"

#include <QtTest/QTest>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

using namespace fusefind;

namespace {

constexpr size_t kClusters = 12;
constexpr size_t kOfEach = 40;

// Clusters around random directions of 40 dimensions, in turns: row i belongs to cluster i % kClusters.
Matrix clusters() {
    const Matrix centres = latentLike(kClusters, 40, 3, 1, 40);
    Matrix rows = latentLike(kClusters * kOfEach, 40, 4, 2, 40);
    for (size_t i = 0; i < rows.rows(); ++i)
        for (size_t d = 0; d < rows.cols(); ++d)
            rows.row(i)[d] = centres.row(i % kClusters)[d] + 0.35F * rows.row(i)[d];
    normalizeRows(rows);
    return rows;
}

// The others of a row by their distance, nearest first.
std::vector<uint32_t> othersByDistance(const Matrix& rows, size_t row) {
    std::vector<std::pair<double, uint32_t>> found;
    for (size_t other = 0; other < rows.rows(); ++other) {
        double square = 0;
        for (size_t d = 0; d < rows.cols(); ++d)
            square += std::pow(double(rows.row(row)[d]) - double(rows.row(other)[d]), 2);
        if (other != row) found.emplace_back(square, static_cast<uint32_t>(other));
    }
    std::ranges::sort(found);
    std::vector<uint32_t> others;
    for (const auto& [square, other] : found)
        others.push_back(other);
    return others;
}

// How far the neighbours in the plane may be believed, at most 1 (Venna & Kaski 2001).
double trustworthiness(const Matrix& rows, const Matrix& places, size_t count) {
    const auto total = static_cast<double>(rows.rows());
    double punished = 0;
    for (size_t i = 0; i < rows.rows(); ++i) {
        const auto truth = othersByDistance(rows, i);
        std::vector<size_t> rankOf(rows.rows());
        for (size_t rank = 0; rank < truth.size(); ++rank)
            rankOf[truth[rank]] = rank + 1;
        const auto shown = othersByDistance(places, i);
        for (size_t k = 0; k < count; ++k)
            if (rankOf[shown[k]] > count) punished += static_cast<double>(rankOf[shown[k]] - count);
    }
    const auto k = static_cast<double>(count);
    return 1 - 2 / (total * k * (2 * total - 3 * k - 1)) * punished;
}

Matrix byAxes(const Matrix& rows) {
    return principalAxes(rows, 2).coordinates(rows);
}

Result<Matrix> laidOut(const Matrix& rows, const LayoutOptions& options = {}, const std::stop_token& stop = {},
                       const ProgressSink& progress = {}) {
    ProgressReporter reporter(progress);
    return layOutNeighbours(rows, byAxes(rows), options, stop, reporter);
}

NearRows near(const Matrix& rows, size_t count) {
    ProgressReporter silent({});
    return nearRows(rows, count, 1, {}, silent).value();
}

} // namespace

class TestMapLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAxesAreOrthonormalAndTheFirstOneIsWhereRowsSpreadMost() {
        Matrix rows = latentLike(500, 16, 1);
        for (size_t i = 0; i < rows.rows(); ++i)
            rows.row(i)[5] *= 20;
        const PrincipalAxes axes = principalAxes(rows, 3);
        QCOMPARE(axes.directions.rows(), size_t{3});
        QVERIFY(axes.directions.row(0)[5] > 0.99F);
        for (size_t a = 0; a < 3; ++a)
            for (size_t b = 0; b < 3; ++b) {
                const auto first = axes.directions.row(a);
                const float dot = std::inner_product(first.begin(), first.end(), axes.directions.row(b).begin(), 0.0F);
                QVERIFY(std::abs(dot - (a == b ? 1.0F : 0.0F)) < 1e-4F);
            }
        const Matrix coordinates = axes.coordinates(rows);
        for (const float mean : meanRow(coordinates))
            QVERIFY(std::abs(mean) < 1e-4F);
    }

    void thereAreNoMoreAxesThanColumns() {
        QCOMPARE(principalAxes(latentLike(10, 1, 1), 2).directions.rows(), size_t{1});
        QVERIFY(principalAxes(Matrix(), 2).directions.empty());
        QVERIFY(principalAxes(Matrix(), 2).coordinates(Matrix()).empty());
    }

    void theNeighboursOfAFewRowsAreTheTrueOnes() {
        const Matrix rows = latentLike(300, 24, 1);
        const NearRows found = near(rows, 10);
        for (size_t i = 0; i < rows.rows(); ++i) {
            const auto truth = othersByDistance(rows, i);
            QVERIFY(std::equal(found.rows.begin() + int(i * 10), found.rows.begin() + int(i * 10 + 10), truth.begin()));
        }
    }

    void theNeighboursOfManyRowsAreMostlyTheTrueOnes() {
        const Matrix rows = latentLike(12'000, 24, 1);
        const NearRows found = near(rows, 10);
        size_t right = 0;
        size_t all = 0;
        for (size_t i = 0; i < rows.rows(); i += 100) {
            const auto truth = othersByDistance(rows, i);
            const std::set<uint32_t> best(truth.begin(), truth.begin() + 10);
            for (size_t k = 0; k < 10; ++k, ++all)
                right += best.count(found.rows[i * 10 + k]);
        }
        QVERIFY2(double(right) / double(all) > 0.7, qPrintable(QString::number(double(right) / double(all))));
    }

    void plantedClustersStayTogetherBetterThanOnTheAxes() {
        const Matrix rows = clusters();
        const Matrix places = laidOut(rows).value();
        const double onAxes = trustworthiness(rows, byAxes(rows), 10);
        const double inLayout = trustworthiness(rows, places, 10);
        QVERIFY2(inLayout > 0.9 && inLayout > onAxes + 0.05,
                 qPrintable(QStringLiteral("%1 against %2").arg(inLayout).arg(onAxes)));
        size_t same = 0;
        for (size_t i = 0; i < rows.rows(); ++i)
            for (size_t k = 0; k < 5; ++k)
                same += othersByDistance(places, i)[k] % kClusters == i % kClusters ? 1 : 0;
        QVERIFY(same > rows.rows() * 5 * 95 / 100);
    }

    void theSameSeedGivesTheSamePlaces() {
        const Matrix rows = latentLike(5000, 8, 1); // more than one cell
        const LayoutOptions options{15, 20, 7};
        const Matrix first = laidOut(rows, options).value();
        const Matrix second = laidOut(rows, options).value();
        QVERIFY(std::ranges::equal(first.values(), second.values()));
        const Matrix other = laidOut(rows, {15, 20, 8}).value();
        QVERIFY(!std::ranges::equal(first.values(), other.values()));
    }

    void fewAndEqualRowsHavePlacesToo_data() {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 2, 3, 4, 5, 50, 15'000})
            QTest::newRow(std::to_string(count).c_str()) << count;
    }
    void fewAndEqualRowsHavePlacesToo() {
        QFETCH(int, count);
        Matrix rows;
        const std::vector<float> same{0.6F, 0, 0.8F};
        for (int i = 0; i < count; ++i)
            rows.append(same);
        const Matrix places = laidOut(rows, {15, 10, 1}).value();
        QCOMPARE(places.rows(), size_t(count));
        QVERIFY(allFinite(places.values()));
    }

    void aCancelledLayoutStopsWhereverItIs_data() {
        QTest::addColumn<QByteArray>("phase");
        QTest::newRow("neighbours") << QByteArray("neighbours");
        QTest::newRow("arrange") << QByteArray("arrange");
    }
    void aCancelledLayoutStopsWhereverItIs() {
        QFETCH(QByteArray, phase);
        std::stop_source source;
        const auto stopped = laidOut(latentLike(6000, 8, 1), {}, source.get_token(), [&](const Progress& progress) {
            if (progress.phase == phase.toStdString()) source.request_stop();
        });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestMapLayout)
#include "test_map_layout.moc"

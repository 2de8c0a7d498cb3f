#include "core/eval/diverse.h"

#include <Eigen/LU>
#include <QtTest/QTest>
#include <algorithm>
#include <random>
#include <set>

using namespace fusefind;

namespace {

Matrix gaussianRows(size_t count, size_t dim) {
    Matrix rows(count, dim);
    std::mt19937_64 random(5);
    std::normal_distribution<float> normal;
    std::ranges::generate(rows.values(), [&] { return normal(random); });
    return rows;
}

// The kernel's determinant over some rows, without any update.
double volume(const Matrix& rows, const std::vector<int64_t>& chosen) {
    Matrix unit = rows;
    normalizeRows(unit);
    Eigen::MatrixXd kernel(chosen.size(), chosen.size());
    for (size_t i = 0; i < chosen.size(); ++i)
        for (size_t j = 0; j < chosen.size(); ++j) {
            double cosine = 0;
            for (size_t d = 0; d < unit.cols(); ++d)
                cosine += static_cast<double>(unit.row(chosen[i])[d]) * unit.row(chosen[j])[d];
            kernel(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = (cosine + 1) * (cosine + 1);
        }
    return kernel.determinant();
}

} // namespace

class TestDiverse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachChoiceAddsAsMuchVolumeAsAnyOtherWould() {
        const Matrix rows = gaussianRows(60, 12);
        const auto chosen = mostDiverse(rows, 15).value();
        QCOMPARE(chosen.size(), size_t{15});
        std::vector<int64_t> before;
        for (const int64_t choice : chosen) {
            double best = 0;
            for (int64_t row = 0; row < 60; ++row) {
                auto with = before;
                with.push_back(row);
                best = std::max(best, volume(rows, with));
            }
            before.push_back(choice);
            QVERIFY(volume(rows, before) > best * (1 - 1e-4));
        }
    }

    void copiesAreNotChosen() {
        Matrix rows = gaussianRows(10, 16);
        const Matrix copies = rows;
        for (int i = 0; i < 3; ++i)
            rows.append(copies);
        const auto chosen = mostDiverse(rows, 40).value();
        QCOMPARE(chosen.size(), size_t{10});
        std::set<int64_t> originals;
        for (const int64_t row : chosen)
            originals.insert(row % 10);
        QCOMPARE(originals.size(), size_t{10});
    }

    void oneOfEachClusterComesBeforeASecondOfAny() {
        Matrix rows = gaussianRows(8, 64);
        const Matrix centres = rows;
        const Matrix noise = gaussianRows(200, 64);
        for (size_t i = 0; i < noise.rows(); ++i) {
            std::vector<float> row(centres.row(i % 8).begin(), centres.row(i % 8).end());
            for (size_t d = 0; d < row.size(); ++d)
                row[d] += 0.1F * noise.row(i)[d];
            rows.append(row);
        }
        std::set<int64_t> clusters;
        const auto chosen = mostDiverse(rows, 8).value();
        for (const int64_t row : chosen)
            clusters.insert(row % 8);
        QCOMPARE(clusters.size(), size_t{8});
    }

    void itCanBeStoppedAndRefusesWhatDoesNotFit() {
        const auto stopped = mostDiverse(gaussianRows(50, 8), 20, [](size_t done) { return done < 5; });
        QVERIFY(!stopped && stopped.error().code == ErrorCode::cancelled);
        const auto large = mostDiverse(Matrix(100'000, 1), 100'000);
        QVERIFY(!large && large.error().code == ErrorCode::limit);
        QVERIFY(mostDiverse(Matrix(), 5).value().empty());
    }
};

QTEST_APPLESS_MAIN(TestDiverse)
#include "test_diverse.moc"

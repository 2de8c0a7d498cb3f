#include "core/map/linear_fit.h"
#include "support/latent_like.h"

#include <QtTest/QTest>
#include <algorithm>
#include <cmath>

using namespace fusefind;

namespace {

constexpr size_t kDim = 24;

// Two values that follow from a row: one by its first columns, one that is always 3.
Matrix targetsOf(const Matrix& rows) {
    Matrix targets(rows.rows(), 2);
    for (size_t i = 0; i < rows.rows(); ++i) {
        const auto row = rows.row(i);
        targets.row(i)[0] = 5 + 2 * row[0] - row[1];
        targets.row(i)[1] = 3;
    }
    return targets;
}

// Of the first value, on average.
double meanError(const LinearFit& fit, const Matrix& rows) {
    const Matrix guessed = fit.of(rows);
    const Matrix truth = targetsOf(rows);
    double sum = 0;
    for (size_t i = 0; i < rows.rows(); ++i)
        sum += std::abs(double{guessed.row(i)[0]} - double{truth.row(i)[0]});
    return sum / static_cast<double>(rows.rows());
}

} // namespace

class TestLinearFit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatFollowsFromTheRowsIsGuessedOfOthers() {
        const Matrix rows = latentLike(500, kDim, 1, 1, kDim);
        const LinearFit fit = fitLinear(rows, targetsOf(rows));
        const Matrix others = latentLike(500, kDim, 2, 1, kDim);
        QVERIFY(meanError(fit, others) < 0.1);
        const LinearFit mean{fit.from, fit.to, Matrix(2, kDim)};
        QVERIFY(meanError(fit, others) < meanError(mean, others) / 3);
        for (size_t i = 0; i < others.rows(); ++i)
            QVERIFY(std::abs(fit.of(others).row(i)[1] - 3) < 1e-4F);
    }

    void fewerRowsThanColumnsGiveSmallSlopes() {
        const Matrix rows = latentLike(5, kDim, 1, 1, kDim);
        const LinearFit fit = fitLinear(rows, targetsOf(rows));
        for (const float slope : fit.slopes.values())
            QVERIFY(std::isfinite(slope) && std::abs(slope) < 3);
    }

    void rowsThatAreAllTheSameSayNothing() {
        const Matrix rows(7, kDim);
        const LinearFit fit = fitLinear(rows, targetsOf(rows));
        QCOMPARE(fit.of(rows).row(0)[0], 5.0F);
        QVERIFY(fit.of({}).empty());
    }
};

QTEST_GUILESS_MAIN(TestLinearFit)
#include "test_linear_fit.moc"

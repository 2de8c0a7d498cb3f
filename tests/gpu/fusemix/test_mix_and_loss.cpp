#include "gpu/fusemix/loss.h"
#include "gpu/fusemix/mix.h"
#include "gpu/fusemix/random.h"

#include <ATen/ATen.h>

#include <QtTest/QTest>
#include <cmath>
#include <vector>

using namespace fusefind;

namespace {

at::Tensor rows(std::vector<double> values, int64_t columns) {
    return at::tensor(values, at::kDouble).reshape({-1, columns});
}

at::Tensor normalized(const at::Tensor& x) {
    return x / at::linalg_vector_norm(x, 2, {1}, true);
}

at::Tensor scalar(double value) {
    return at::scalar_tensor(value, at::kDouble);
}

bool near(double value, double expected, double tolerance = 1e-6) {
    return std::abs(value - expected) <= tolerance;
}

// The definition, for autograd.
at::Tensor plainLoss(const at::Tensor& x, const at::Tensor& y, const at::Tensor& temperature) {
    const at::Tensor logits = at::mm(x, y.t()) / temperature;
    const at::Tensor labels = at::arange(x.size(0), at::kLong);
    return (at::cross_entropy_loss(logits, labels) + at::cross_entropy_loss(logits.t(), labels)) / 2;
}

at::Tensor randomUnitRows(int64_t count, int64_t width, uint64_t seed) {
    return normalized(at::randn({count, width}, newGenerator(Device{}, seed), at::kDouble));
}

} // namespace

class TestMixAndLoss : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Models this small gain nothing from a second thread, and tests run side by side.
    void initTestCase() { configureThreads(1); }

    void halvesMixRowByRow() {
        const at::Tensor loaded = rows({1, 2, 3, 4, 5, 6, 7, 8}, 2);
        QVERIFY(at::equal(mixHalves(loaded, 0.25), rows({4, 5, 6, 7}, 2)));
        QVERIFY(at::equal(mixHalves(loaded, 1), rows({1, 2, 3, 4}, 2)));
        QVERIFY(at::equal(mixHalves(loaded, 0), rows({5, 6, 7, 8}, 2)));
    }

    void lambdaFollowsTheBetaDistribution() {
        constexpr int kDraws = 100'000;
        for (const double alpha : {0.2, 1.0, 4.0}) {
            double sum = 0;
            double squares = 0;
            double share = 0;
            for (int i = 0; i < kDraws; ++i) {
                const double lambda = drawLambda(alpha, seedOf(1, Draw::lambda, i));
                sum += lambda;
                squares += lambda * lambda;
                share += lambda * lambda + (1 - lambda) * (1 - lambda);
            }
            const double mean = sum / kDraws;
            QVERIFY(near(mean, 0.5, 0.005));
            QVERIFY(near(squares / kDraws - mean * mean, 1 / (4 * (2 * alpha + 1)), 0.002));
            QVERIFY(near(share / kDraws, (alpha + 1) / (2 * alpha + 1), 0.005)); // 2/3 of the covariance at alpha 1
        }
    }

    void theLossOfThreePairsIsAsComputedByHand() {
        const at::Tensor x = normalized(rows({1, 0, 0, 1, 3, 4}, 2));
        const at::Tensor y = normalized(rows({2, 0, 1, 1, 0, 5}, 2));
        const std::vector<std::array<double, 3>> expected{
            {1.0, 0.965729, 0.080414}, {0.5, 0.925887, 0.019690}, {0.07, 2.331202, -31.358786}};
        for (const auto& [temperature, loss, slope] : expected) {
            const at::Tensor t = scalar(temperature).requires_grad_(true);
            const at::Tensor value = symmetricLoss(x, y, t);
            value.backward();
            QVERIFY(near(value.item<double>(), loss));
            QVERIFY(near(t.grad().item<double>(), slope));
        }
    }

    void equalLogitsCostTheLogarithmOfTheBatch() {
        for (const int64_t size : {2, 8, 32, 128, 512, 1024, 4096}) {
            const at::Tensor x = at::ones({size, 4}, at::kDouble) / 2;
            QVERIFY(near(symmetricLoss(x, x, scalar(0.07)).item<double>(), std::log(static_cast<double>(size)), 1e-9));
        }
    }

    void randomRowsCostAFifthMore() {
        const at::Tensor x = randomUnitRows(2048, 512, 1);
        const at::Tensor y = randomUnitRows(2048, 512, 2);
        QVERIFY(near(symmetricLoss(x, y, scalar(0.07)).item<double>(), std::log(2048.0) + 0.1993, 0.02));
    }

    void aPerfectMatchCostsWhatTheTemperatureLeaves() {
        const auto loss = [](int64_t size, double temperature) {
            const at::Tensor identity = at::eye(size, at::kDouble);
            return symmetricLoss(identity, identity, scalar(temperature)).item<double>();
        };
        QVERIFY(near(loss(8, 0.07), 4.374e-6, 1e-9));
        QVERIFY(near(loss(8, 0.5), 0.666468));
        QVERIFY(near(loss(512, 0.5), std::log(1 + 511 * std::exp(-2.0))));
        QVERIFY(near(loss(8, 0.001), 0));
    }

    void theGradientIsAutogradsInAnyBlocks() {
        for (const int64_t block : {0, 1, 5, 16, 37}) {
            at::Tensor x = randomUnitRows(37, 9, 3).requires_grad_(true);
            at::Tensor y = randomUnitRows(37, 9, 4).requires_grad_(true);
            at::Tensor t = scalar(0.11).requires_grad_(true);
            const at::Tensor reference = plainLoss(x, y, t) * 3;
            reference.backward();
            const std::array expected{x.grad().clone(), y.grad().clone(), t.grad().clone()};
            for (at::Tensor* tensor : {&x, &y, &t})
                tensor->mutable_grad().reset();
            const at::Tensor value = symmetricLoss(x, y, t, block) * 3;
            value.backward();
            QVERIFY(near(value.item<double>(), reference.item<double>(), 1e-10));
            QVERIFY(at::allclose(x.grad(), expected[0], 1e-5, 1e-10));
            QVERIFY(at::allclose(y.grad(), expected[1], 1e-5, 1e-10));
            QVERIFY(at::allclose(t.grad(), expected[2], 1e-5, 1e-10));
        }
    }

    void coldLogitsDoNotOverflow() {
        const at::Tensor x = randomUnitRows(64, 8, 5).to(at::kFloat).requires_grad_(true);
        const at::Tensor y = randomUnitRows(64, 8, 6).to(at::kFloat);
        const at::Tensor loss = symmetricLoss(x, y, at::scalar_tensor(0.001, at::kFloat), 7);
        loss.backward();
        QVERIFY(std::isfinite(loss.item<double>()));
        QVERIFY(at::isfinite(x.grad()).all().item<bool>());
    }
};

QTEST_GUILESS_MAIN(TestMixAndLoss)
#include "test_mix_and_loss.moc"

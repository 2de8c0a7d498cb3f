#include "gpu/device/products.h"

#include <ATen/ATen.h>

#include <QtTest/QTest>

using namespace fusefind;

class TestProducts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLinearLayerIsThatOfTorch_data() {
        QTest::addColumn<std::vector<int64_t>>("shape");
        QTest::newRow("one row") << std::vector<int64_t>{1, 40};
        QTest::newRow("many rows") << std::vector<int64_t>{300, 40};
        QTest::newRow("rows in groups") << std::vector<int64_t>{3, 7, 40};
        QTest::newRow("no row") << std::vector<int64_t>{0, 40};
        QTest::newRow("one vector") << std::vector<int64_t>{40};
    }
    void aLinearLayerIsThatOfTorch() {
        QFETCH(const std::vector<int64_t>, shape);
        const at::Tensor x = at::randn(shape);
        const at::Tensor weight = at::randn({24, 40});
        const at::Tensor bias = at::randn({24});
        const at::Tensor expected = at::linear(x, weight, bias);
        QVERIFY(at::allclose(linearProduct(x, weight, bias), expected, 1e-5, 1e-5));
        QVERIFY(at::allclose(linearProduct(x, weight), at::linear(x, weight), 1e-5, 1e-5));
        QVERIFY(at::allclose(linearProduct(x, weight, bias, After::gelu), at::gelu(expected), 1e-5, 1e-5));
    }

    void whatIsTransposedOrPartOfAnotherIsReadRight() {
        const at::Tensor a = at::randn({50, 30});
        const at::Tensor b = at::randn({50, 20});
        QVERIFY(at::allclose(linearProduct(a.t(), b.t()), at::mm(a.t(), b), 1e-5, 1e-5));
        const at::Tensor part = a.narrow(1, 5, 10);
        const at::Tensor weight = b.narrow(0, 3, 10).t();
        QVERIFY(at::allclose(linearProduct(part, weight), at::mm(part, weight.t()), 1e-5, 1e-5));
        QVERIFY(at::allclose(linearProduct(a.slice(0, 1, 50, 3), a), at::mm(a.slice(0, 1, 50, 3), a.t()), 1e-5, 1e-5));
    }

    void otherTypesAreComputedToo() {
        const at::Tensor x = at::randn({5, 8}, at::kDouble);
        const at::Tensor weight = at::randn({3, 8}, at::kDouble);
        QVERIFY(at::allclose(linearProduct(x, weight, {}, After::gelu), at::gelu(at::mm(x, weight.t()))));
    }
};

QTEST_GUILESS_MAIN(TestProducts)
#include "test_products.moc"

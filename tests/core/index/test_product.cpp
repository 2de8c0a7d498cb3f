#include "core/index/product.h"
#include "support/latent_like.h"

#include <QtTest/QTest>
#include <cmath>
#include <numeric>

using namespace fusefind;

class TestProduct : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyInstructionSetComputesTheSameProduct_data() {
        QTest::addColumn<int>("dim");
        for (const int dim : {0, 1, 15, 16, 17, 48, 100, 256, 511})
            QTest::addRow("%d values", dim) << dim;
    }
    void everyInstructionSetComputesTheSameProduct() {
        QFETCH(const int, dim);
        const Matrix rows = latentLike(2, static_cast<size_t>(dim), 3);
        const auto a = rows.row(0);
        const auto b = rows.row(1);
        const double expected = std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
        QVERIFY(std::abs(product(a, b, Simd::plain) - expected) < 1e-6);
        QVERIFY(std::abs(product(a, b) - expected) < 1e-6);
    }
};

QTEST_GUILESS_MAIN(TestProduct)
#include "test_product.moc"

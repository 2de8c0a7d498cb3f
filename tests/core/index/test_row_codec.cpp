#include "core/index/row_codec.h"
#include "support/latent_like.h"

#include <QtTest/QTest>
#include <cmath>
#include <numeric>

using namespace fusefind;

class TestRowCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyInstructionSetComputesTheSameProduct_data() {
        QTest::addColumn<int>("dim");
        for (const int dim : {1, 15, 16, 17, 48, 100, 256, 511})
            QTest::addRow("%d values", dim) << dim;
    }
    void everyInstructionSetComputesTheSameProduct() {
        QFETCH(const int, dim);
        const Matrix rows = latentLike(2, static_cast<size_t>(dim), 3);
        const auto a = rows.row(0);
        const auto b = rows.row(1);
        const double expected = std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
        for (int simd = 0; simd <= static_cast<int>(bestSimd()); ++simd) {
            for (const Storage storage : {Storage::f32, Storage::f16}) {
                const RowCodec codec(a.size(), storage, static_cast<Simd>(simd));
                const double product = codec.dot(codec.encode(a).data(), codec.encode(b).data());
                QVERIFY(std::abs(product - expected) < (storage == Storage::f32 ? 1e-6 : 1e-3));
            }
        }
    }

    void halfPrecisionHalvesTheBytes() {
        QCOMPARE(RowCodec(256, Storage::f32).rowBytes(), size_t{1024});
        QCOMPARE(RowCodec(256, Storage::f16).rowBytes(), size_t{512});
    }
};

QTEST_GUILESS_MAIN(TestRowCodec)
#include "test_row_codec.moc"

#include "core/index/product.h"
#include "core/index/quantizer.h"
#include "support/latent_like.h"

#include <QtTest/QTest>
#include <algorithm>
#include <cmath>
#include <cstring>

using namespace fusefind;

namespace {

struct Row {
    Row(const Quantizer& quantizer, std::span<const float> values) : bytes(quantizer.rowBytes()) {
        quantizer.encode(values, bytes.data());
        coarse = bytes.data();
        fine = coarse + quantizer.coarseBytes();
    }
    std::vector<std::byte> bytes;
    std::byte* coarse;
    std::byte* fine;
};

} // namespace

class TestQuantizer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void productsAreThoseOfTheRows_data() {
        QTest::addColumn<int>("dim");
        for (const int dim : {1, 15, 16, 17, 31, 32, 33, 100, 256, 511, 8192})
            QTest::addRow("%d values", dim) << dim;
    }
    void productsAreThoseOfTheRows() {
        QFETCH(const int, dim);
        const Matrix rows = latentLike(20, static_cast<size_t>(dim), 3);
        const Quantizer quantizer(rows.cols());
        for (size_t i = 1; i < rows.rows(); ++i) {
            const Row row(quantizer, rows.row(i));
            const Row other(quantizer, rows.row(i - 1));
            const auto query = quantizer.encodeQuery(rows.row(i - 1));
            const float truth = product(rows.row(i - 1), rows.row(i));
            QVERIFY(std::abs(quantizer.score(query, row.coarse, row.fine) - truth) < 3e-4F);
            QVERIFY(std::abs(quantizer.coarseScore(query, row.coarse) - truth) < 4e-3F);
            QVERIFY(std::abs(-quantizer.distance()(row.coarse, other.coarse, &quantizer.paddedDim()) - truth) < 8e-3F);
            QVERIFY(quantizer.isUnit(row.coarse, row.fine));
        }
    }

    void everyInstructionSetComputesTheSameToTheLastBit() {
        for (const size_t dim : {1, 31, 32, 33, 256, 8192}) {
            const Matrix rows = latentLike(2, dim, 4);
            const Quantizer plain(dim, Simd::plain);
            const Quantizer best(dim);
            const Row a(plain, rows.row(0));
            const Row b(best, rows.row(1));
            const auto query = plain.encodeQuery(rows.row(0));
            QCOMPARE(best.score(query, b.coarse, b.fine), plain.score(query, b.coarse, b.fine));
            QCOMPARE(best.coarseScore(query, b.coarse), plain.coarseScore(query, b.coarse));
            QCOMPARE(best.distance()(a.coarse, b.coarse, &best.paddedDim()),
                     plain.distance()(a.coarse, b.coarse, &plain.paddedDim()));
        }
    }

    // The largest sums there can be: all values alike.
    void noSumOverflows() {
        const std::vector<float> alike(Quantizer::kLargestDim, 1 / std::sqrt(float{Quantizer::kLargestDim}));
        for (const Simd simd : {Simd::plain, bestSimd()}) {
            const Quantizer quantizer(alike.size(), simd);
            const Row row(quantizer, alike);
            const auto query = quantizer.encodeQuery(alike);
            QVERIFY(std::abs(quantizer.score(query, row.coarse, row.fine) - 1) < 1e-4F);
            QVERIFY(std::abs(quantizer.coarseScore(query, row.coarse) - 1) < 1e-4F);
            QVERIFY(std::abs(quantizer.distance()(row.coarse, row.coarse, &quantizer.paddedDim()) + 1) < 1e-4F);
        }
    }

    void aRowOfAnotherLengthIsNoUnitRow() {
        const Matrix rows = latentLike(1, 100, 5);
        const Quantizer quantizer(rows.cols());
        for (const float factor : {0.9F, 1.1F, -1.0F, 1e20F}) {
            Row row(quantizer, rows.row(0));
            float scale = 0;
            std::byte* const place = row.fine - sizeof scale;
            std::memcpy(&scale, place, sizeof scale);
            scale *= factor;
            std::memcpy(place, &scale, sizeof scale);
            QVERIFY(!quantizer.isUnit(row.coarse, row.fine));
        }
    }

    void aRowTakesThreeBytesForTwoValues() { QCOMPARE(Quantizer(256).rowBytes(), size_t{256 + 4 + 128}); }
};

QTEST_GUILESS_MAIN(TestQuantizer)
#include "test_quantizer.moc"

#include "core/eval/near_duplicates.h"
#include "support/latent_like.h"

#include <QtTest/QTest>
#include <random>

using namespace fusefind;

namespace {

// Row `to` becomes row `from`, about their mean, with noise that leaves this cosine.
void plant(Matrix& rows, size_t from, size_t to, float cosine, uint32_t seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> noise(rows.cols());
    for (float& value : noise)
        value = normal(random);
    normalizeInPlace(noise);
    const float share = std::sqrt(1 - cosine * cosine);
    for (size_t d = 0; d < rows.cols(); ++d)
        rows.row(to)[d] = cosine * rows.row(from)[d] + share * noise[d];
}

} // namespace

class TestNearDuplicates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plantedOnesAreFoundAndNothingElse() {
        constexpr size_t kRows = 1500; // more than a block
        Matrix rows = latentLike(kRows, 256, 1);
        plant(rows, 3, 4, 0.99F, 1);
        plant(rows, 10, 1400, 0.99F, 2);
        plant(rows, 1400, 700, 0.99F, 3);
        plant(rows, 20, 21, 0.96F, 4); // not near enough
        const auto groups = nearDuplicates(rows).value();
        for (size_t i = 0; i < kRows; ++i) {
            const size_t expected = i == 4 ? 3 : i == 1400 || i == 700 ? 10 : i;
            QCOMPARE(groups[i], static_cast<int64_t>(expected));
        }
    }

    // As the latents of sound encoders do: every two have a cosine above 0.99.
    void aDirectionThatAllShareMakesNoDuplicates() {
        Matrix rows = latentLike(300, 64, 2);
        for (size_t i = 0; i < rows.rows(); ++i)
            for (float& value : rows.row(i))
                value += 2;
        plant(rows, 5, 6, 0.9999F, 5);
        const auto groups = nearDuplicates(rows).value();
        for (size_t i = 0; i < rows.rows(); ++i)
            QCOMPARE(groups[i], static_cast<int64_t>(i == 6 ? 5 : i));
    }

    void fewRowsAndManyEqualOnesAreNoTrouble() {
        QVERIFY(nearDuplicates(Matrix()).value().empty());
        QCOMPARE(nearDuplicates(latentLike(1, 8, 1)).value(), std::vector<int64_t>{0});
        Matrix rows = latentLike(2000, 32, 3);
        for (size_t i = 1000; i < 2000; ++i)
            std::ranges::copy(rows.row(0), rows.row(i).begin());
        const auto groups = nearDuplicates(rows).value();
        QCOMPARE(std::ranges::count(groups, 0), std::ptrdiff_t{1001});
    }

    void itStopsWhenTold() {
        NearDuplicateOptions options;
        options.goesOn = [] { return false; };
        const auto groups = nearDuplicates(latentLike(600, 16, 4), options);
        QVERIFY(!groups && groups.error().code == ErrorCode::cancelled);
    }

    void fourThousandItemsTakeNoTime() {
        const Matrix rows = latentLike(4000, 1280, 5);
        QElapsedTimer clock;
        clock.start();
        (void)nearDuplicates(rows).value();
        qInfo("4,000 rows of 1,280: %lld ms", clock.elapsed());
    }
};

QTEST_GUILESS_MAIN(TestNearDuplicates)
#include "test_near_duplicates.moc"

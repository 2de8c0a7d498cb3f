#include "core/search/fold_similar.h"
#include "support/latent_like.h"

#include <QtTest/QTest>
#include <cmath>
#include <limits>

using namespace fusefind;

class TestFoldSimilar : public QObject {
    Q_OBJECT

    static constexpr size_t kDim = 64;
    const Matrix distinct_ = latentLike(20, kDim, 1);

    // Unit points [count, 2], each turned from the one before by `cosine`.
    static Matrix turned(size_t count, float cosine) {
        Matrix points(count, 2);
        for (size_t i = 0; i < count; ++i) {
            const float angle = static_cast<float>(i) * std::acos(cosine);
            points.row(i)[0] = std::cos(angle);
            points.row(i)[1] = std::sin(angle);
        }
        return points;
    }

    static std::vector<FoldCandidate> picturesOf(const Matrix& latents) {
        std::vector<FoldCandidate> hits;
        for (size_t i = 0; i < latents.rows(); ++i)
            hits.push_back({ItemKind::image, {}, latents.row(i)});
        return hits;
    }

    static std::vector<size_t> asTheyAre(size_t count) {
        std::vector<size_t> places;
        for (size_t i = 0; i < count; ++i)
            places.push_back(i);
        return places;
    }

private Q_SLOTS:
    void distinctPicturesStayApart() { QCOMPARE(foldSimilar(picturesOf(distinct_)), asTheyAre(20)); }

    void plantedVariantsFoldUnderTheBestRanked() {
        Matrix latents = distinct_;
        for (size_t i = 10; i < 20; ++i) { // 19 is a variant of 0, 18 of 1 …
            const auto original = distinct_.row(19 - i);
            for (size_t d = 0; d < kDim; ++d)
                latents.row(i)[d] = original[d] + 0.02F * distinct_.row(i)[d];
        }
        normalizeRows(latents);
        const auto folded = foldSimilar(picturesOf(latents));
        for (size_t i = 0; i < 20; ++i)
            QCOMPARE(folded[i], i < 10 ? i : 19 - i);
    }

    void copiesFoldWhateverTheyAreCalled() {
        Matrix latents;
        for (const size_t original : {3, 5, 3, 5, 3})
            latents.append(distinct_.row(original));
        QCOMPARE(foldSimilar(picturesOf(latents)), (std::vector<size_t>{0, 1, 0, 1, 0}));
    }

    void aChainOfSmallChangesDoesNotBecomeOneShot() {
        const Matrix latents = turned(40, 0.97F);
        const auto folded = foldSimilar(picturesOf(latents));
        size_t leaders = 0;
        for (size_t i = 0; i < folded.size(); ++i) {
            leaders += folded[i] == i ? 1 : 0;
            QCOMPARE(folded[folded[i]], folded[i]);
            const auto a = latents.row(i);
            const auto b = latents.row(folded[i]);
            QVERIFY(a[0] * b[0] + a[1] * b[1] >= kSameShot);
        }
        QVERIFY(leaders > 5);
    }

    void aPictureJoinsTheMostSimilarOfTwoShots() {
        Matrix latents = turned(3, 0.96F); // 0 and 2 are apart, 1 between them
        std::swap_ranges(latents.row(1).begin(), latents.row(1).end(), latents.row(2).begin());
        latents.row(2)[0] += 0.1F * latents.row(1)[0];
        latents.row(2)[1] += 0.1F * latents.row(1)[1];
        normalizeRows(latents);
        QCOMPARE(foldSimilar(picturesOf(latents)), (std::vector<size_t>{0, 1, 1}));
    }

    void whatWasTakenTogetherNeedsLessLikeness() {
        const Matrix latents = turned(2, 0.9F);
        auto hits = picturesOf(latents);
        QCOMPARE(foldSimilar(hits), asTheyAre(2));
        hits[0].takenMs = 1'000'000;
        QCOMPARE(foldSimilar(hits), asTheyAre(2));
        hits[1].takenMs = 1'000'000 - kBurstMs;
        QCOMPARE(foldSimilar(hits), (std::vector<size_t>{0, 0}));
        hits[1].takenMs = 1'000'001 + kBurstMs;
        QCOMPARE(foldSimilar(hits), asTheyAre(2));
        hits[0].takenMs = std::numeric_limits<int64_t>::min();
        hits[1].takenMs = std::numeric_limits<int64_t>::max();
        QCOMPARE(foldSimilar(hits), asTheyAre(2));
    }

    void soundsAndWhatHasNoLatentStayApart() {
        Matrix latents;
        for (int i = 0; i < 4; ++i)
            latents.append(distinct_.row(0));
        auto hits = picturesOf(latents);
        hits[0].kind = ItemKind::audio;
        hits[1].latent = {};
        QCOMPARE(foldSimilar(hits), (std::vector<size_t>{0, 1, 2, 2}));
        QVERIFY(foldSimilar({}).empty());
    }
};

QTEST_APPLESS_MAIN(TestFoldSimilar)
#include "test_fold_similar.moc"

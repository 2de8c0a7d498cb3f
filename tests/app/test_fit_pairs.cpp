#include "app/pairs_to_encode.h"
#include "core/base/atomic_file.h"
#include "core/library/datasets/pair_pages.h"
#include "gpu/jobs/fit_pairs.h"
#include "gpu/jobs/latent_rows.h"

#include <QtTest/QTest>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <ranges>

using namespace fusefind;

namespace {

struct Fixture : PairsToEncode {
    Status fit() {
        return engine.run(
            [&](Workspace& workspace, JobContext& context) { return fitPairs(workspace, dataSet, context); });
    }
    std::vector<DataPair> pairs(const DataPairFilter& filter = {}) {
        return dataPage(database, {dataSet, filter, 0, 100}).value().pairs;
    }
    // Points of all of them, without the code under test.
    Matrix points(Modality modality, const std::vector<Sha256>& contents) {
        Matrix points;
        const Status done = engine.run([&](Workspace& workspace, JobContext&) -> Status {
            FUSEFIND_TRY_ASSIGN(const auto space, workspace.spaces().load({}));
            const auto& encoders = space->info().modalities.at(modality).encoders;
            FUSEFIND_TRY_ASSIGN(const LatentRows rows, storedLatents(workspace, modality, encoders, contents));
            FUSEFIND_TRY_ASSIGN(points, space->project(modality, rows.rows));
            return {};
        });
        return done ? points : Matrix();
    }
};

float cosine(std::span<const float> a, std::span<const float> b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0F);
}

} // namespace

// With real encoders and the default space.
class TestFitPairs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPairIsComparedWithTheFilesOfAllOthers() {
        Fixture fixture;
        QVERIFY(fixture.encode());
        QVERIFY(fixture.fit());
        const auto pairs = fixture.pairs({.kinds = {DataPairKind::imageText}});
        QCOMPARE(pairs.size(), size_t{20});
        std::vector<Sha256> pictures;
        std::vector<Sha256> captions;
        for (const DataPair& pair : pairs) {
            pictures.push_back(hashFile(pair.image).value());
            captions.push_back(hashBytes(std::as_bytes(std::span(pair.caption))));
        }
        const Matrix pictureRows = fixture.points(Modality::image, pictures);
        const Matrix captionRows = fixture.points(Modality::text, captions);
        for (size_t i = 0; i < pairs.size(); ++i) {
            const float own = cosine(pictureRows.row(i), captionRows.row(i));
            std::vector<double> others;
            for (size_t j = 0; j < pairs.size(); ++j)
                if (j != i) others.push_back(cosine(pictureRows.row(j), captionRows.row(i)));
            const double mean = std::accumulate(others.begin(), others.end(), 0.0) / double(others.size());
            double variance = 0;
            for (const double other : others)
                variance += (other - mean) * (other - mean) / double(others.size());
            QVERIFY(std::abs(pairs[i].fit.value() - (own - mean) / std::sqrt(variance)) < 2e-3);
            const auto nearer = std::ranges::count_if(others, [&](double other) { return other > own; });
            QCOMPARE(pairs[i].rank.value(), nearer + 1);
        }
    }

    void theOrdersShowTheWorstFirstAndTheUnknownLast() {
        Fixture fixture;
        QVERIFY(fixture.encode());
        QVERIFY(fixture.database.execute("UPDATE data_captions SET text = 'nobody has encoded this' WHERE id = 1"));
        QVERIFY(fixture.fit());
        const auto misfits = fixture.pairs({.order = PairOrder::misfits});
        QCOMPARE(misfits.size(), size_t{24});
        QCOMPARE(misfits.back().caption, std::string("nobody has encoded this"));
        QVERIFY(!misfits.back().fit && !misfits.back().rank);
        const std::span known(misfits.data(), misfits.size() - 1);
        QVERIFY(std::ranges::is_sorted(known, {}, [](const DataPair& pair) { return pair.fit.value(); }));
        const auto hardest = fixture.pairs({.order = PairOrder::rank});
        QVERIFY(std::ranges::is_sorted(std::span(hardest.data(), hardest.size() - 1), std::greater(),
                                       [](const DataPair& pair) { return pair.rank.value(); }));
        const auto sounds = fixture.pairs({.kinds = {DataPairKind::audioText}, .order = PairOrder::misfits});
        QCOMPARE(sounds.size(), size_t{4});
    }

    void filesOfTheSameContentStandTogether() {
        Fixture fixture;
        std::filesystem::copy_file(fixture.folder / "picture-3.png", fixture.folder / "copy.png");
        const std::string csv = readFile(fixture.folder / "metadata.csv").value();
        QVERIFY(writeFileAtomically(fixture.folder / "metadata.csv", csv + "copy.png,the third once more\n"));
        fixture.read();
        QVERIFY(fixture.fit());
        const auto pairs = fixture.pairs({.order = PairOrder::twins});
        QCOMPARE(pairs.size(), size_t{25});
        QVERIFY(pairs[0].hasTwins && pairs[1].hasTwins && !pairs[2].hasTwins);
        QVERIFY(pairs[1].image.filename() == "copy.png" || pairs[0].image.filename() == "copy.png");
        QVERIFY(!pairs[0].fit); // nothing has been encoded
    }

    void nothingIsKnownOfAFolderThatWasReadAgain() {
        Fixture fixture;
        QVERIFY(fixture.encode());
        QVERIFY(fixture.fit());
        fixture.read();
        const auto pairs = fixture.pairs({.order = PairOrder::misfits});
        QCOMPARE(pairs.size(), size_t{24});
        QVERIFY(std::ranges::none_of(pairs, [](const DataPair& pair) { return pair.fit.has_value(); }));
        QCOMPARE(fixture.database.integer("SELECT count(*) FROM pair_fits").value().value(), int64_t{0});
    }

    void aDataSetThatIsGoneIsAnError() {
        Fixture fixture;
        fixture.dataSet = 77;
        const Status refused = fixture.fit();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::notFound);
    }
};

QTEST_GUILESS_MAIN(TestFitPairs)
#include "test_fit_pairs.moc"

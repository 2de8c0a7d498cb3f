#include "app/engine_fixture.h"
#include "app/worker/map_method.h"
#include "core/library/datasets/data_sets.h"
#include "gpu/jobs/paired_latents.h"
#include "support/small_data.h"

#include <QtTest/QTest>
#include <algorithm>
#include <cmath>
#include <set>

using namespace fusefind;

namespace {

struct Fixture {
    Fixture() : folder(std::filesystem::canonical(engine.folder.path()) / "pairs") {
        writePairs(folder, 20, 4);
        auto database = Database::connect(engine.workspace->dataDir().database()).value();
        dataSet = storeDataSet(database, checkPairs(std::span(&folder, 1), {}).value()).value().id;
    }

    Result<MapAnswer> draw(const std::stop_token& stop = {}, const std::function<void()>& onStep = {}) {
        steps.clear();
        return drawMap(dataSet, engine.queue, *engine.workspace, stop, {}, [&](const MapStep& step) {
            steps.push_back(step);
            if (onStep) onStep();
        });
    }
    // With the encoders of the space in use, as a training does.
    Status encode() {
        return engine.run([&](Workspace& workspace, JobContext& context) -> Status {
            FUSEFIND_TRY_ASSIGN(const auto space, workspace.spaces().load({}));
            EncoderChoice encoders;
            for (const auto& [modality, made] : space->info().modalities)
                encoders[modality] = made.encoders;
            FUSEFIND_TRY(encodePairs(workspace, std::span(&folder, 1), encoders, context));
            return {};
        });
    }

    EngineFixture engine;
    std::filesystem::path folder;
    int64_t dataSet = 0;
    std::vector<MapStep> steps;
};

} // namespace

class TestMapMethod : public QObject {
    Q_OBJECT

    std::unique_ptr<Fixture> fixture_;

private Q_SLOTS:
    void initTestCase() { fixture_ = std::make_unique<Fixture>(); }
    void cleanupTestCase() { fixture_.reset(); }

    void whatHasNotBeenEncodedIsCountedAndLeftOut() {
        const auto answer = fixture_->draw().value();
        QCOMPARE(answer.shown, int64_t{0});
        QCOMPARE(answer.notEncoded, int64_t{24});
        for (const MapStep& step : fixture_->steps)
            QVERIFY(step.pairs.empty() && step.places.empty());
    }

    void whatHasBeenEncodedIsShownAtOnceAndThenArranged() {
        QVERIFY(fixture_->encode());
        const auto answer = fixture_->draw().value();
        QCOMPARE(answer.shown, int64_t{24});
        QCOMPARE(answer.notEncoded, int64_t{0});
        const MapStep& first = fixture_->steps.front();
        QCOMPARE(std::set(first.pairs.begin(), first.pairs.end()).size(), size_t{24});
        QCOMPARE(std::ranges::count(first.kinds, DataPairKind::audioText), std::ptrdiff_t{4});
        for (const float score : first.scores)
            QVERIFY(score >= -1.001F && score <= 1.001F);
        const MapStep& last = fixture_->steps.back();
        QVERIFY(last.pairs.empty());
        QCOMPARE(last.places.size(), size_t{48});
        QVERIFY(std::ranges::all_of(last.places, [](float value) { return std::isfinite(value); }));
        QVERIFY(last.places != first.places);
    }

    void theSameDataSetHasTheSameMapAgain() {
        QVERIFY(fixture_->draw());
        const auto before = fixture_->steps.back().places;
        QVERIFY(fixture_->draw());
        QVERIFY(fixture_->steps.back().places == before);
    }

    void aPairOfWhichOneHalfIsEncodedHasNoScore() {
        auto database = Database::connect(fixture_->engine.workspace->dataDir().database()).value();
        QVERIFY(database.execute("UPDATE data_captions SET text = 'nobody has encoded this' WHERE id = 1"));
        QCOMPARE(fixture_->draw().value().shown, int64_t{24});
        QCOMPARE(std::ranges::count(fixture_->steps.front().scores, kNoScore), std::ptrdiff_t{1});
    }

    void aCancelledMapStops() {
        std::stop_source source;
        const auto stopped = fixture_->draw(source.get_token(), [&] { source.request_stop(); });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::cancelled);
        QCOMPARE(fixture_->steps.size(), size_t{1});
    }

    void aDataSetThatIsGoneIsAnError() {
        const auto refused =
            drawMap(77, fixture_->engine.queue, *fixture_->engine.workspace, {}, {}, [](const MapStep&) {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::notFound);
    }
};

QTEST_GUILESS_MAIN(TestMapMethod)
#include "test_map_method.moc"

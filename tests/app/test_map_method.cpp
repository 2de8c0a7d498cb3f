#include "app/pairs_to_encode.h"
#include "app/worker/map_method.h"

#include <QtTest/QTest>
#include <algorithm>
#include <cmath>
#include <set>

using namespace fusefind;

namespace {

struct Fixture : PairsToEncode {
    Result<MapAnswer> draw(const std::stop_token& stop = {}, const std::function<void()>& onStep = {}) {
        steps.clear();
        return drawMap(dataSet, engine.queue, *engine.workspace, stop, {}, [&](const MapStep& step) {
            steps.push_back(step);
            if (onStep) onStep();
        });
    }

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
        QVERIFY(fixture_->database.execute("UPDATE data_captions SET text = 'nobody has encoded this' WHERE id = 1"));
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

#include "app/made_up_pairs.h"
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

// Of the default space, whose pairs take long to be projected.
std::vector<MapStep> mapOfMadeUpPairs(int count) {
    EngineFixture engine;
    if (engine.command({"models", "add", FUSEFIND_MODELS_DIR "/efficientnet-lite2"}) != 0) qFatal("no encoder");
    int64_t dataSet = 0;
    const Status kept = engine.run([&](Workspace& workspace, JobContext&) -> Status {
        FUSEFIND_TRY_ASSIGN(dataSet, keepMadeUpPairs(workspace, count));
        return {};
    });
    if (!kept) qFatal("%s", kept.error().text().c_str());
    std::vector<MapStep> steps;
    const auto answer =
        drawMap(dataSet, engine.queue, *engine.workspace, {}, {}, [&](const MapStep& step) { steps.push_back(step); });
    if (!answer || answer->shown != count) qFatal("not all of them are shown");
    return steps;
}

// Pearson's, of one coordinate of each two places.
double correlation(std::span<const float> a, std::span<const float> b, size_t axis) {
    double sumA = 0, sumB = 0, squaresA = 0, squaresB = 0, products = 0, count = 0;
    for (size_t i = axis; i < a.size(); i += 2, ++count) {
        sumA += a[i];
        sumB += b[i];
        squaresA += double{a[i]} * a[i];
        squaresB += double{b[i]} * b[i];
        products += double{a[i]} * b[i];
    }
    return (products - sumA * sumB / count) /
           std::sqrt((squaresA - sumA * sumA / count) * (squaresB - sumB * sumB / count));
}

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

    void ofALargeDataSetEveryPairHasAPlaceThatIsNearItsOwnBeforeThatIsKnown() {
        constexpr size_t kSample = 2048;
        constexpr size_t kPairs = 3000;
        const std::vector<MapStep> steps = mapOfMadeUpPairs(kPairs);
        QCOMPARE(steps[0].pairs.size(), kSample);
        QVERIFY(std::ranges::find(steps[0].scores, kNoScore) == steps[0].scores.end());
        const MapStep& guessed = steps[1];
        QCOMPARE(guessed.pairs.size(), kPairs - kSample);
        QCOMPARE(std::ranges::count(guessed.scores, kNoScore), std::ptrdiff_t{kPairs - kSample});

        const auto own = std::ranges::find_if(
            steps, [](const MapStep& step) { return step.scores.size() == kPairs && step.scores.back() != kNoScore; });
        QVERIFY(own != steps.end());
        QVERIFY(std::ranges::find(own->scores, kNoScore) == own->scores.end());
        QVERIFY(std::equal(steps[0].places.begin(), steps[0].places.end(), own->places.begin()));
        for (const size_t axis : {size_t{0}, size_t{1}}) {
            const double likeness = correlation(guessed.places, std::span(own->places).subspan(2 * kSample), axis);
            QVERIFY2(likeness > 0.5, qPrintable(QString::number(likeness)));
        }
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

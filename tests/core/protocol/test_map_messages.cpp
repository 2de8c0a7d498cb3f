#include "core/protocol/frame.h"
#include "core/protocol/map_messages.h"
#include "support/damaged.h"

#include <QtTest/QTest>
#include <limits>

using namespace fusefind;

namespace {

MapStep anyStep() {
    return {{4, 5, int64_t{1} << 40},
            {DataPairKind::imageText, DataPairKind::imageAudio, DataPairKind::audioText},
            {0.5F, kNoScore, -0.25F},
            {1, 2, 3, 4, 5, -6}};
}

} // namespace

class TestMapMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBackAsItWas() {
        QVERIFY(toJson(mapStepFromJson(toJson(anyStep())).value()) == toJson(anyStep()));
        for (const MapStep& moved : {MapStep{{}, {}, {}, {1, 2, 3, 4}}, MapStep{{}, {}, {0.5F, 1}, {1, 2, 3, 4}}})
            QVERIFY(toJson(mapStepFromJson(toJson(moved)).value()) == toJson(moved));
        const MapAnswer answer{5, 7};
        QVERIFY(toJson(mapAnswerFromJson(toJson(answer)).value()) == toJson(answer));
        const PairNumbers numbers{{3, 1, 2}};
        QVERIFY(pairNumbersFromJson(toJson(numbers)).value().pairs == numbers.pairs);
    }

    void whatDoesNotFitTogetherIsRefused_data() {
        QTest::addColumn<int>("wrong");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("kinds") << 0 << QByteArray("kind");
        QTest::newRow("scores") << 1 << QByteArray("score");
        QTest::newRow("places") << 2 << QByteArray("place");
        QTest::newRow("coordinate") << 3 << QByteArray("coordinate");
        QTest::newRow("unknown kind") << 4 << QByteArray("unknown");
        QTest::newRow("not a number") << 5 << QByteArray("places");
        QTest::newRow("negative") << 6 << QByteArray("pairs");
        QTest::newRow("new scores") << 7 << QByteArray("score");
    }
    void whatDoesNotFitTogetherIsRefused() {
        QFETCH(int, wrong);
        QFETCH(QByteArray, named);
        MapStep step = anyStep();
        if (wrong == 0) step.kinds.pop_back();
        if (wrong == 1) step.scores.push_back(1);
        if (wrong == 2) step.places.resize(4);
        if (wrong == 3) step.places.pop_back();
        if (wrong == 4) step.kinds[0] = static_cast<DataPairKind>(3);
        if (wrong == 5) step.places[0] = std::numeric_limits<float>::quiet_NaN();
        if (wrong == 6) step.pairs[0] = -1;
        if (wrong == 7) step = {{}, {}, {0.5F}, {1, 2, 3, 4}};
        const auto refused = mapStepFromJson(toJson(step));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::invalidInput);
        QVERIFY2(refused.error().what.find(named.toStdString()) != std::string::npos, refused.error().what.c_str());
    }

    void aDamagedFrameIsAnErrorOrAStepThatFitsTogether() {
        const std::string whole = encodeFrame(Partial{1, toJson(anyStep())}).value();
        std::mt19937 random(1);
        for (int round = 0; round < 20'000; ++round) {
            FrameReader reader;
            reader.feed(whole.substr(0, 4));
            reader.feed(damaged(whole.substr(4), random));
            const auto message = reader.next();
            const auto* const partial = message && *message ? std::get_if<Partial>(&**message) : nullptr;
            const auto step = partial ? mapStepFromJson(partial->value) : Result<MapStep>(fail(ErrorCode::io, {}));
            if (!step) continue;
            QCOMPARE(step->kinds.size(), step->pairs.size());
            QCOMPARE(step->scores.size(), step->pairs.size());
            QVERIFY(step->pairs.empty() || step->places.size() == 2 * step->pairs.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestMapMessages)
#include "test_map_messages.moc"

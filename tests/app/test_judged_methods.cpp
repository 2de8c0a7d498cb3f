#include "app/worker/judged_methods.h"
#include "core/protocol/methods.h"
#include "support/library_fixture.h"

#include <QtTest/QTest>

using namespace fusefind;

class TestJudgedMethods : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aJudgementIsKeptCountedAndFoundAgain() {
        LibraryFixture fixture;
        fixture.write("a.jpg", "a");
        fixture.scan();
        JudgedMethods methods(fixture.databaseFile());
        const Judgement judgement{{{"a dog", {}, true, 1}}, fixture / "a.jpg", Verdict::good, 2, "mine"};
        const auto counts = methods.answer(method::kJudge, toJson(judgement)).and_then(judgedCountsFromJson).value();
        QCOMPARE(counts.within[0].judged, int64_t{0});
        QCOMPARE(counts.within[1].good, int64_t{1});
        const auto hits =
            methods.answer(method::kJudged, judgedQueryJson(judgement.terms)).and_then(judgedHitsFromJson).value();
        QCOMPARE(hits.size(), size_t{1});
        QCOMPARE(hits[0].path, fixture / "a.jpg");
        const auto elsewhere =
            methods.answer(method::kJudgedCounts, {{"space", "other"}}).and_then(judgedCountsFromJson);
        QCOMPARE(elsewhere->all.good, int64_t{1});
        QCOMPARE(elsewhere->within[2].judged, int64_t{0});
    }

    void badParametersAreSaid() {
        LibraryFixture fixture;
        JudgedMethods methods(fixture.databaseFile());
        for (const char* method : {method::kJudge, method::kJudged, method::kJudgedCounts}) {
            QVERIFY(JudgedMethods::handles(method));
            QVERIFY(!methods.answer(method, Json::object()));
            QVERIFY(!methods.answer(method, Json::array()));
        }
        QVERIFY(!JudgedMethods::handles(method::kSearch));
        QCOMPARE(methods.answer(method::kSearch, {}).error().code, ErrorCode::unsupported);
    }
};

QTEST_GUILESS_MAIN(TestJudgedMethods)
#include "test_judged_methods.moc"

#include "core/library/judged_pairs.h"
#include "support/library_fixture.h"

#include <QtTest/QTest>

using namespace fusefind;

namespace {

struct Fixture : LibraryFixture {
    Fixture() {
        write("a.jpg", "a");
        write("b.jpg", "b");
        write("c.wav", "c");
        scan();
    }

    Status say(const std::vector<QueryTerm>& terms, const char* name, std::optional<Verdict> verdict, int64_t rank = 1,
               const char* space = "mine") {
        return judge(database(), {terms, *this / name, verdict, rank, space});
    }
    std::string said(const std::vector<QueryTerm>& terms) {
        std::string all;
        const auto hits = judgedHits(database(), terms).value();
        for (const JudgedHit& hit : hits)
            all += hit.path.filename().native() + (hit.verdict == Verdict::good ? "+ " : "- ");
        return all;
    }
};

const std::vector<QueryTerm> kDog{{"a dog", {}, true, 1}};
const std::vector<QueryTerm> kLike{{{}, "/q.wav", true, 1}};
const std::vector<QueryTerm> kBoth{{"a dog", {}, true, 2}, {"a cat", {}, false, 1}};

} // namespace

class TestJudgedPairs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaidIsKeptByQueryAndMayBeTakenBack() {
        Fixture fixture;
        QVERIFY(fixture.say(kDog, "a.jpg", Verdict::good));
        QVERIFY(fixture.say(kDog, "b.jpg", Verdict::bad));
        QVERIFY(fixture.say(kLike, "a.jpg", Verdict::bad));
        QVERIFY(fixture.say(kBoth, "b.jpg", Verdict::good));
        QCOMPARE(fixture.said(kDog), std::string("a.jpg+ b.jpg- "));
        QCOMPARE(fixture.said(kLike), std::string("a.jpg- "));
        QCOMPARE(fixture.said(kBoth), std::string("b.jpg+ "));
        QVERIFY(fixture.say(kDog, "a.jpg", Verdict::bad));
        QVERIFY(fixture.say(kDog, "b.jpg", std::nullopt));
        QCOMPARE(fixture.said(kDog), std::string("a.jpg- "));
        QCOMPARE(judgedCounts(fixture.database(), "mine").value().all.judged, int64_t{3});
    }

    void theWeightOfAnOnlyTermIsNoOtherQuestionButThatOfSeveralIs() {
        Fixture fixture;
        QVERIFY(fixture.say({{"a dog", {}, true, 3}}, "a.jpg", Verdict::good));
        QCOMPARE(fixture.said(kDog), std::string("a.jpg+ "));
        QVERIFY(fixture.say(kBoth, "a.jpg", Verdict::good));
        auto heavier = kBoth;
        heavier.front().weight = 5;
        QCOMPARE(fixture.said(heavier), std::string(""));
    }

    void aFileThatIsMovedKeepsWhatWasSaid() {
        Fixture fixture;
        QVERIFY(fixture.say(kDog, "a.jpg", Verdict::good));
        std::filesystem::rename(fixture / "a.jpg", fixture / "z.jpg");
        fixture.scan();
        QCOMPARE(fixture.said(kDog), std::string("z.jpg+ "));
    }

    void aFileThatIsNotInTheLibraryIsNamed() {
        Fixture fixture;
        const Status refused = fixture.say(kDog, "none.jpg", Verdict::good);
        QVERIFY(!refused && refused.error().code == ErrorCode::notFound);
    }

    void goodOnesAreCountedAmongTheFirstOfTheirSpace() {
        Fixture fixture;
        QVERIFY(fixture.say(kDog, "a.jpg", Verdict::good, 1));
        QVERIFY(fixture.say(kDog, "b.jpg", Verdict::bad, 4));
        QVERIFY(fixture.say(kDog, "c.wav", Verdict::good, 10));
        QVERIFY(fixture.say(kLike, "a.jpg", Verdict::good, 11));
        QVERIFY(fixture.say(kLike, "b.jpg", Verdict::good, 1, "other"));
        const JudgedCounts counts = judgedCounts(fixture.database(), "mine").value();
        QCOMPARE(counts.all.judged, int64_t{5});
        QCOMPARE(counts.all.good, int64_t{4});
        const std::array<std::pair<int64_t, int64_t>, 3> expected{{{1, 1}, {1, 2}, {2, 3}}};
        for (size_t k = 0; k < expected.size(); ++k) {
            QCOMPARE(counts.within[k].good, expected[k].first);
            QCOMPARE(counts.within[k].judged, expected[k].second);
        }
        QCOMPARE(judgedCounts(fixture.database(), "none").value().within[2].judged, int64_t{0});
    }

    void onlyGoodResultsOfATextAloneCanBeLearntFrom() {
        Fixture fixture;
        QVERIFY(fixture.say(kBoth, "a.jpg", Verdict::good));
        QVERIFY(fixture.say(kLike, "a.jpg", Verdict::good));
        QVERIFY(fixture.say({{"no dog", {}, false, 1}}, "a.jpg", Verdict::good));
        QVERIFY(fixture.say(kDog, "a.jpg", Verdict::bad));
        QVERIFY(fixture.say(kDog, "c.wav", Verdict::good));
        QVERIFY(fixture.say(kDog, "b.jpg", Verdict::good));
        fixture.write("another b.jpg", "b");
        std::filesystem::remove(fixture / "c.wav");
        fixture.scan();
        const auto pairs = goodPairs(fixture.database()).value();
        QCOMPARE(pairs.size(), size_t{1});
        QCOMPARE(pairs[0].text, std::string("a dog"));
        QCOMPARE(pairs[0].file, fixture / "another b.jpg");
        QVERIFY(pairs[0].kind == ItemKind::image);
    }
};

QTEST_GUILESS_MAIN(TestJudgedPairs)
#include "test_judged_pairs.moc"

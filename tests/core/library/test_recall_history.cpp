#include "core/base/atomic_file.h"
#include "core/library/file_contents.h"
#include "core/library/recall_history.h"
#include "support/data_set_fixture.h"

#include <QtTest/QTest>

using namespace fusefind;
namespace fs = std::filesystem;

namespace {

Sha256 basis(int number) {
    return hashBytes(std::as_bytes(std::span(&number, 1)));
}

std::vector<DirectionRecall> recalls(double r1) {
    const Recall there{r1, 100.0 / 3, 200.0 / 3, 3, 7};
    const Recall back{r1 / 2, 50, 0.1 + 0.2, 7, 3};
    return {{Modality::image, Modality::text, there, {}}, {Modality::text, Modality::image, back, {}}};
}

struct Fixture : DataSetFixture {
    Fixture() {
        pictures(3);
        store();
    }
    Status remember(int on, double r1, const char* space = "mine") {
        return rememberRecall(database, {info.id, space, basis(on), recalls(r1)});
    }
    std::vector<RecallPoint> history(int64_t most = 1000) { return recallHistory(database, info.id, most).value(); }
};

} // namespace

class TestRecallHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasMeasuredComesBackToTheLastDigit() {
        Fixture fixture;
        QVERIFY(fixture.remember(1, 100.0 / 7));
        const auto known = recallOn(fixture.database, fixture.info.id, basis(1)).value();
        QVERIFY(known.has_value());
        for (size_t i = 0; i < 2; ++i)
            QVERIFY(toJson(known->at(i)) == toJson(recalls(100.0 / 7)[i]));
        QVERIFY(known->at(1).recall.r10 == 0.1 + 0.2);
        QVERIFY(!recallOn(fixture.database, fixture.info.id, basis(2)).value());
    }

    void theMeanOfFullMarksIsFullMarks() {
        Fixture fixture;
        const Recall full{100, 100, 100, 5, 5};
        const std::vector<DirectionRecall> six(6, {Modality::image, Modality::text, full, {}});
        QVERIFY(rememberRecall(fixture.database, {fixture.info.id, "mine", basis(1), six}));
        QVERIFY(fixture.history().at(0).r10 == 100); // a sixth of 100 six times is more, which no window would read
    }

    void theSameAgainIsNotToldTwiceButThatOfAnotherSpaceIs() {
        Fixture fixture;
        QVERIFY(fixture.remember(1, 10));
        QVERIFY(fixture.remember(1, 10));
        QCOMPARE(fixture.history().size(), size_t{1});
        QVERIFY(fixture.remember(2, 20, "other"));
        QVERIFY(fixture.remember(1, 10));
        const auto points = fixture.history();
        QCOMPARE(points.size(), size_t{3});
        QCOMPARE(points[1].space, std::string("other"));
        QCOMPARE(points[0].r1, 7.5); // the mean of both directions
        QCOMPARE(points[1].r1, 15.0);
        QVERIFY(points[0].atMs > 0);
        QCOMPARE(fixture.history(1).size(), size_t{1});
        QCOMPARE(fixture.history(2).front().space, std::string("other"));
    }

    void theNewestAreKept() {
        Fixture fixture;
        for (int i = 0; i < 510; ++i)
            QVERIFY(fixture.remember(i, i % 100));
        const auto points = fixture.history();
        QCOMPARE(points.size(), size_t{500});
        QCOMPARE(points.front().r1, 7.5); // of the eleventh
    }

    void aFileIsHashedAgainOnlyWhenItLooksDifferent() {
        Fixture fixture;
        const fs::path file = fixture.folder / "0.png";
        const Sha256 content = knownContent(fixture.database, file).value();
        QVERIFY(content == hashFile(file).value());
        // Another content of the same size and time is taken for the old one: nobody has read it.
        const auto time = fs::last_write_time(file);
        std::string bytes = readFile(file).value();
        bytes.back() ^= 1;
        fixture.folder.write("0.png", bytes);
        fs::last_write_time(file, time);
        QVERIFY(knownContent(fixture.database, file).value() == content);
        fs::last_write_time(file, time + std::chrono::seconds(1));
        QVERIFY(knownContent(fixture.database, file).value() == hashFile(file).value());
        QCOMPARE(knownContent(fixture.database, fixture.folder / "none").error().code, ErrorCode::notFound);
    }
};

QTEST_GUILESS_MAIN(TestRecallHistory)
#include "test_recall_history.moc"

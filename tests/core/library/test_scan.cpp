#include "core/library/work_journal.h"
#include "support/library_fixture.h"

#include <QtTest/QTest>
#include <algorithm>

using namespace fusefind;
namespace fs = std::filesystem;

class TestScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFirstScanTakesEverythingInAndASecondNothing() {
        LibraryFixture fixture;
        fixture.write("a.jpg", "a");
        fixture.write("deep/down/b.wav", "b");
        const auto first = fixture.scan();
        QCOMPARE(first.discovered, int64_t{2});
        QCOMPARE(first.newOrChanged.size(), size_t{2});
        QCOMPARE(first.newOrChanged[1].content, hashBytes(std::as_bytes(std::span("b", 1))));
        const auto second = fixture.scan();
        QCOMPARE(second.unchanged, int64_t{2});
        QVERIFY(second.newOrChanged.empty() && second.moved.empty() && second.removed.empty());
    }

    void aFileOfTheSameSizeAndTimeIsNotOpened() {
        LibraryFixture fixture;
        fixture.write("a.jpg", "one");
        fixture.scan();
        fixture.write("a.jpg", "two");
        QCOMPARE(fixture.scan().unchanged, int64_t{1});
    }

    void aChangedFileKeepsItsIdAndATouchedOneIsUnchanged() {
        LibraryFixture fixture;
        fixture.write("changed.jpg", "one", 1);
        fixture.write("touched.jpg", "same", 1);
        fixture.scan();
        const auto before = fixture.items();
        fixture.write("changed.jpg", "two", 2);
        fixture.write("touched.jpg", "same", 2);
        const auto report = fixture.scan();
        QCOMPARE(report.unchanged, int64_t{1});
        QCOMPARE(report.newOrChanged.size(), size_t{1});
        QCOMPARE(report.newOrChanged[0].id, before[0].id);
        QVERIFY(report.newOrChanged[0].content != before[0].content);
        QCOMPARE(fixture.scan().unchanged, int64_t{2});
    }

    void aMovedFileKeepsItsId() {
        LibraryFixture fixture;
        fixture.write("old name.jpg", "x");
        fixture.scan();
        const auto id = fixture.items()[0].id;
        fs::create_directory(fixture / "new");
        fs::rename(fixture / "old name.jpg", fixture / "new/\xff name.jpg");
        const auto report = fixture.scan();
        QCOMPARE(report.moved.size(), size_t{1});
        QVERIFY(report.newOrChanged.empty() && report.removed.empty());
        QCOMPARE(fixture.items()[0].id, id);
        QCOMPARE(fixture.items()[0].path, fixture / "new/\xff name.jpg");
    }

    void twoFilesThatChangePlacesAreBothChanged() {
        LibraryFixture fixture;
        fixture.write("a.jpg", "one", 1);
        fixture.write("b.jpg", "two", 2);
        fixture.scan();
        fs::rename(fixture / "a.jpg", fixture / "c");
        fs::rename(fixture / "b.jpg", fixture / "a.jpg");
        fs::rename(fixture / "c", fixture / "b.jpg");
        QCOMPARE(fixture.scan().newOrChanged.size(), size_t{2});
        QCOMPARE(fixture.items()[0].content, hashBytes(std::as_bytes(std::span("two", 3))));
    }

    void aFolderRemovedDuringItsScanStaysRemoved() {
        LibraryFixture fixture;
        fixture.write("a.jpg", "x");
        fixture.write("empty.jpg", "");
        bool removed = false;
        const auto removes = [&](const Progress& progress) {
            if (progress.phase != "discover" || removed) return;
            auto other = Database::connect(fixture.databaseFile());
            removed = other && Library(*other).removeFolder(fixture.media());
        };
        const auto report = scanLibrary(fixture.database(), {}, removes);
        QVERIFY(removed && report.has_value());
        QVERIFY(report->newOrChanged.empty() && report->skipped.empty());
        QVERIFY(fixture.items().empty());
    }

    void aCopyIsAnItemOfItsOwnWithTheSameContent() {
        LibraryFixture fixture;
        fixture.write("a.jpg", "x");
        fixture.write("b.jpg", "x");
        fixture.scan();
        const auto items = fixture.items();
        QCOMPARE(items.size(), size_t{2});
        QVERIFY(items[0].id != items[1].id && items[0].content == items[1].content);
        QCOMPARE(WorkJournal(fixture.database()).pending("any", Modality::image).value().size(), size_t{1});
    }

    void aVanishedFileLeavesTheLibrary() {
        LibraryFixture fixture;
        fixture.write("a.jpg", "a");
        fixture.write("b.jpg", "b");
        fixture.scan();
        fs::remove(fixture / "a.jpg");
        const auto report = fixture.scan();
        QCOMPARE(report.removed.size(), size_t{1});
        QCOMPARE(report.removed[0].path, fixture / "a.jpg");
        QCOMPARE(fixture.items().size(), size_t{1});
    }

    void aFolderThatIsMissingAsAWholeKeepsItsFiles() {
        LibraryFixture fixture;
        fixture.write("a.jpg", "a");
        fixture.scan();
        fs::rename(fixture.media(), fixture.media().parent_path() / "unplugged");
        const auto report = fixture.scan();
        QCOMPARE(report.missing.size(), size_t{1});
        QCOMPARE(report.missing[0].path, fixture.media());
        QVERIFY(report.removed.empty());
        QCOMPARE(fixture.items().size(), size_t{1});
    }

    void anEmptyPlaceWhereADriveWasMountedKeepsItsFiles() {
        LibraryFixture fixture;
        const auto file = fixture.write("a.jpg", "a");
        fixture.scan();
        fs::remove(file);
        QVERIFY(fixture.database().execute("UPDATE folders SET device = device + 1").has_value());
        QCOMPARE(fixture.scan().missing.size(), size_t{1});
        QCOMPARE(fixture.items().size(), size_t{1});
    }

    void aFolderThatWasEmptiedLosesItsFiles() {
        LibraryFixture fixture;
        const auto file = fixture.write("a.jpg", "a");
        fixture.scan();
        fs::remove(file);
        QCOMPARE(fixture.scan().removed.size(), size_t{1});
    }

    void filesBelowAFolderThatBecameUnreadableAreKept() {
        const AsNobody nobody;
        LibraryFixture fixture;
        fixture.write("locked/a.jpg", "a");
        fixture.write("closed/c.jpg", "c");
        fixture.write("b.jpg", "b");
        fixture.scan();
        fs::permissions(fixture / "locked", fs::perms::none);
        fs::permissions(fixture / "closed", fs::perms::owner_read); // names can be listed, files not looked at
        const auto report = fixture.scan();
        QVERIFY(report.removed.empty());
        QCOMPARE(report.skipped.size(), size_t{2});
        QCOMPARE(fixture.items().size(), size_t{3});
        fs::permissions(fixture / "locked", fs::perms::owner_all);
        fs::permissions(fixture / "closed", fs::perms::owner_all);
        QCOMPARE(fixture.scan().unchanged, int64_t{3});
        QVERIFY(fixture.library().skipped().value().empty());
    }

    void anUnreadableFileIsListedAndTriedAgain() {
        const AsNobody nobody;
        LibraryFixture fixture;
        const auto file = fixture.write("a.jpg", "a");
        fs::permissions(file, fs::perms::none);
        auto report = fixture.scan();
        QCOMPARE(report.skipped.size(), size_t{1});
        QVERIFY(report.skipped[0].reason.find("Permission denied") != std::string::npos);
        fs::permissions(file, fs::perms::owner_all); // neither size nor time change
        QCOMPARE(fixture.scan().newOrChanged.size(), size_t{1});
        QVERIFY(fixture.library().skipped().value().empty());
    }

    void aSkippedFileIsListedAgainAndTriedWhenItChanges() {
        LibraryFixture fixture;
        fixture.write("broken.jpg", "no picture", 1);
        const auto item = fixture.scan().newOrChanged.at(0);
        QVERIFY(fixture.library().skip(item, "not a picture").has_value());
        QVERIFY(fixture.items().empty());
        auto report = fixture.scan();
        QVERIFY(report.newOrChanged.empty());
        QCOMPARE(report.skipped.size(), size_t{1});
        QCOMPARE(report.skipped[0].reason, std::string("not a picture"));
        fixture.write("broken.jpg", "a picture", 2);
        report = fixture.scan();
        QCOMPARE(report.newOrChanged.size(), size_t{1});
        QVERIFY(report.skipped.empty() && fixture.library().skipped().value().empty());
    }

    void aSkippedFileThatIsGoneIsForgotten() {
        LibraryFixture fixture;
        const auto file = fixture.write("broken.jpg", "no picture");
        QVERIFY(fixture.library().skip(fixture.scan().newOrChanged.at(0), "not a picture").has_value());
        fs::remove(file);
        QVERIFY(fixture.scan().skipped.empty());
        QVERIFY(fixture.library().skipped().value().empty());
    }

    void everyFileWithABrokenContentIsSkippedAtOnceButNotOneOfAnotherKind() {
        LibraryFixture fixture;
        fixture.write("a.jpg", "x");
        fixture.write("b.jpg", "x");
        fixture.write("c.mp3", "x");
        fixture.scan();
        QVERIFY(fixture.library().skip(fixture.items()[0], "not a picture").has_value());
        QCOMPARE(fixture.library().skipped().value().size(), size_t{2});
        QCOMPARE(fixture.items().size(), size_t{1});
        QVERIFY(fixture.items()[0].kind == ItemKind::audio);
    }

    void aStoppedScanKeepsTheLibraryAsItWas() {
        LibraryFixture fixture;
        const auto file = fixture.write("a.jpg", "a");
        fixture.scan();
        fs::remove(file);
        std::stop_source source;
        source.request_stop();
        QCOMPARE(scanLibrary(fixture.database(), source.get_token()).error().code, ErrorCode::cancelled);
        QCOMPARE(fixture.items().size(), size_t{1});
    }

    void aScanThatIsStoppedHalfwayGoesOnWhereItWas() {
        LibraryFixture fixture;
        for (int i = 0; i < 600; ++i)
            fixture.write(std::to_string(i) + ".jpg", std::to_string(i));
        std::stop_source source;
        const auto stopAtFirstBatch = [&](const Progress& progress) {
            if (progress.phase == "hash") source.request_stop();
        };
        QVERIFY(!scanLibrary(fixture.database(), source.get_token(), stopAtFirstBatch));
        const auto done = static_cast<int64_t>(fixture.items().size());
        QVERIFY(done > 0 && done < 600);
        const auto report = fixture.scan();
        QCOMPARE(report.unchanged, done);
        QCOMPARE(fixture.items().size(), size_t{600});
    }

    void aMoveFromOneFolderOfTheLibraryToAnotherKeepsTheId() {
        LibraryFixture fixture;
        const TempDir other;
        QVERIFY(fixture.library().addFolder(other.path()).has_value());
        const auto file = fixture.write("a.jpg", "a");
        fixture.scan();
        const auto id = fixture.items()[0].id;
        fs::rename(file, other / "a.jpg");
        QCOMPARE(fixture.scan().moved.size(), size_t{1});
        QCOMPARE(fixture.items()[0].id, id);
        QVERIFY(fixture.library().removeFolder(other.path()).has_value());
        QVERIFY(fixture.items().empty());
    }
};

QTEST_GUILESS_MAIN(TestScan)
#include "test_scan.moc"

#include "core/library/settings.h"
#include "core/library/work_journal.h"
#include "core/media/probe.h"
#include "support/library_fixture.h"

#include <QtTest/QTest>

using namespace fusefind;
namespace fs = std::filesystem;

namespace {

// A segment as an encoder's latents make it; its label.
int64_t addSegment(Database& database, const Sha256& content, int64_t startMs, int64_t endMs) {
    if (!database.execute("INSERT INTO segments (content, start_ms, end_ms) VALUES (?1, ?2, ?3)", content, startMs,
                          endMs))
        return -1;
    return database.lastInsertId();
}

std::vector<int64_t> labels(Library& library, const ItemFilter& filter = {}) {
    const auto rows = library.segments(filter).value();
    std::vector<int64_t> found;
    for (const SegmentRow& row : rows)
        found.push_back(row.label);
    return found;
}

} // namespace

class TestLibrary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addingAFolderTwiceChangesNothing() {
        LibraryFixture fixture;
        const auto again = fixture.library().addFolder(fixture.media() / "." / "");
        QVERIFY(again.has_value() && again->wasThere);
        QCOMPARE(fixture.library().folders().value().size(), size_t{1});
    }

    void aFolderInsideOneOfTheLibraryIsRefused() {
        LibraryFixture fixture;
        fs::create_directory(fixture / "inside");
        const auto added = fixture.library().addFolder(fixture / "inside");
        QVERIFY(!added);
        QVERIFY(added.error().what.find("already part of the library through") != std::string::npos);
    }

    void aHiddenFolderInsideOneOfTheLibraryCanBeAdded() {
        LibraryFixture fixture;
        fixture.write(".private/a.jpg", "a");
        QVERIFY(fixture.scan().newOrChanged.empty());
        QVERIFY(fixture.library().addFolder(fixture / ".private").has_value());
        QCOMPARE(fixture.scan().newOrChanged.size(), size_t{1});
        QCOMPARE(fixture.scan().unchanged, int64_t{1});
    }

    void aFolderAroundOthersTakesTheirFilesOver() {
        LibraryFixture fixture;
        fixture.write("a.jpg", "a");
        fixture.scan();
        const auto id = fixture.items()[0].id;
        const auto added = fixture.library().addFolder(fixture.media().parent_path());
        QVERIFY(added.has_value());
        QCOMPARE(added->absorbed, std::vector<fs::path>{fixture.media()});
        QCOMPARE(fixture.library().folders().value().size(), size_t{1});
        QCOMPARE(fixture.scan().unchanged, int64_t{1});
        QCOMPARE(fixture.items()[0].id, id);
    }

    void aNeighbourWithALongerNameIsNotInside() {
        LibraryFixture fixture;
        const auto neighbour = fixture.media().parent_path() / "media2";
        fs::create_directory(neighbour);
        QVERIFY(fixture.library().addFolder(neighbour).has_value());
        QCOMPARE(fixture.library().folders().value().size(), size_t{2});
    }

    void whatIsNoFolderCannotBeAdded() {
        LibraryFixture fixture;
        QCOMPARE(fixture.library().addFolder(fixture / "gone").error().code, ErrorCode::notFound);
        QCOMPARE(fixture.library().addFolder(fixture.write("a.jpg", "a")).error().code, ErrorCode::invalidInput);
    }

    void aFolderThatIsGoneCanBeRemovedAndAStrangerCannot() {
        LibraryFixture fixture;
        fs::remove_all(fixture.media());
        QCOMPARE(fixture.library().removeFolder("/nowhere").error().code, ErrorCode::notFound);
        QVERIFY(fixture.library().removeFolder(fixture.media()).has_value());
        QVERIFY(fixture.library().folders().value().empty());
    }

    void aLabelStandsForEveryFileOfItsContentThatPassesTheFilter() {
        LibraryFixture fixture;
        fixture.write("a/x.jpg", "x");
        fixture.write("b/x.jpg", "x");
        fixture.write("b/s.wav", "s");
        fixture.scan();
        const auto picture = addSegment(fixture.database(), fixture.items()[0].content, 0, 0);
        const auto sound = addSegment(fixture.database(), fixture.items()[1].content, 5000, 15000);
        const auto caption = addSegment(fixture.database(), hashBytes({}), 0, 0);
        Library& library = fixture.library();

        const std::vector<int64_t> all{picture, sound};
        QCOMPARE(labels(library), all);
        QCOMPARE(labels(library, {{ItemKind::audio}, {}}), std::vector<int64_t>{sound});
        QCOMPARE(labels(library, {{}, fixture / "a"}), std::vector<int64_t>{picture});
        QVERIFY(labels(library, {{ItemKind::video}, {}}).empty());

        const std::vector<int64_t> asked{sound, caption, picture};
        const auto located = library.locate(asked).value();
        QCOMPARE(located.size(), size_t{2});
        QCOMPARE(located[0].time, (SegmentTime{5000, 15000}));
        QCOMPARE(located[1].items.size(), size_t{2});
        QCOMPARE(located[1].items[0].path, fixture / "a/x.jpg");
        const auto below = library.locate(asked, {{}, fixture / "b/"}).value();
        QCOMPARE(below.size(), size_t{2});
        QCOMPARE(below[1].items.size(), size_t{1});
    }

    void theFilterTakesFolderNamesAsTheyAre() {
        LibraryFixture fixture;
        fixture.write("100%_[a]*/x.jpg", "x");
        fixture.write("100 other/y.jpg", "y");
        fixture.scan();
        for (const auto& item : fixture.items())
            addSegment(fixture.database(), item.content, 0, 0);
        QCOMPARE(labels(fixture.library(), {{}, fixture / "100%_[a]*"}).size(), size_t{1});
    }

    void whatAProbeSaidIsKept() {
        LibraryFixture fixture;
        fixture.write("a.jpg", "a");
        fixture.scan();
        MediaInfo info;
        info.width = 640;
        info.taken = std::chrono::sys_seconds(std::chrono::seconds(5));
        QVERIFY(fixture.library().describe(fixture.items()[0].content, info).has_value());
        QCOMPARE(fixture.database().integer("SELECT width FROM items").value(), std::optional<int64_t>(640));
        QCOMPARE(fixture.database().integer("SELECT taken_at_ms FROM items").value(), std::optional<int64_t>(5000));
        QCOMPARE(fixture.database().integer("SELECT duration_ms FROM items").value(), std::optional<int64_t>());
    }

    void countsSayWhatTheLibraryHolds() {
        LibraryFixture fixture;
        fixture.write("a.jpg", "a");
        fixture.write("copy.jpg", "a");
        fixture.write("s.wav", "s");
        fixture.write("empty.jpg", "");
        fixture.scan();
        const auto counts = fixture.library().counts().value();
        QCOMPARE(counts.folders, int64_t{1});
        QCOMPARE(counts.items[0], int64_t{2});
        QCOMPARE(counts.items[1], int64_t{1});
        QCOMPARE(counts.contents, int64_t{2});
        QCOMPARE(counts.searchable, int64_t{0});
        QCOMPARE(counts.skipped, int64_t{1});
    }

    void aFileThatCrashesTheProcessTwiceIsSetAside() {
        LibraryFixture fixture;
        fixture.write("a killer.jpg", "k");
        fixture.write("good.jpg", "g");
        fixture.scan();
        WorkJournal journal(fixture.database());
        QVERIFY(!journal.strike(fixture / "a killer.jpg").value());
        QCOMPARE(journal.pending("any", Modality::image).value().size(), size_t{2});
        QVERIFY(journal.strike(fixture / "a killer.jpg").value());
        const auto pending = journal.pending("any", Modality::image).value();
        QCOMPARE(pending.size(), size_t{1});
        QCOMPARE(pending[0].item.path, fixture / "good.jpg");
        QCOMPARE(pending[0].strikes, int64_t{0});
        QCOMPARE(fixture.scan().skipped.at(0).reason, std::string("reading it ended the program twice"));
    }

    void aCrashOverAFileOfNoLibraryBlamesNobody() {
        LibraryFixture fixture;
        fixture.write("a.jpg", "a");
        fixture.scan();
        WorkJournal journal(fixture.database());
        for (int i = 0; i < 3; ++i)
            QVERIFY(!journal.strike(fixture / "elsewhere.jpg").value());
        QCOMPARE(journal.pending("any", Modality::image).value().at(0).strikes, int64_t{0});
    }

    void filesUnderSuspicionComeLast() {
        LibraryFixture fixture;
        fixture.write("a.jpg", "a");
        fixture.write("b.jpg", "b");
        fixture.scan();
        WorkJournal journal(fixture.database());
        QVERIFY(!journal.strike(fixture / "a.jpg").value());
        const auto pending = journal.pending("any", Modality::image).value();
        QCOMPARE(pending[0].item.path, fixture / "b.jpg");
        QCOMPARE(pending[1].strikes, int64_t{1});
        QVERIFY(journal.pending("any", Modality::audio).value().empty());
    }

    void oneSpaceAtMostIsInUse() {
        LibraryFixture fixture;
        SpaceList spaces(fixture.database());
        QVERIFY(!spaces.inUse().value());
        QVERIFY(spaces.add("first").has_value());
        QVERIFY(spaces.add("second").has_value());
        QVERIFY(spaces.use("first").has_value());
        QVERIFY(spaces.use("second").has_value());
        QCOMPARE(spaces.use("third").error().code, ErrorCode::notFound);
        QCOMPARE(spaces.inUse().value(), std::optional<std::string>("second"));
        QVERIFY(spaces.add("second").has_value()); // trained again
        QCOMPARE(spaces.inUse().value(), std::optional<std::string>("second"));
        QVERIFY(spaces.remove("second").has_value());
        QVERIFY(!spaces.inUse().value());
        QCOMPARE(spaces.all().value().size(), size_t{1});
    }

    void settingsAreKept() {
        LibraryFixture fixture;
        Settings settings(fixture.database());
        QVERIFY(!settings.get("language").value());
        QVERIFY(settings.set("language", "cs").has_value());
        QVERIFY(settings.set("language", "en").has_value());
        QCOMPARE(settings.get("language").value(), std::optional<std::string>("en"));
    }
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "test_library.moc"

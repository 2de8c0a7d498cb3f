#include "core/library/datasets/pair_contents.h"
#include "core/library/library.h"
#include "support/data_set_fixture.h"

#include <QtTest/QTest>

using namespace fusefind;

namespace {

Sha256 hashOf(std::string_view text) {
    return hashBytes(std::as_bytes(std::span(text)));
}

PairContents contentsOf(DataSetFixture& fixture) {
    return pairContents(fixture.database, fixture.info.id).value();
}

} // namespace

class TestPairContents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPairHasItsCaptionAndWhatItsFileHolds() {
        DataSetFixture fixture;
        fixture.pictures(3);
        fixture.store();
        const PairContents contents = contentsOf(fixture);
        QCOMPARE(contents.pairs.size(), size_t{3});
        for (const PairContents::Pair& pair : contents.pairs) {
            const auto shown = dataPairs(fixture.database, fixture.info.id, std::span(&pair.id, 1)).value();
            QVERIFY(contents.files.at(pair.image.value()).path == shown.at(0).image);
            QVERIFY(contents.captions.at(pair.caption.value()) == hashOf(shown.at(0).caption));
            QVERIFY(contents.files.at(*pair.image).content == hashFile(shown.at(0).image).value());
            QVERIFY(!pair.sound);
        }
    }

    void aCaptionIsKnownByWhatItWasMendedTo() {
        DataSetFixture fixture;
        fixture.pictures(1);
        fixture.store();
        fixture.change(DataChangeKind::mend, {fixture.page().pairs.at(0).id}, "something else");
        QVERIFY(contentsOf(fixture).captions.at(0) == hashOf("something else"));
    }

    void aFileOfTheLibraryHoldsWhatTheScanSaw() {
        DataSetFixture fixture;
        fixture.picture("a \xff%'.png", 9); // names are bytes
        fixture.folder.write("a \xff%'.txt", "a thing");
        fixture.store();
        Library library(fixture.database);
        const auto folder = library.addFolder(fixture.folder.root()).value().folder;
        QVERIFY(fixture.database.execute("INSERT INTO items (folder, path, kind, size, mtime_ns, content)"
                                         " VALUES (?1, ?2, 'image', 1, 1, ?3)",
                                         folder.id, fixture.folder / "a \xff%'.png", hashOf("seen")));
        QVERIFY(contentsOf(fixture).files.at(0).content == hashOf("seen"));
    }

    void aDataSetThatIsGoneIsAnError() {
        DataSetFixture fixture;
        const auto refused = pairContents(fixture.database, 77);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::notFound);
    }
};

QTEST_GUILESS_MAIN(TestPairContents)
#include "test_pair_contents.moc"

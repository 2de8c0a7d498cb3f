#include "core/library/datasets/held_out_data.h"
#include "support/data_set_fixture.h"

#include <QtTest/QTest>

using namespace fusefind;
namespace fs = std::filesystem;
using Captions = std::vector<std::string>;

namespace {

HeldOutData heldOut(DataSetFixture& set) {
    return heldOutData(set.database, set.info.id).value();
}

} // namespace

class TestHeldOutData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theValidationPartIsHeldOutUntilThereIsATestPart() {
        DataSetFixture set;
        set.pictures(30);
        set.store();
        HeldOutData held = heldOut(set);
        QVERIFY(held.split == Split::validation);
        QCOMPARE(held.data.texts, set.captions({.splits = {Split::validation}}));
        QVERIFY(!held.data.texts.empty());
        set.change(DataChangeKind::move, {set.pair("number 3").id}, {}, Split::test);
        held = heldOut(set);
        QVERIFY(held.split == Split::test);
        QCOMPARE(held.data.texts, Captions{"number 3"});
        QCOMPARE(held.data.images, (std::vector{set.folder / "3.png"}));
        QCOMPARE(held.data.imageText, (std::vector{IndexPair{0, 0}}));
    }

    void whatIsExcludedIsLeftOutAndWhatIsMendedIsSaidAnew() {
        DataSetFixture set;
        set.pictures(4);
        set.store();
        for (const char* caption : {"number 1", "number 2"})
            set.change(DataChangeKind::move, {set.pair(caption).id}, {}, Split::test);
        set.change(DataChangeKind::exclude, {set.pair("number 1").id});
        set.change(DataChangeKind::mend, {set.pair("number 2").id}, "two");
        QCOMPARE(heldOut(set).data.texts, Captions{"two"});
    }

    void rowsAreInTheOrderOfReadingAndSharedByAllKinds() {
        DataSetFixture set;
        set.picture("a.png", 20);
        set.picture("b.png", 30);
        set.folder.write("b.wav", wavFile(sine(440, 0.5, 8000), 8000));
        set.folder.write("metadata.csv", "image,audio,caption\nb.png,b.wav,two\na.png,,one\n");
        set.store();
        for (const char* caption : {"one", "two"})
            set.change(DataChangeKind::move, {set.pair(caption).id}, {}, Split::test);
        const PairedData data = heldOut(set).data;
        const fs::path folder = set.folder.root();
        const PairedData read = readPairedFolders(std::span(&folder, 1)).value();
        QCOMPARE(data.images, read.images);
        QCOMPARE(data.sounds, read.sounds);
        QCOMPARE(data.texts, read.texts);
        QVERIFY(data.imageText == read.imageText && data.audioText == read.audioText);
        QVERIFY(data.imageAudio == read.imageAudio);
    }

    void aDataSetThatWasRemovedIsSaid() {
        DataSetFixture set;
        set.pictures(2);
        set.store();
        QVERIFY(setDataSetRemoved(set.database, set.info.id, true));
        QCOMPARE(heldOutData(set.database, set.info.id).error().code, ErrorCode::notFound);
    }
};

QTEST_GUILESS_MAIN(TestHeldOutData)
#include "test_held_out_data.moc"

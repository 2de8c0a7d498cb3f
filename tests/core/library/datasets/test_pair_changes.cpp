#include "core/library/datasets/edited_pairs.h"
#include "support/data_set_fixture.h"

#include <QtTest/QTest>

using namespace fusefind;
namespace fs = std::filesystem;
using Captions = std::vector<std::string>;
using Kind = DataChangeKind;

namespace {

PairedData edited(DataSetFixture& set) {
    return readEditedPairs(set.database, std::span(&set.folder.root(), 1)).value();
}

} // namespace

class TestPairChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void excludingIsUndoneOnlyWhereItChangedSomething() {
        DataSetFixture set;
        set.pictures(4);
        set.store();
        set.change(Kind::exclude, {set.pair("number 0").id});
        const DataChanged changed =
            set.change(Kind::exclude, {set.pair("number 0").id, set.pair("number 2").id, 987'654'321});
        QCOMPARE(changed.changed, int64_t{1});
        QCOMPARE(set.captions({.excluded = true}), (Captions{"number 0", "number 2"}));
        QCOMPARE(set.captions({.excluded = false}), (Captions{"number 1", "number 3"}));
        set.undo(changed);
        QCOMPARE(set.captions({.excluded = true}), (Captions{"number 0"}));
    }

    void rowsOfAFilterAreASelection() {
        DataSetFixture set;
        set.pictures(12);
        set.store();
        DataChange change{
            .selection = {.dataSet = set.info.id, .filter = {.words = "number 1"}, .rows = {{1, 1}, {2, 99}}}};
        // "number 1" and what begins so: 1, 10, 11
        QCOMPARE(changeDataSet(set.database, change).value().changed, int64_t{2});
        QCOMPARE(set.captions({.excluded = true}), (Captions{"number 10", "number 11"}));
    }

    void aMendedCaptionIsFoundAndItsOldWordsAreNot() {
        DataSetFixture set;
        set.pictures(3);
        set.store();
        const int64_t id = set.pair("number 1").id;
        const DataChanged first = set.change(Kind::mend, {id}, "  a red\nbarn ");
        QCOMPARE(set.captions({.words = "barn"}), (Captions{"a red barn"}));
        QCOMPARE(set.captions({.words = "number"}), (Captions{"number 0", "number 2"}));
        QCOMPARE(set.pair("a red barn").original, std::string("number 1"));
        const DataChanged second = set.change(Kind::mend, {id}, "a barn");
        set.undo(second);
        QCOMPARE(set.pair("a red barn").original, std::string("number 1"));
        set.undo(first);
        QCOMPARE(set.pair("number 1").original, std::string());
        QCOMPARE(set.captions({.words = "barn"}), Captions{});
        QCOMPARE(set.captions({.words = "number"}).size(), size_t{3});
    }

    void whatHasNoCaptionCannotBeMended() {
        DataSetFixture set;
        set.picture("a.png", 20);
        set.folder.write("a.wav", wavFile(sine(440, 0.5, 8000), 8000));
        set.store();
        const auto pair = set.page().pairs.at(0);
        const auto refused = changeDataSet(set.database, {{set.info.id, {pair.id}, {}, {}}, Kind::mend, "a word", {}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::invalidInput);
    }

    void aMoveTakesAllOfAnItemAlong() {
        DataSetFixture set;
        set.pictures(9);
        set.picture("twin.png", 10); // the content of 0.png
        set.folder.write("captions.csv", "file_name,caption\n0.png,one\n0.png,two\ntwin.png,three\n1.png,four\n"
                                         "2.png,five\n3.png,six\n");
        set.store();
        const Split own = set.pair("one").split;
        const Split other = own == Split::train ? Split::validation : Split::train;
        const DataChanged changed = set.change(Kind::move, {set.pair("two").id, set.pair("one").id}, {}, other);
        QCOMPARE(changed.changed, int64_t{3});
        for (const char* caption : {"one", "two", "three"}) {
            QCOMPARE(set.pair(caption).split, other);
            QVERIFY(set.pair(caption).moved);
        }
        QVERIFY(!set.pair("four").moved);
        set.undo(changed);
        QCOMPARE(set.pair("three").split, own);
        QVERIFY(!set.pair("three").moved);
    }

    void changesHoldWhenTheFolderIsReadAgain() {
        DataSetFixture set;
        set.pictures(6);
        set.store();
        set.change(Kind::exclude, {set.pair("number 2").id});
        set.change(Kind::mend, {set.pair("number 3").id}, "a red barn");
        set.change(Kind::move, {set.pair("number 4").id}, {}, Split::test);
        // Other rows than before, and one caption that is not what was excluded any more.
        set.folder.write("captions.csv", "file_name,caption\n0.png,new\n0.png,number 0\n2.png,number 2\n"
                                         "3.png,number 3\n4.png,number 4\n4.png,another\n");
        set.store();
        QCOMPARE(set.captions({.excluded = true}), (Captions{"number 2"}));
        QCOMPARE(set.pair("a red barn").original, std::string("number 3"));
        QCOMPARE(set.captions({.words = "barn"}), (Captions{"a red barn"}));
        QCOMPARE(set.pair("number 4").split, Split::test);
        QCOMPARE(set.pair("another").split, Split::test); // of the same picture
    }

    void theSameCaptionTwiceOfOneFileIsTwoThings() {
        DataSetFixture set;
        set.picture("a.png", 10);
        set.folder.write("captions.csv", "file_name,caption\na.png,twice\na.png,twice\n");
        set.store();
        set.change(Kind::exclude, {set.page().pairs.at(1).id});
        set.store();
        const auto pairs = set.page().pairs;
        QVERIFY(!pairs[0].excluded && pairs[1].excluded);
    }

    void aTrainingReadsWhatIsLeft() {
        DataSetFixture set;
        set.pictures(6);
        set.store();
        QCOMPARE(edited(set).texts.size(), size_t{6});
        set.change(Kind::exclude, {set.pair("number 0").id, set.pair("number 5").id});
        set.change(Kind::mend, {set.pair("number 3").id}, "a red barn");
        const PairedData data = edited(set);
        QCOMPARE(captionsOfImages(data),
                 (Captions{"1.png: number 1", "2.png: number 2", "3.png: a red barn", "4.png: number 4"}));
        QCOMPARE(data.imageSplits.size(), data.images.size());
        QVERIFY(std::ranges::none_of(data.imageSplits, [](const auto& split) { return split.has_value(); }));
    }

    void aTrainingTakesTheSplitAsItIsShownOnceSomethingWasMoved() {
        DataSetFixture set;
        set.pictures(20);
        set.store();
        const auto held = set.page({.splits = {Split::validation}}).pairs;
        QVERIFY(!held.empty());
        set.change(Kind::move, {held[0].id}, {}, Split::train);
        set.change(Kind::move, {set.page({.splits = {Split::train}}).pairs.at(3).id}, {}, Split::validation);
        const PairedData data = edited(set);
        for (const auto& [image, text] : data.imageText)
            QCOMPARE(data.imageSplits[image].value(), set.pair(data.texts[text]).split);
    }

    void foldersThatAreNoDataSetsStayAsTheyAre() {
        DataSetFixture set;
        set.pictures(3);
        set.store();
        set.change(Kind::exclude, {set.pair("number 0").id});
        PairFixture other;
        other.write("x.png", flatPng(50, 50));
        other.write("captions.csv", "file_name,caption\nx.png,number 0\n");
        const std::vector<fs::path> folders{other.root(), set.folder.root()};
        const PairedData data = readEditedPairs(set.database, folders).value();
        QCOMPARE(captionsOfImages(data), (Captions{"x.png: number 0", "1.png: number 1", "2.png: number 2"}));
    }

    void aTripleLosesOneKindOfPairsAndKeepsItsFiles() {
        DataSetFixture set;
        set.picture("a.png", 20);
        set.folder.write("a.wav", wavFile(sine(440, 0.5, 8000), 8000));
        set.folder.write("a.txt", "a word");
        set.store();
        const auto pairs = set.page().pairs;
        set.change(Kind::exclude, {pairs[0].id});
        set.change(Kind::mend, {pairs[1].id}, "another");
        const PairedData data = edited(set);
        QVERIFY(data.imageText.empty());
        QCOMPARE(data.audioText.size(), size_t{1});
        QCOMPARE(data.imageAudio.size(), size_t{1});
        QCOMPARE(data.texts, (Captions{"another"}));
        QCOMPARE(set.page().pairs[0].caption, std::string("another")); // one caption, two pairs
    }

    void excludingEverythingIsAnErrorThatSaysWhatToDo() {
        DataSetFixture set;
        set.pictures(2);
        set.store();
        changeDataSet(set.database, {{.dataSet = set.info.id, .rows = {{0, 2}}}, Kind::exclude, {}, {}}).value();
        const auto nothing = readEditedPairs(set.database, std::span(&set.folder.root(), 1));
        QVERIFY(!nothing);
        QVERIFY(nothing.error().text().find("every pair is excluded") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestPairChanges)
#include "test_pair_changes.moc"

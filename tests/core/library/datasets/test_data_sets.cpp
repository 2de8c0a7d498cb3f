#include "core/base/hash.h"
#include "core/eval/split.h"
#include "core/library/datasets/captions.h"
#include "support/data_set_fixture.h"

#include <QtTest/QTest>
#include <set>

using namespace fusefind;
namespace fs = std::filesystem;
using Captions = std::vector<std::string>;

namespace {

DataPairFilter searching(const std::string& words) {
    return {.words = words};
}

int64_t count(Database& database, const std::string& table) {
    return database.integer("SELECT count(*) FROM " + table).value().value();
}

std::set<fs::path> filesOf(const DataPairPage& page) {
    std::set<fs::path> files;
    for (const DataPair& pair : page.pairs)
        files.insert(pair.image);
    return files;
}

// The pictures that a training on this folder holds out: it hashes all of them.
std::set<fs::path> drawnByATraining(const fs::path& folder) {
    const PairedData data = readPairedFolders(std::span(&folder, 1)).value();
    std::array<SplitRows, kModalities.size()> rows;
    SplitRows& pictures = rows[static_cast<size_t>(Modality::image)];
    for (const fs::path& picture : data.images)
        pictures.content.push_back(toHex(hashFile(picture).value()));
    pictures.count = std::ssize(data.images);
    rows[static_cast<size_t>(Modality::text)].count = std::ssize(data.texts);
    PairKind kind{Modality::image, Modality::text, {}};
    for (const auto& [picture, text] : data.imageText)
        kind.pairs.push_back({static_cast<int64_t>(picture), static_cast<int64_t>(text)});
    const auto parts = splitByItem(rows, std::span(&kind, 1)).value();
    std::set<fs::path> drawn;
    for (const RowPair& pair : parts.front().val)
        drawn.insert(data.images[static_cast<size_t>(pair.a)]);
    return drawn;
}

} // namespace

class TestDataSets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFolderIsKeptWithItsPairsFilesAndCaptions() {
        DataSetFixture set;
        set.picture("dogs/one.png", 30, 20);
        set.folder.write("bark.wav", wavFile(sine(440, 0.5, 8000), 8000));
        set.folder.write("captions.csv", "file_name,caption\ndogs/one.png,a dog\ndogs/one.png,a brown dog\n"
                                         "bark.wav,barking\n");
        const DataSetInfo info = set.store();
        QCOMPARE(info.path, set.folder.root());
        QCOMPARE(info.format, std::string("captions.csv"));
        QCOMPARE(info.pairs, int64_t{3});
        QVERIFY(!info.offline);

        const DataPairPage page = set.page();
        QCOMPARE(page.total, int64_t{3});
        QCOMPARE(set.captions(), (Captions{"a dog", "a brown dog", "barking"}));
        QCOMPARE(page.pairs[1].image, set.folder / "dogs/one.png");
        QCOMPARE(page.pairs[1].width, 30);
        QCOMPARE(page.pairs[1].height, 20);
        QVERIFY(page.pairs[1].mtimeMs > 0 && !page.pairs[1].missing);
        QCOMPARE(page.pairs[2].kind, DataPairKind::audioText);
        QCOMPARE(page.pairs[2].sound, set.folder / "bark.wav");
        QCOMPARE(page.pairs[2].seconds, 0.5);
    }

    void aTripleMakesAllThreeKindsOfPairsOfOneItem() {
        DataSetFixture set;
        set.picture("a.png", 20);
        set.folder.write("a.wav", wavFile(sine(440, 0.5, 8000), 8000));
        set.folder.write("a.txt", "a word");
        set.store();
        const auto pairs = set.page().pairs;
        QCOMPARE(pairs.size(), size_t{3});
        for (const DataPair& pair : pairs)
            QCOMPARE(pair.item, pairs[0].item);
        QCOMPARE(pairs[2].kind, DataPairKind::imageAudio);
        QVERIFY(pairs[2].caption.empty());
        DataPairFilter sounds{.kinds = {DataPairKind::audioText}};
        QCOMPARE(set.page(sounds).total, int64_t{1});
    }

    void someItemsAreHeldOutAsATrainingDoesAndAllOfAnItem() {
        DataSetFixture set;
        std::string csv = "file_name,caption\n";
        for (int i = 0; i < 20; ++i) {
            set.folder.write(std::to_string(i) + ".png", // none as long as another
                             flatPng(10, 8) + std::string(static_cast<size_t>(i), '.'));
            for (int k = 0; k < 3; ++k)
                csv += std::to_string(i) + ".png,caption " + std::to_string(k) + "\n";
        }
        set.folder.write("captions.csv", csv);
        set.store();
        const auto held = set.page({.splits = {Split::validation}});
        QVERIFY(held.total > 0 && held.total < 30); // about a tenth of twenty pictures, three captions each
        QVERIFY(filesOf(held) == drawnByATraining(set.folder.root()));
        for (const DataPair& pair : held.pairs)
            QCOMPARE(set.page({.splits = {Split::validation}, .item = pair.item}).total, int64_t{3});
    }

    void theSplitThatTheDataGivesIsKept() {
        DataSetFixture set;
        for (const auto& [name, width] : std::map<std::string, uint32_t>{{"a.png", 10}, {"b.png", 11}, {"c.png", 12}})
            set.picture(name, width);
        set.folder.write("data.json", R"({"images": [
            {"filename": "a.png", "split": "train", "sentences": [{"raw": "one"}]},
            {"filename": "b.png", "split": "val", "sentences": [{"raw": "two"}]},
            {"filename": "c.png", "split": "test", "sentences": [{"raw": "three"}]}]})");
        set.store();
        QCOMPARE(set.pair("one").split, Split::train);
        QCOMPARE(set.pair("two").split, Split::validation);
        QCOMPARE(set.pair("three").split, Split::test);
    }

    void filesOfEqualContentAreOneItem() {
        DataSetFixture set;
        set.pictures(4);
        set.picture("0.png", 11); // as 1.png
        set.store();
        QCOMPARE(set.pair("number 0").item, set.pair("number 1").item);
        QVERIFY(set.pair("number 2").item != set.pair("number 3").item);
        QVERIFY(!set.pair("number 1").problem.empty());
        QCOMPARE(set.captions({.problem = true}), (Captions{"number 1"}));
    }

    void pagesAreParts() {
        DataSetFixture set;
        set.pictures(25);
        set.store();
        std::vector<std::string> all = set.captions();
        QCOMPARE(all.size(), size_t{25});
        for (const DataPairFilter& filter :
             {DataPairFilter(), searching("number"), DataPairFilter{.excluded = false}}) {
            Captions joined;
            for (int64_t offset = 0; offset < 30; offset += 10) {
                const DataPairPage page = set.page(filter, offset, 10);
                QCOMPARE(page.total, int64_t{25});
                for (const DataPair& pair : page.pairs)
                    joined.push_back(pair.caption);
            }
            QCOMPARE(joined, all);
        }
        QVERIFY(set.page({}, 1000, 10).pairs.empty());
    }

    void captionsAreFoundByWordsAndTheLastOneWhileItIsTyped() {
        DataSetFixture set;
        set.picture("a.png", 10);
        set.folder.write("captions.csv", "file_name,caption\na.png,\"A Café, by night\"\na.png,two dogs run\n"
                                         "a.png,\"the \"\"NEAR\"\" shore\"\na.png,犬が走る\n");
        set.store();
        QCOMPARE(set.captions(searching("cafe")), (Captions{"A Café, by night"}));
        QCOMPARE(set.captions(searching("run dogs")), (Captions{"two dogs run"}));
        QCOMPARE(set.captions(searching("dogs ru")), (Captions{"two dogs run"}));
        QCOMPARE(set.captions(searching("dogs ru ")), Captions{});
        QCOMPARE(set.captions(searching("犬が")), (Captions{"犬が走る"}));
        QCOMPARE(set.captions(searching("  ")).size(), size_t{4});
    }

    void whatMeansSomethingToTheIndexIsTakenForWords_data() {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<int>("found");
        QTest::newRow("operator") << QByteArray("NEAR") << 1;
        QTest::newRow("or") << QByteArray("dogs OR near") << 0;
        QTest::newRow("column") << QByteArray("text:dogs") << 0;
        QTest::newRow("star") << QByteArray("*") << 0;
        QTest::newRow("quote") << QByteArray("\"") << 0;
        QTest::newRow("open quote") << QByteArray("\"dogs") << 1;
        QTest::newRow("parenthesis") << QByteArray("(dogs") << 1;
        QTest::newRow("minus") << QByteArray("-dogs") << 1;
        QTest::newRow("caret") << QByteArray("^two dogs") << 1;
        QTest::newRow("braces") << QByteArray("{dogs}:") << 1;
        QTest::newRow("zero") << QByteArray("dogs\0shore", 10) << 0;
        QTest::newRow("not UTF-8") << QByteArray("dogs \xff") << 1;
        QTest::newRow("very long") << QByteArray(1 << 20, 'x') << 0;
        QTest::newRow("very many") << QByteArray("a ").repeated(1 << 19) << 0;
    }
    void whatMeansSomethingToTheIndexIsTakenForWords() {
        QFETCH(QByteArray, typed);
        QFETCH(int, found);
        DataSetFixture set;
        set.picture("a.png", 10);
        set.folder.write("captions.csv", "file_name,caption\na.png,two dogs run\na.png,\"the \"\"NEAR\"\" shore\"\n");
        set.store();
        QCOMPARE(set.captions(searching(typed.toStdString())).size(), static_cast<size_t>(found));
    }

    void aCaptionOfAMegabyteIsCutAndTold() {
        DataSetFixture set;
        set.picture("a.png", 10);
        set.folder.write("captions.csv", "file_name,caption\na.png," + std::string(1 << 20, 'x') + "\n");
        set.store();
        const DataPair pair = set.page().pairs.at(0);
        QCOMPARE(pair.caption.size(), size_t{10'000});
        QVERIFY(pair.problem.find("longer than 10 kB") != std::string::npos);
    }

    void aFileThatVanishedIsShownAsMissing() {
        DataSetFixture set;
        set.pictures(3);
        set.store();
        fs::remove(set.folder / "1.png");
        const auto pairs = set.page().pairs;
        QCOMPARE(pairs.size(), size_t{3});
        QVERIFY(!pairs[0].missing && pairs[1].missing && !pairs[2].missing);
    }

    void theSameFolderTwiceIsReadAgainAndNotListedTwice() {
        DataSetFixture set;
        set.pictures(3);
        const int64_t id = set.store().id;
        set.pictures(5);
        QCOMPARE(set.store().id, id);
        QCOMPARE(dataSets(set.database).value().size(), size_t{1});
        QCOMPARE(set.page().total, int64_t{5});
        QCOMPARE(set.captions(searching("number")).size(), size_t{5});
        QCOMPARE(count(set.database, "data_readings"), int64_t{1}); // of the first nothing is left
        QCOMPARE(count(set.database, "data_captions"), int64_t{5});
        QCOMPARE(count(set.database, "data_files"), int64_t{5});
    }

    void aReadingThatIsCancelledLeavesTheEarlierOne() {
        DataSetFixture set;
        set.pictures(3);
        set.store();
        set.pictures(5);
        const PairCheck check = checkPairs(std::span(&set.folder.root(), 1), {}).value();
        std::stop_source source;
        const auto stopped =
            storeDataSet(set.database, check, source.get_token(), [&](const Progress&) { source.request_stop(); });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::cancelled);
        QCOMPARE(set.page().total, int64_t{3});
        QVERIFY(forgetRemovedDataSets(set.database));
        QCOMPARE(count(set.database, "data_readings"), int64_t{1});
    }

    void aDataSetThatIsRemovedCanBeBroughtBackUntilItIsForgotten() {
        DataSetFixture set;
        set.pictures(3);
        set.store();
        set.change(DataChangeKind::exclude, {set.pair("number 1").id});
        QVERIFY(setDataSetRemoved(set.database, set.info.id, true));
        QVERIFY(dataSets(set.database).value().empty());
        QCOMPARE(dataPage(set.database, {set.info.id, {}, 0, 10}).error().code, ErrorCode::notFound);

        QVERIFY(setDataSetRemoved(set.database, set.info.id, false));
        QCOMPARE(set.captions({.excluded = true}), (Captions{"number 1"}));
        QVERIFY(forgetRemovedDataSets(set.database));
        QCOMPARE(count(set.database, "file_contents"), int64_t{3}); // it is none of those

        QVERIFY(setDataSetRemoved(set.database, set.info.id, true));
        QVERIFY(forgetRemovedDataSets(set.database));
        QVERIFY(!setDataSetRemoved(set.database, set.info.id, false));
        for (const char* table :
             {"data_sets", "data_readings", "data_pairs", "data_captions", "pair_exclusions", "file_contents"})
            QCOMPARE(count(set.database, table), int64_t{0});
    }

    void aFolderThatIsGoneIsSaidToBeOffline() {
        DataSetFixture set;
        set.pictures(2);
        set.store();
        fs::remove_all(set.folder.root());
        const auto sets = dataSets(set.database).value();
        QVERIFY(sets.at(0).offline);
        QCOMPARE(set.page().total, int64_t{2});
        QVERIFY(set.page().pairs[0].missing);
        fs::create_directory(set.folder.root()); // for the fixture to take away
    }

    void aFolderWithoutPairsIsRefused() {
        DataSetFixture set;
        const auto nothing = checkPairs(std::span(&set.folder.root(), 1), {});
        QVERIFY(!nothing);
        QVERIFY(nothing.error().text().find("no pairs found") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestDataSets)
#include "test_data_sets.moc"

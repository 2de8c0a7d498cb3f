#include "core/base/atomic_file.h"
#include "core/library/datasets/pair_export.h"
#include "core/library/datasets/pair_statistics.h"
#include "support/data_set_fixture.h"

#include <QtTest/QTest>

using namespace fusefind;
namespace fs = std::filesystem;
using Captions = std::vector<std::string>;

namespace {

// A triple, and a picture with a caption that needs quotes.
void writeMixture(const DataSetFixture& set) {
    set.picture("sub/a.png", 20);
    set.folder.write("a.wav", wavFile(sine(440, 0.5, 8000), 8000));
    set.picture("b,\"c\".png", 30, 2000);
    set.folder.write("metadata.csv",
                     "image,audio,caption\nsub/a.png,a.wav,barks\n\"b,\"\"c\"\".png\",,\"one, \"\"two\"\"\"\n");
}

DataSelection everything(const DataSetFixture& set) {
    return {.dataSet = set.info.id, .rows = {{0, 1000}}};
}

} // namespace

class TestPairReports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statisticsCountWhatIsNotExcluded() {
        DataSetFixture set;
        writeMixture(set);
        set.store();
        DataStatistics counts = dataStatistics(set.database, set.info.id).value();
        QCOMPARE(counts.pairs, (std::array<int64_t, 3>{2, 1, 1}));
        QCOMPARE(counts.images, int64_t{2});
        QCOMPARE(counts.sounds, int64_t{1});
        QCOMPARE(counts.captions, int64_t{2});
        QCOMPARE(counts.vocabulary, int64_t{3});
        QCOMPARE(counts.wordsPerCaption[1], int64_t{1});
        QCOMPARE(counts.wordsPerCaption[2], int64_t{1});
        QCOMPARE(counts.captionsPerFile[1], int64_t{3});
        QCOMPARE(counts.pictureSizes[0], int64_t{2});
        QCOMPARE(counts.soundLengths[0], int64_t{1});

        set.change(DataChangeKind::exclude, {set.pair("one, \"two\"").id});
        counts = dataStatistics(set.database, set.info.id).value();
        QCOMPARE(counts.excluded, int64_t{1});
        QCOMPARE(counts.images, int64_t{1});
        QCOMPARE(counts.vocabulary, int64_t{1});
    }

    void wordsAreRunsOfLettersMarksAndDigitsInAnyCase() {
        std::unordered_set<std::string> words;
        QCOMPARE(countWords("Two DOGS, two cafe\u0301s -- 2", words), int64_t{5});
        QCOMPARE(words.size(), size_t{4});
        QCOMPARE(countWords("... \xff", words), int64_t{0});
    }

    void anExportIsReadAsTheSamePairs() {
        DataSetFixture set;
        writeMixture(set);
        set.store();
        set.change(DataChangeKind::mend, {set.pair("barks").id}, "barks loudly");
        const TempDir out;
        const DataExported report =
            exportPairs(set.database, {everything(set), out / "new/folder", true, false}).value();
        QCOMPARE(report.pairs, int64_t{4});
        QCOMPARE(report.files, int64_t{3});
        const fs::path folder = fs::canonical(out / "new/folder");
        const PairedData data = readPairedFolders(std::span(&folder, 1)).value();
        QCOMPARE(captionsOfImages(data), (Captions{"b,\"c\".png: one, \"two\"", "a.png: barks loudly"}));
        QCOMPARE(captionsOfSounds(data), (Captions{"a.wav: barks loudly"}));
        QCOMPARE(data.imageAudio.size(), size_t{1});
        QCOMPARE(data.images[1], folder / "sub/a.png");
        QVERIFY(data.problems.empty());
    }

    void picturesWithCaptionsAreWrittenAsMostProgramsReadThem() {
        DataSetFixture set;
        set.pictures(2);
        set.store();
        const TempDir out;
        const fs::path table = fs::canonical(out.path()) / "pairs.csv";
        DataExport request{everything(set), table, false, false};
        QCOMPARE(exportPairs(set.database, request).value().files, int64_t{0});
        QVERIFY(readFile(table).value().starts_with("file_name,caption,split\n0.png,number 0,"));

        const auto refused = exportPairs(set.database, request);
        QVERIFY(!refused && refused.error().text().find("already") != std::string::npos);
        request.replace = true;
        request.selection.rows = {{1, 1}};
        QVERIFY(exportPairs(set.database, request));
        QVERIFY(readFile(table).value().starts_with("file_name,caption,split\n1.png,number 1,"));
    }

    void aFolderThatHoldsSomethingIsNotWrittenInto() {
        DataSetFixture set;
        set.pictures(2);
        set.store();
        const auto refused = exportPairs(set.database, {everything(set), set.folder.root(), true, true});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::invalidInput);
    }

    void filesThatAreGoneAreLeftOutAndTold() {
        DataSetFixture set;
        set.pictures(3);
        set.store();
        fs::remove(set.folder / "1.png");
        const TempDir out;
        const fs::path target = fs::canonical(out.path()) / "new";
        const DataExported report = exportPairs(set.database, {everything(set), target, true, false}).value();
        QCOMPARE(report.pairs, int64_t{2});
        QCOMPARE(report.missing, (std::vector{set.folder / "1.png"}));
        const fs::path folder = target;
        QCOMPARE(captionsOfImages(readPairedFolders(std::span(&folder, 1)).value()),
                 (Captions{"0.png: number 0", "2.png: number 2"}));
    }

    void nothingSelectedIsAnError() {
        DataSetFixture set;
        set.pictures(1);
        set.store();
        const TempDir out;
        const auto refused =
            exportPairs(set.database, {{.dataSet = set.info.id}, fs::canonical(out.path()) / "new", true, false});
        QVERIFY(!refused);
        QVERIFY(!fs::exists(out / "new"));
    }
};

QTEST_GUILESS_MAIN(TestPairReports)
#include "test_pair_reports.moc"

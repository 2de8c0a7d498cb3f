#include "support/library_fixture.h"
#include "support/pair_fixture.h"

#include <QtTest/QTest>
#include <algorithm>

using namespace fusefind;
namespace fs = std::filesystem;

using Lines = std::vector<std::string>;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class TestPairedData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMissingColumnIsAnErrorThatNamesTheOnesThereAre() {
        PairFixture fixture;
        fixture.media({"a.jpg"});
        fixture.write("captions.csv", "\xef\xbb\xbfpicture,caption\na.jpg,x\n");
        QVERIFY(has(fixture.tryRead().error().what, "no column for the file"));
        QVERIFY(has(fixture.tryRead().error().what, "picture, caption"));
        fixture.write("captions.csv", "file_name,words\na.jpg,x\n");
        QVERIFY(has(fixture.tryRead().error().what, "no column for captions"));
        fixture.write("captions.csv", "");
        QVERIFY(has(fixture.tryRead().error().what, "empty"));
        fs::remove(fixture / "captions.csv");
        fixture.write("captions.jsonl", "{\"caption\":\"x\",\"picture\":\"a.jpg\"}\n");
        QVERIFY(has(fixture.tryRead().error().what, "the columns are: caption, picture"));
    }

    void aWrongQuoteIsAnErrorThatNamesFileAndLine() {
        PairFixture fixture;
        fixture.media({"a.jpg"});
        fixture.write("captions.csv", "file_name,caption\na.jpg,fine\na.jpg,\"open\na.jpg,more\n");
        const auto error = fixture.tryRead().error();
        QCOMPARE(error.file, fixture / "captions.csv");
        QVERIFY(error.what.starts_with("line 3:"));
    }

    void aRowWithTooManyOrTooFewCellsIsReported() {
        PairFixture fixture;
        fixture.media({"a.jpg"});
        fixture.write("captions.csv", "file_name,caption\na.jpg,a dog, running\na.jpg\na.jpg,fine,,\n,nameless\n");
        const auto data = fixture.read();
        QCOMPARE(captionsOfImages(data), Lines{"a.jpg: fine"});
        QCOMPARE(problemsOf(data, fixture / "captions.csv"),
                 std::string("captions.csv line 2: 3 cells instead of 2; captions.csv line 3: 1 cells instead of 2; "
                             "captions.csv line 5: no file is named"));
    }

    void brokenJsonIsAnError() {
        PairFixture fixture;
        fixture.media({"a.jpg"});
        fixture.write("captions.jsonl", "{\"file\":\"a.jpg\",\"text\":\"x\"}\n{\"file\":\"a.jpg\",\n");
        QVERIFY(has(fixture.tryRead().error().what, "line 2: not a JSON object"));
        fs::remove(fixture / "captions.jsonl");
        fixture.write("dataset.json", R"({"images":[{"filename":"a.jpg","split":"train","sentences":[{"raw":"x"}]},)");
        QVERIFY(has(fixture.tryRead().error().what, "not complete JSON"));
    }

    void jsonNestedWithoutEndIsAnErrorAndNotACrash() {
        PairFixture fixture;
        fixture.media({"a.jpg"});
        fixture.write("captions.jsonl", std::string(100'000, '['));
        QVERIFY(!fixture.tryRead());
        fixture.write("captions.jsonl", std::string(100'000, '[') + std::string(100'000, ']'));
        QVERIFY(!fixture.tryRead());
    }

    void filesOutsideTheFolderAreRefused() {
        PairFixture outside;
        outside.media({"x.jpg"});
        PairFixture fixture;
        fixture.media({"a.jpg"});
        fixture.write("captions.csv", "file_name,caption\n../x.jpg,up\n" + (outside / "x.jpg").native() +
                                          ",absolute\na/../../x.jpg,again\n"
                                          "b/../a.jpg,inside\n");
        const auto data = fixture.read();
        QCOMPARE(captionsOfImages(data), Lines{"a.jpg: inside"});
        QCOMPARE(data.problems.size(), size_t{3});
        QVERIFY(std::ranges::all_of(data.problems, [](const auto& p) { return has(p.problem, "outside the folder"); }));
    }

    void missingAndUnusableFilesAreReportedOnce() {
        PairFixture fixture;
        fixture.media({"a.jpg", "x/same.jpg", "y/same.jpg", "notes.doc", "unnamed.jpg"});
        fixture.write("empty.jpg", "");
        fixture.write("captions.csv",
                      "file_name,caption\na.jpg,fine\ngone.jpg,one\ngone.jpg,two\nsame.jpg,which\nnotes.doc,text\n"
                      "empty.jpg,nothing\ny/same.jpg,this\n");
        const auto data = fixture.read();
        QCOMPARE(captionsOfImages(data).size(), size_t{2});
        QCOMPARE(problemsOf(data, fixture / "gone.jpg"), std::string("captions.csv line 3: the file is missing"));
        QVERIFY(has(problemsOf(data, fixture / "same.jpg"), "several files have this name"));
        QVERIFY(has(problemsOf(data, fixture / "notes.doc"), "neither a picture nor a sound"));
        QVERIFY(has(problemsOf(data, fixture / "empty.jpg"), "the file is empty"));
        QVERIFY(has(problemsOf(data, fixture / "unnamed.jpg"), "no partner"));
        QVERIFY(has(problemsOf(data, fixture / "x/same.jpg"), "no partner"));
    }

    void unreadableFilesAndFoldersAreReported() {
        const AsNobody nobody;
        PairFixture fixture;
        fixture.media({"a.jpg", "b.jpg", "locked/c.jpg"});
        fixture.write("a.txt", "a");
        fixture.write("b.txt", "b");
        fs::permissions(fixture / "a.jpg", fs::perms::none);
        fs::permissions(fixture / "locked", fs::perms::none);
        const auto data = fixture.read();
        QCOMPARE(captionsOfImages(data), Lines{"b.jpg: b"});
        QVERIFY(has(problemsOf(data, fixture / "a.jpg"), "Permission denied"));
        QVERIFY(has(problemsOf(data, fixture / "locked"), "Permission denied"));
    }

    void hugeAndDirtyCaptionsAreCutAndCleaned() {
        PairFixture fixture;
        fixture.media({"a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg"});
        std::string accents;
        while (accents.size() < 1'000'000)
            accents += "x\xc3\xa9\xc3\xa9";
        fixture.write("captions.csv", "file_name,caption\na.jpg," + accents +
                                          "\nb.jpg,a\x01 b\x7f\nc.jpg,caf\xe9\nd.jpg,  \n"
                                          "e.jpg,\"two\n lines\"\n");
        const auto data = fixture.read();
        QCOMPARE(data.images.size(), size_t{4});
        QVERIFY(data.texts[0].size() <= 10'000 && data.texts[0].size() > 9'990);
        QVERIFY(data.texts[0].ends_with("\xc3\xa9") || data.texts[0].ends_with("x"));
        QCOMPARE(data.texts[1], std::string("a  b"));
        QCOMPARE(data.texts[2], std::string("caf\xef\xbf\xbd"));
        QCOMPARE(data.texts[3], std::string("two  lines"));
        QCOMPARE(problemsOf(data, fixture / "a.jpg"), std::string("line 2: a caption longer than 10 kB was cut"));
        QVERIFY(has(problemsOf(data, fixture / "b.jpg"), "line 3: control characters"));
        QVERIFY(has(problemsOf(data, fixture / "c.jpg"), "line 4: a caption that is not UTF-8"));
        QCOMPARE(problemsOf(data, fixture / "d.jpg"), std::string("line 5: an empty caption"));
        QVERIFY(problemsOf(data, fixture / "e.jpg").empty());
    }

    void utf16IsRefusedWithAdvice() {
        PairFixture fixture;
        fixture.media({"a.jpg"});
        fixture.write("captions.csv", std::string("\xff\xfe"
                                                  "f\0i\0",
                                                  6));
        QVERIFY(has(fixture.tryRead().error().text(), "save it as UTF-8"));
    }

    void filesOfEqualContentAndCaptionsOfManyFilesAreReported() {
        PairFixture fixture;
        std::string table = "file_name,caption\n";
        for (int i = 10; i < 22; ++i) {
            fixture.media({std::to_string(i) + ".jpg"});
            table += std::to_string(i) + ".jpg,a photo\n";
        }
        fixture.write("copy.jpg", "10.jpg");
        fixture.write("captions.csv", table + "copy.jpg,a copy\n");
        const auto data = fixture.read();
        QCOMPARE(data.images.size(), size_t{13});
        QCOMPARE(problemsOf(data, fixture / "copy.jpg"), "has the same content as " + (fixture / "10.jpg").native());
        QCOMPARE(problemsOf(data, fixture / "10.jpg"),
                 std::string("its caption is also given to 11 other files: a photo"));
        QCOMPARE(data.problems.size(), size_t{2});
    }

    void oddNamesAreData() {
        PairFixture fixture;
        const fs::path odd = "a\n\"b\" \xff $(x) {}.jpg";
        fixture.media({odd});
        fixture.write("a\n\"b\" \xff $(x) {}.txt", "odd");
        const auto data = fixture.read();
        QCOMPARE(data.images.at(0), fixture / odd);
        QCOMPARE(data.texts.at(0), std::string("odd"));
    }

    void aFolderInWhichNothingPairsIsAnErrorThatSaysWhatWasLookedFor() {
        PairFixture fixture;
        QVERIFY(has(fixture.tryRead().error().text(), "looked for captions table: captions.csv"));
        fixture.media({"a.jpg", "b.wav"});
        QVERIFY(has(fixture.tryRead().error().text(), "looked for captions table: captions.csv"));
        fixture.write("captions.csv", "file_name,caption\nc.jpg,x\n");
        const auto error = fixture.tryRead().error();
        QCOMPARE(error.file, fixture / "captions.csv");
        QVERIFY(has(error.text(), "c.jpg: captions.csv line 2: the file is missing"));
        QCOMPARE(readPairedFolders(std::vector{fixture / "gone"}).error().code, ErrorCode::notFound);
    }

    void severalFoldersAreReadInTurnAndAFileOnce() {
        PairFixture first;
        first.media({"a.jpg", "below/b.jpg"});
        first.write("a.txt", "a");
        first.write("below/b.txt", "b");
        PairFixture second;
        second.media({"c.wav"});
        second.write("c.txt", "c");
        second.media({"more/d.jpg"});
        second.write("more/d.txt", "d");
        const std::vector<fs::path> folders{first / "below", second.root(), first.root(), first / "below"};
        const auto data = readPairedFolders(folders).value();
        const Lines expected{"b.jpg: b", "d.jpg: d", "a.jpg: a"};
        QCOMPARE(captionsOfImages(data), expected);
        QCOMPARE(data.folders.size(), size_t{3});
        QVERIFY(has(problemsOf(data, first / "below/b.jpg"), "another of the folders"));
    }

    void theSameDataGivesTheSameResult() {
        PairFixture fixture;
        fixture.media({"z.jpg", "m.wav", "m.jpg", "a.wav"});
        fixture.write("captions.csv", "image,audio,caption\nz.jpg,,z\nm.jpg,a.wav,both\n,m.wav,m\n");
        const auto data = fixture.read();
        const std::vector<fs::path> images{fixture / "m.jpg", fixture / "z.jpg"};
        const std::vector<fs::path> sounds{fixture / "a.wav", fixture / "m.wav"};
        QCOMPARE(data.images, images);
        QCOMPARE(data.sounds, sounds);
        QCOMPARE(fixture.read().texts, data.texts);
    }

    void readingCanBeStopped() {
        PairFixture fixture;
        fixture.media({"a.jpg"});
        fixture.write("a.txt", "a");
        std::stop_source source;
        source.request_stop();
        QCOMPARE(readPairedFolders(std::span(&fixture.root(), 1), source.get_token()).error().code,
                 ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestPairedData)
#include "test_paired_data.moc"

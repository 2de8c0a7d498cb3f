#include "support/pair_fixture.h"

#include <QtTest/QTest>

using namespace fusefind;
namespace fs = std::filesystem;

using Lines = std::vector<std::string>;

namespace {

PairedData readBy(const PairFixture& fixture, const fs::path& captions) {
    return readPairedFolders(std::vector{fixture / captions}).value();
}

PairedData partOf(PairedData data, Split split) {
    keepSplit(data, split);
    return data;
}

// "file below the folder: problem" of what is missing, in order.
Lines lostFrom(const PairFixture& fixture, const PairedData& data) {
    Lines lines;
    for (const PairProblem& problem : lostItems(data))
        lines.push_back(problem.path.lexically_relative(fixture.root()).native() + ": " + problem.problem);
    return lines;
}

std::string image(const std::string& folder, const std::string& name, const std::string& split,
                  const std::string& caption) {
    return R"({"filepath":")" + folder + R"(","filename":")" + name + R"(","split":")" + split +
           R"(","sentences":[{"raw":")" + caption + R"("},{"raw":")" + caption + R"( again"}]})";
}

constexpr auto kClothoColumns = "file_name,caption_1,caption_2,caption_3,caption_4,caption_5\n";
constexpr auto kAudioCapsColumns = "audiocap_id,youtube_id,start_time,caption\n";

} // namespace

// The layouts in which Flickr30k, COCO, AudioCaps and Clotho are published, in small.
class TestBenchmarkLayouts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void flickr30kIsReadByItsOwnSplitAmongSeveral() {
        PairFixture fixture;
        fixture.media({"flickr30k-images/1.jpg", "flickr30k-images/2.jpg", "flickr30k-images/3.jpg"});
        fixture.write("dataset_flickr30k.json",
                      R"({"images":[{"filename":"1.jpg","split":"test","sentences":[{"raw":"one"},{"raw":"uno"}]},)"
                      R"({"filename":"2.jpg","split":"train","sentences":[{"raw":"two"}]},)"
                      R"({"filename":"3.jpg","split":"val","sentences":[{"raw":"three"}]},)"
                      R"({"filename":"4.jpg","split":"test","sentences":[{"raw":"four"}]},)"
                      R"({"filename":"5.jpg","split":"train","sentences":[{"raw":"five"}]}],"dataset":"flickr30k"})");
        fixture.write("dataset_coco.json", R"({"images":[)" + image("val2014", "9.jpg", "test", "nine") + "]}");
        const auto data = readBy(fixture, "dataset_flickr30k.json");
        const Lines all{"1.jpg: one", "1.jpg: uno", "2.jpg: two", "3.jpg: three"};
        QCOMPARE(captionsOfImages(data), all);
        QCOMPARE(problemsOf(data, fixture / "dataset_coco.json"), std::string());
        const auto test = partOf(data, Split::test);
        const Lines tested{"1.jpg: one", "1.jpg: uno"};
        QCOMPARE(captionsOfImages(test), tested);
        QCOMPARE(test.texts.size(), size_t{2});
        QCOMPARE(lostFrom(fixture, test), Lines{"4.jpg: dataset_flickr30k.json: the file is missing"});
        QCOMPARE(captionsOfImages(partOf(data, Split::train)), Lines{"2.jpg: two"});
        QCOMPARE(lostFrom(fixture, data).size(), size_t{2});
    }

    void cocosRestvalIsForTrainingAndItsOwnAnnotationsAreNotInTheWay() {
        PairFixture fixture;
        fixture.media({"images/val2014/a.jpg", "images/val2014/b.jpg", "images/train2014/a.jpg"});
        fixture.write(
            "annotations/captions_val2014.json",
            R"({"images":[{"id":1,"file_name":"b.jpg"}],"annotations":[{"image_id":1,"caption":"official"}]})");
        fixture.write("annotations/dataset_coco.json", R"({"images":[)" + image("val2014", "a.jpg", "test", "A") + "," +
                                                           image("val2014", "b.jpg", "restval", "B") + "," +
                                                           image("train2014", "a.jpg", "train", "C") + "]}");
        const auto data = readBy(fixture, "annotations/dataset_coco.json");
        QCOMPARE(data.images.size(), size_t{3});
        const auto test = partOf(data, Split::test);
        const Lines tested{"a.jpg: A", "a.jpg: A again"};
        QCOMPARE(captionsOfImages(test), tested);
        QCOMPARE(test.images, std::vector{fixture / "images/val2014/a.jpg"});
        const Lines trained{"a.jpg: C", "a.jpg: C again", "b.jpg: B", "b.jpg: B again"};
        QCOMPARE(captionsOfImages(partOf(data, Split::train)), trained);
        QVERIFY(lostItems(data).empty());
    }

    void audioCapsFindsClipsUnderEachCustomaryName_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"abcdefghijk.wav", "Yabcdefghijk.flac", "abcdefghijk_30.wav", "Yabcdefghijk_30_40.wav",
                                 "audio/test/abcdefghijk_30000_40000.mp3", "test/702.wav"})
            QTest::newRow(name) << name;
    }
    void audioCapsFindsClipsUnderEachCustomaryName() {
        QFETCH(QString, name);
        PairFixture fixture;
        fixture.media({name.toStdString(), "train/zzzzzzzzzzz.wav", "abcdefghijk.jpg"});
        fixture.write("test.csv", std::string(kAudioCapsColumns) +
                                      "701,abcdefghijk,30,rain\n702,abcdefghijk,30,\"water, falling\"\n");
        fixture.write("train.csv", std::string(kAudioCapsColumns) + "1,zzzzzzzzzzz,0,a dog\n");
        const auto test = partOf(readBy(fixture, "test.csv"), Split::test);
        QCOMPARE(test.sounds, std::vector{fixture / name.toStdString()});
        const Lines texts{"rain", "water, falling"};
        QCOMPARE(test.texts, texts);
        QVERIFY(test.images.empty() && lostItems(test).empty());
    }

    void audioCapsPartsAreKeptApartAndMissingClipsAreToldOnce() {
        PairFixture fixture;
        fixture.media({"train/7.wav", "test/8.wav", "val/ccccccccccc.wav"});
        fixture.write("train.csv", std::string(kAudioCapsColumns) + "7,aaaaaaaaaaa,0,a\n");
        fixture.write("val.csv", std::string(kAudioCapsColumns) + "5,ccccccccccc,0,c\n");
        fixture.write("test.csv", std::string(kAudioCapsColumns) +
                                      "7,bbbbbbbbbbb,0,not that of training\n8,ddddddddddd,0,d\n9,bbbbbbbbbbb,0,b\n");
        const auto data = fixture.read();
        const Lines all{"8.wav: d", "7.wav: a", "ccccccccccc.wav: c"};
        QCOMPARE(captionsOfSounds(data), all);
        const std::vector<std::optional<Split>> splits{Split::test, Split::train, Split::validation};
        QVERIFY(data.soundSplits == splits);
        QCOMPARE(data.folders.at(0).format, std::string("test.csv"));
        QCOMPARE(lostFrom(fixture, partOf(data, Split::test)),
                 Lines{"bbbbbbbbbbb: test.csv line 2: the file is missing"});
    }

    void clothosSoundsOfOneNameBelongToTheirParts() {
        PairFixture fixture;
        fixture.media({"development/Rain.wav", "evaluation/Rain.wav", "validation/Sea.wav", "development/Sea.wav"});
        fixture.write("development/Wind.wav", "another wind");
        fixture.write("clotho_captions_development.csv",
                      std::string(kClothoColumns) + "Rain.wav,a,b,c,d,e\nSea.wav,f,g,h,i,j\nWind.wav,k,l,m,n,o\n");
        fixture.write("clotho_captions_validation.csv", std::string(kClothoColumns) + "Sea.wav,p,q,r,s,t\n");
        fixture.write("clotho_captions_evaluation.csv",
                      std::string(kClothoColumns) + "Rain.wav,1,2,3,4,5\nWind.wav,6,7,8,9,10\n");
        const auto data = fixture.read();
        QCOMPARE(data.sounds.size(), size_t{5});
        QCOMPARE(data.audioText.size(), size_t{25});
        const auto test = partOf(data, Split::test);
        QCOMPARE(test.sounds, std::vector{fixture / "evaluation/Rain.wav"});
        const Lines texts{"1", "2", "3", "4", "5"};
        QCOMPARE(test.texts, texts);
        QCOMPARE(lostFrom(fixture, test).size(), size_t{1});
        QVERIFY(lostFrom(fixture, test)[0].starts_with("Wind.wav: clotho_captions_evaluation.csv line 3: "));
        QCOMPARE(partOf(data, Split::validation).sounds, std::vector{fixture / "validation/Sea.wav"});
    }

    void whatIsWrongWithAnItemOfAPartIsLostOnlyWithTheItem() {
        PairFixture fixture;
        fixture.media({"evaluation/a.wav", "evaluation/b.wav"});
        fixture.write("clotho_captions_evaluation.csv",
                      "file_name,caption_1,caption_2\na.wav,fine,\" \x01\"\nb.wav,,\n../c.wav,outside,\n");
        const auto data = fixture.read();
        const Lines lost{"../c.wav: clotho_captions_evaluation.csv line 4: names a file outside the folder",
                         "evaluation/b.wav: line 3: an empty caption"};
        QCOMPARE(lostFrom(fixture, data), lost);
        QCOMPARE(captionsOfSounds(data).front(), std::string("a.wav: fine"));
    }

    void otherTablesNamedAfterPartsAreLeftAlone() {
        PairFixture fixture;
        fixture.media({"a.jpg"});
        fixture.write("a.txt", "an apple");
        fixture.write("train.csv", "id,label\n1,apple\n");
        const auto data = fixture.read();
        QCOMPARE(captionsOfImages(data), Lines{"a.jpg: an apple"});
        const auto refused = readPairedFolders(std::vector{fixture / "train.csv"});
        QCOMPARE(refused.error().what, std::string("not a captions file"));
        QCOMPARE(refused.error().file, fixture / "train.csv");
    }

    void aDamagedTableIsAnErrorThatNamesIt() {
        PairFixture fixture;
        fixture.media({"evaluation/a.wav"});
        fixture.write("clotho_captions_evaluation.csv", std::string(kClothoColumns) + "a.wav,1,2,3,4,5\n");
        fixture.write("clotho_captions_development.csv", std::string(kClothoColumns) + "b.wav,\"open,2,3,4,5\n");
        const auto error = fixture.tryRead().error();
        QCOMPARE(error.code, ErrorCode::invalidInput);
        QCOMPARE(error.file, fixture / "clotho_captions_development.csv");
        fixture.write("clotho_captions_development.csv", "name,words\nb.wav,w\n");
        QVERIFY(fixture.tryRead().error().what.find("the columns are: name, words") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestBenchmarkLayouts)
#include "test_benchmark_layouts.moc"

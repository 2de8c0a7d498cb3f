#include "support/pair_fixture.h"

#include <QtTest/QTest>

using namespace fusefind;

using Lines = std::vector<std::string>;

class TestPairFormats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTableOfCaptionsIsRead_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("contents");
        QTest::newRow("csv") << "captions.csv"
                             << "file_name,caption\nb.jpg,a bee\na.jpg,\"an apple, red\"\na.jpg,fruit\n";
        QTest::newRow("tsv") << "captions.tsv"
                             << "file\ttext\nb.jpg\ta bee\na.jpg\tan apple, red\na.jpg\tfruit\n";
        QTest::newRow("jsonl") << "captions.jsonl"
                               << "{\"image\":\"b.jpg\",\"caption\":\"a bee\"}\n\n"
                                  "{\"image\":\"a.jpg\",\"caption\":[\"an apple, red\",\"fruit\"]}";
        QTest::newRow("numbered") << "metadata.csv"
                                  << "Image, caption_2 ,caption_1\nb.jpg,a bee,\na.jpg,\"an apple, red\",fruit\n";
        QTest::newRow("metadata.jsonl")
            << "metadata.jsonl"
            << "{\"file_name\":\"b.jpg\",\"text\":\"a bee\"}\r\n"
               "{\"file_name\":\"a.jpg\",\"caption_1\":\"an apple, red\",\"caption_2\":\"fruit\"}\r\n";
        QTest::newRow("byte order mark")
            << "captions.csv"
            << QString::fromUtf8("\xef\xbb\xbf") +
                   "file_name,caption\nb.jpg,a bee\na.jpg,\"an apple, red\"\na.jpg,fruit\n";
    }
    void aTableOfCaptionsIsRead() {
        QFETCH(QString, name);
        QFETCH(QString, contents);
        PairFixture fixture;
        fixture.media({"a.jpg", "b.jpg"});
        fixture.write(name.toStdString(), contents.toStdString());
        const auto data = fixture.read();
        const Lines expected{"a.jpg: an apple, red", "a.jpg: fruit", "b.jpg: a bee"};
        QCOMPARE(captionsOfImages(data), expected);
        QCOMPARE(data.folders.at(0).format, name.toStdString());
        QVERIFY(data.problems.empty() && data.sounds.empty() && data.imageAudio.empty());
    }

    void aRowMayNameAPictureASoundAndTheirCaption() {
        PairFixture fixture;
        fixture.media({"sea.jpg", "sea.wav", "dog.jpg", "dog.wav"});
        fixture.write("captions.csv", "image,audio,caption\nsea.jpg,sea.wav,the sea\ndog.jpg,dog.wav,\n");
        const auto data = fixture.read();
        QCOMPARE(captionsOfImages(data), Lines{"sea.jpg: the sea"});
        QCOMPARE(captionsOfSounds(data), Lines{"sea.wav: the sea"});
        const std::vector<IndexPair> expected{{0, 0}, {1, 1}};
        QCOMPARE(data.imageAudio, expected);
        QVERIFY(data.problems.empty());
    }

    void clothosTableIsRead() {
        PairFixture fixture;
        fixture.media({"development/Rain 1.wav"});
        fixture.write("captions.csv",
                      "file_name,caption_1,caption_2,caption_3,caption_4,caption_5\nRain 1.wav,a,b,c,d,e\n");
        QCOMPARE(captionsOfSounds(fixture.read()).size(), size_t{5});
    }

    void audioCapsFindsFilesByTheirYoutubeId() {
        PairFixture fixture;
        fixture.media({"-0abc_d.wav", "Yxyz.flac", "q_w_30.wav", "q.wav"});
        fixture.write("captions.csv", "audiocap_id,youtube_id,start_time,caption\n"
                                      "1,-0abc_d,30,rain\n2,xyz,10,a dog\n3,q_w,30,wind\n4,gone,0,nothing\n");
        const auto data = fixture.read();
        const Lines expected{"-0abc_d.wav: rain", "Yxyz.flac: a dog", "q_w_30.wav: wind"};
        QCOMPARE(captionsOfSounds(data), expected);
        QCOMPARE(problemsOf(data, fixture / "gone"), std::string("captions.csv line 5: the file is missing"));
    }

    void flickrsCaptionsAreRead_data() {
        QTest::addColumn<QString>("contents");
        QTest::newRow("with commas")
            << "image,caption\na.jpg,A dog , running .\na.jpg,\"He said \"\"no\"\", twice\"\nb.jpg,A cat\n";
        QTest::newRow("numbered") << "a.jpg#0\tA dog , running .\na.jpg#1\tHe said \"no\", twice\nb.jpg#0\tA cat\n";
    }
    void flickrsCaptionsAreRead() {
        QFETCH(QString, contents);
        PairFixture fixture;
        fixture.media({"Images/a.jpg", "Images/b.jpg"});
        fixture.write("captions.txt", contents.toStdString());
        const Lines expected{"a.jpg: A dog , running .", "a.jpg: He said \"no\", twice", "b.jpg: A cat"};
        QCOMPARE(captionsOfImages(fixture.read()), expected);
    }

    void cocosCaptionsAreRead() {
        PairFixture fixture;
        fixture.media({"val2017/000001.jpg", "val2017/000002.jpg"});
        fixture.write("annotations/instances_val2017.json",
                      R"({"images":[],"annotations":[{"image_id":1,"bbox":[]}]})");
        fixture.write(
            "annotations/captions_val2017.json",
            R"({"info":{"year":2017},"annotations":[{"image_id":2,"id":7,"caption":"a bus"},)"
            R"({"image_id":1,"id":8,"caption":"a train\n"},{"image_id":9,"id":9,"caption":"lost"}],)"
            R"("images":[{"id":1,"file_name":"000001.jpg","license":[{"x":1}]},{"id":2,"file_name":"000002.jpg"}]})");
        const auto data = fixture.read();
        const Lines expected{"000001.jpg: a train", "000002.jpg: a bus"};
        QCOMPARE(captionsOfImages(data), expected);
        QVERIFY(!problemsOf(data, fixture / "annotations/captions_val2017.json").empty());
        QCOMPARE(data.problems.size(), size_t{1});
    }

    void karpathysSplitIsKeptApart() {
        PairFixture fixture;
        fixture.media({"val2014/a.jpg", "val2014/b.jpg", "val2014/c.jpg", "val2014/d.jpg"});
        fixture.write(
            "dataset.json",
            R"({"images":[{"filepath":"val2014","filename":"a.jpg","split":"test","sentences":[{"raw":"A.","tokens":["a"]},{"raw":"AA."}]},)"
            R"({"filename":"b.jpg","split":"restval","sentences":[{"raw":"B."}]},)"
            R"({"filename":"c.jpg","split":"val","sentences":[{"raw":"C."}]},)"
            R"({"filename":"d.jpg","split":"train","sentences":[{"raw":"D."}]}],"dataset":"coco"})");
        const auto data = fixture.read();
        const Lines expected{"a.jpg: A.", "a.jpg: AA.", "b.jpg: B.", "c.jpg: C.", "d.jpg: D."};
        QCOMPARE(captionsOfImages(data), expected);
        const std::vector<std::optional<Split>> splits{Split::test, Split::train, Split::validation, Split::train};
        QVERIFY(data.imageSplits == splits);
    }

    void filesOfOneNameMakeAllKindsOfPairs() {
        PairFixture fixture;
        fixture.media({"a/sea.jpg", "a/sea.wav", "b/dog.jpg", "b/cow.mp4", "b/cow.png", "c/alone.wav"});
        fixture.write("a/sea.txt", "the sea\r\n\nwaves\n");
        fixture.write("b/dog.txt", "a dog");
        fixture.write("b/ghost.txt", "nobody");
        const auto data = fixture.read();
        const Lines pictures{"sea.jpg: the sea", "sea.jpg: waves", "dog.jpg: a dog"};
        const Lines sounds{"sea.wav: the sea", "sea.wav: waves"};
        QCOMPARE(captionsOfImages(data), pictures);
        QCOMPARE(captionsOfSounds(data), sounds);
        QCOMPARE(data.imageAudio.size(), size_t{2});
        QCOMPARE(data.images.at(data.imageAudio[1].first), fixture / "b/cow.png");
        QCOMPARE(data.sounds.at(data.imageAudio[1].second), fixture / "b/cow.mp4");
        QVERIFY(problemsOf(data, fixture / "c/alone.wav").starts_with("no partner"));
        QCOMPARE(problemsOf(data, fixture / "b/ghost.txt"), std::string("no picture or sound has this name"));
        QCOMPARE(data.folders.at(0).format, std::string("files of one name"));
    }

    void theFirstFormatInOrderIsUsedAndOtherCaptionsFilesAreReported() {
        PairFixture fixture;
        fixture.media({"a.jpg"});
        fixture.write("a.txt", "from the text");
        fixture.write("captions.txt", "image,caption\na.jpg,from Flickr\n");
        fixture.write("metadata.csv", "file_name,text\na.jpg,from the metadata\n");
        fixture.write("captions.tsv", "file_name\ttext\na.jpg\tfrom the table\n");
        const auto data = fixture.read();
        QCOMPARE(captionsOfImages(data), Lines{"a.jpg: from the table"});
        QCOMPARE(problemsOf(data, fixture / "metadata.csv"), std::string("not used: captions.tsv was found first"));
        QCOMPARE(problemsOf(data, fixture / "captions.txt"), std::string("not used: captions.tsv was found first"));
        QCOMPARE(data.problems.size(), size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestPairFormats)
#include "test_pair_formats.moc"

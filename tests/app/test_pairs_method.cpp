#include "app/worker/pairs_method.h"
#include "core/base/atomic_file.h"
#include "support/media_files.h"
#include "support/pair_fixture.h"
#include "support/small_data.h"

#include <QtTest/QTest>
#include <algorithm>

using namespace fusefind;
namespace fs = std::filesystem;

namespace {

Result<PairsAnswer> look(const std::vector<fs::path>& folders, const fs::path& models = "/nowhere") {
    return lookAtPairs({folders}, ModelStore(models), {}, {});
}

std::string problemOf(const PairsAnswer& answer, const fs::path& path) {
    const auto found = std::ranges::find(answer.problems, path, &PairsProblem::path);
    return found == answer.problems.end() ? std::string() : found->problem;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// A model store that holds a text encoder with so many words.
void writeModel(const fs::path& models, const std::string& words) {
    std::error_code ignored;
    fs::remove_all(models / "words", ignored);
    ModelManifest manifest;
    manifest.id = "words";
    manifest.architecture = "bert";
    manifest.modalities = {{Modality::text, 384}};
    manifest.addedAt = "2024-05-31T12:00:00Z";
    fs::create_directories(models / "words");
    QVERIFY(writeManifest(models / "words", manifest));
    QVERIFY(writeFileAtomically(models / "words" / "config.json", R"({"vocab_size": )" + words + "}"));
}

} // namespace

class TestPairsMethod : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itCountsPairsAndShowsTenSpreadOverTheData() {
        const TempDir folder;
        const fs::path pairs = fs::canonical(folder.path()) / "pairs";
        writePairs(pairs, 48, 12);
        const PairsAnswer answer = look({pairs}).value();
        QCOMPARE(answer.imageText, int64_t{48});
        QCOMPARE(answer.audioText, int64_t{12});
        QCOMPARE(answer.images, int64_t{48});
        QCOMPARE(answer.sounds, int64_t{12});
        QCOMPARE(answer.captions, int64_t{60});
        QCOMPARE(answer.formats.at(0).second, std::string("metadata.csv"));
        QCOMPARE(answer.examples.size(), size_t{10});
        QVERIFY(answer.examples[0].image != answer.examples[4].image);
        QVERIFY(answer.examples[9].image.empty() && has(answer.examples[9].caption, "hertz"));
        QCOMPARE(look({pairs, pairs / ".." / "pairs"}).value().imageText, int64_t{48});
    }

    void onePairIsShownOnce() {
        PairFixture fixture;
        fixture.media({"a.jpg", "a.wav"});
        const PairsAnswer answer = look({fixture.root()}).value();
        QCOMPARE(answer.imageAudio, int64_t{1});
        QCOMPARE(answer.examples.size(), size_t{1});
        QVERIFY(answer.examples[0].caption.empty());
    }

    void filesThatCannotBeReadAreToldOf() {
        PairFixture fixture;
        fixture.write("a.png", encodePicture(quarters(8, 8), ".png"));
        fixture.write("b.wav", wavFile({}, 16'000));
        fixture.write("c.png", "no picture");
        fixture.write("captions.csv", "file_name,caption\na.png,a\nb.wav,b\nc.png,c\nd.png,d\n../e.png,e\n");
        const PairsAnswer answer = look({fixture.root()}).value();
        QVERIFY(problemOf(answer, fixture / "a.png").empty());
        QVERIFY(!problemOf(answer, fixture / "b.wav").empty());
        QVERIFY(!problemOf(answer, fixture / "c.png").empty());
        QVERIFY(has(problemOf(answer, fixture / "d.png"), "missing"));
        QVERIFY(has(problemOf(answer, fixture / "../e.png"), "outside the folder"));
    }

    void captionsThatAreAllTheSameAreAProblem() {
        PairFixture fixture;
        fixture.media({"a.jpg", "b.jpg"});
        fixture.write("captions.csv", "file_name,caption\na.jpg,a dog\nb.jpg,a dog\n");
        QVERIFY(has(problemOf(look({fixture.root()}).value(), fixture.root()), "all 2 captions are the same"));
    }

    void captionsInAnotherScriptAreAProblemForAnEncoderOfEnglish() {
        PairFixture fixture;
        fixture.media({"a.jpg", "b.jpg", "c.jpg"});
        fixture.write("captions.csv",
                      "file_name,caption\na.jpg,собака на снегу\nb.jpg,le chien à l'été\nc.jpg,\"犬, dog 1\"\n");
        const TempDir models;
        writeModel(models.path(), "30522");
        const PairsAnswer english = look({fixture.root()}, models.path()).value();
        QVERIFY(has(problemOf(english, fixture / "a.jpg"), "made for English"));
        QVERIFY(!has(problemOf(english, fixture / "b.jpg"), "English"));
        QVERIFY(!has(problemOf(english, fixture / "c.jpg"), "English")); // three Latin letters, one other
        writeModel(models.path(), "250002");
        QVERIFY(!has(problemOf(look({fixture.root()}, models.path()).value(), fixture / "a.jpg"), "English"));
    }

    void whereNothingPairsEachLayoutIsShownByAnExample() {
        PairFixture fixture;
        fixture.media({"a.jpg"});
        const auto answer = look({fixture.root()});
        QVERIFY(!answer);
        for (const char* part : {"file_name,caption", "image,caption", "annotations", "sentences", "dog.txt"})
            QVERIFY2(has(answer.error().text(), part), part);
        QVERIFY(!look({}));
    }

    void aCancelledLookEnds() {
        PairFixture fixture;
        fixture.media({"a.jpg", "a.wav"});
        std::stop_source stop;
        stop.request_stop();
        const auto answer = lookAtPairs({{fixture.root()}}, ModelStore("/nowhere"), stop.get_token(), {});
        QVERIFY(!answer && answer.error().code == ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestPairsMethod)
#include "test_pairs_method.moc"

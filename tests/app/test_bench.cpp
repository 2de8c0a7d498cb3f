#include "app/cli/benchmarks.h"
#include "app/engine_fixture.h"
#include "gpu/jobs/close_reference.h"
#include "support/media_files.h"

#include <nlohmann/json.hpp>

#include <QtCore/QFloat16>
#include <QtTest/QTest>
#include <cmath>
#include <fstream>
#include <map>
#include <set>

using namespace fusefind;
namespace fs = std::filesystem;

namespace {

using nlohmann::json;

constexpr int kTested = 12; // items in the test part of each data set: R@10 is not sure of itself
constexpr int kTrained = 12;

struct Ran {
    int status = 0;
    std::string out;
    std::string err;
    [[nodiscard]] nlohmann::json answer() const { return nlohmann::json::parse(out); }
};

void write(const fs::path& file, const std::string& bytes) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string pictureBytes(int number) {
    constexpr std::string_view kLetters = "rgbw";
    std::string colours;
    for (int shift = 0; shift < 8; shift += 2)
        colours += kLetters[static_cast<size_t>((number * 37 >> shift) & 3)];
    return encodePicture(quarters(48, 48, colours), ".png");
}

std::string soundBytes(int number) {
    constexpr int kSampleRate = 16000;
    return wavFile(sine(110 * std::pow(1.1, number), 0.5, kSampleRate), kSampleRate);
}

std::string captionOf(int number, bool test, int which) {
    return (test ? "test " : "train ") + std::to_string(number) + " caption " + std::to_string(which);
}

// Each data set in the layout in which it is published, and beside it the test part alone as a plain table.
class Sets {
public:
    explicit Sets(fs::path root) : root_(std::move(root)) {
        karpathy("flickr30k", "dataset_flickr30k.json", "flickr30k-images", false);
        karpathy("coco5k", "dataset_coco.json", "images", true);
        audioCaps();
        clotho();
    }

    [[nodiscard]] fs::path path(const std::string& set) const { return root_ / set; }
    [[nodiscard]] fs::path plain(const std::string& set) const { return root_ / (set + "-plain"); }

private:
    // Calls onItem(number, is it for testing, file name) for each item.
    template <class OnItem>
    static void forEachItem(OnItem&& onItem) {
        for (int number = 0; number < kTested + kTrained; ++number)
            onItem(number, number < kTested);
    }

    void addPlain(const std::string& set, const std::string& name, const std::string& bytes, int number) {
        write(plain(set) / name, bytes);
        std::ofstream table(plain(set) / "captions.csv", std::ios::app);
        if (number == 0) table << "file_name,caption_1,caption_2\n";
        table << name << ',' << captionOf(number, true, 1) << ',' << captionOf(number, true, 2) << '\n';
    }

    void karpathy(const std::string& set, const std::string& split, const fs::path& pictures, bool inYears) {
        json images = json::array();
        forEachItem([&](int number, bool test) {
            const std::string name = std::to_string(number) + ".png";
            json one{{"filename", name}, {"split", test ? "test" : number % 2 == 0 ? "train" : "restval"}};
            if (inYears) one["filepath"] = test ? "val2014" : "train2014";
            for (const int which : {1, 2})
                one["sentences"].push_back({{"raw", captionOf(number, test, which)}});
            images.push_back(one);
            write(path(set) / pictures / one.value("filepath", "") / name, pictureBytes(number));
            if (test) addPlain(set, name, pictureBytes(number), number);
        });
        write(path(set) / split, json{{"images", images}}.dump());
    }

    void audioCaps() {
        std::map<bool, std::string> tables;
        for (std::string* table : {&tables[false], &tables[true]})
            *table = "audiocap_id,youtube_id,start_time,caption\n";
        forEachItem([&](int number, bool test) {
            const std::string id = "clip" + std::to_string(1'000'000 + number);
            for (const int which : {1, 2})
                tables[test] +=
                    std::to_string(10 * number + which) + "," + id + ",30," + captionOf(number, test, which) + "\n";
            write(path("audiocaps") / (test ? "test" : "train") / ("Y" + id + ".wav"), soundBytes(number));
            if (test) addPlain("audiocaps", std::to_string(number) + ".wav", soundBytes(number), number);
        });
        write(path("audiocaps") / "test.csv", tables[true]);
        write(path("audiocaps") / "train.csv", tables[false]);
    }

    void clotho() {
        std::map<bool, std::string> tables;
        for (std::string* table : {&tables[false], &tables[true]})
            *table = "file_name,caption_1,caption_2\n";
        forEachItem([&](int number, bool test) {
            const std::string name = "Sound " + std::to_string(number % kTested) + ".wav"; // the same in both parts
            tables[test] += name + "," + captionOf(number, test, 1) + "," + captionOf(number, test, 2) + "\n";
            write(path("clotho") / (test ? "evaluation" : "development") / name, soundBytes(number));
            if (test) addPlain("clotho", name, soundBytes(number), number);
        });
        write(path("clotho") / "clotho_captions_evaluation.csv", tables[true]);
        write(path("clotho") / "clotho_captions_development.csv", tables[false]);
    }

    fs::path root_;
};

} // namespace

// Published data sets in small, measured by the space that comes along.
class TestBench : public QObject {
    Q_OBJECT

    EngineFixture engine_;
    std::unique_ptr<Sets> sets_;

    Ran run(const std::vector<std::string>& arguments) {
        Ran ran;
        ran.status = engine_.command(arguments, &ran.out, &ran.err);
        return ran;
    }
    Ran bench(const std::string& set, std::vector<std::string> more = {}) {
        more.insert(more.begin(), {"--json", "bench", set, "--root", sets_->path(set).native()});
        return run(more);
    }

private Q_SLOTS:
    void initTestCase() {
        // With it the space that comes along sees pictures.
        QCOMPARE(engine_.command({"models", "add", FUSEFIND_MODELS_DIR "/efficientnet-lite2"}), 0);
        sets_ = std::make_unique<Sets>(fs::canonical(engine_.folder.path()) / "sets");
    }

    void theTestPartIsMeasuredAsEvalMeasuresIt_data() {
        QTest::addColumn<QString>("set");
        for (const Benchmark& benchmark : benchmarks())
            QTest::newRow(std::string(benchmark.name).c_str()) << QString::fromStdString(std::string(benchmark.name));
    }
    void theTestPartIsMeasuredAsEvalMeasuresIt() {
        QFETCH(QString, set);
        const auto ran = bench(set.toStdString());
        QVERIFY2(ran.status == 0, ran.err.c_str());
        const auto found = ran.answer();
        const auto eval = run({"--json", "eval", sets_->plain(set.toStdString()).native()}).answer();
        QCOMPARE(found["recall"], eval["recall"]);
        QCOMPARE(found["space"], eval["space"]);
        QCOMPARE(found["benchmark"], set.toStdString());
        QCOMPARE(found["items"], kTested);
        QCOMPARE(found["captions"], 2 * kTested);
        QCOMPARE(found["missing"], 0);
    }

    void theFiguresOfThePaperStandBesideIt() {
        const auto flickr = bench("flickr30k").answer();
        const auto& last = flickr["paper"].back();
        QCOMPARE(last["method"], "FuseMix D,B");
        QCOMPARE(last["recall"]["text_to_image"]["R@1"], 71.2);
        QCOMPARE(last["recall"]["image_to_text"]["R@10"], 99.1);
        const auto clotho = bench("clotho").answer();
        QCOMPARE(clotho["paper"].back()["recall"]["audio_to_text"]["R@1"], 21.5);
        QVERIFY(clotho["paper"][1]["recall"]["audio_to_text"]["R@1"].is_null()); // VALOR tells one direction
        QCOMPARE(bench("coco5k").answer()["paper"][1]["recall"]["text_to_image"]["R@5"], 62.4);
        QCOMPARE(bench("audiocaps").answer()["paper"][0]["recall"]["text_to_audio"]["R@1"], 36.2);
    }

    void peopleSeeATableAndWhatItMeans() {
        const auto measured = bench("coco5k").answer();
        const auto shown = run({"bench", "coco5k", "--root", sets_->path("coco5k").native()}).out;
        QVERIFY(shown.starts_with("COCO 5K, test part: 12 pictures, 24 captions, 0 missing\n"));
        const auto cell = [&](const char* direction, const char* name) {
            return QString::number(measured["recall"][direction][name].get<double>(), 'f', 1);
        };
        const QStringList lines = QString::fromStdString(shown).split(u'\n');
        const auto row = [&](const QString& start) {
            const auto found = std::ranges::find_if(lines, [&](const QString& line) { return line.startsWith(start); });
            return found == lines.end() ? QString() : found->mid(start.size()).simplified();
        };
        QStringList expected;
        for (const char* direction : {"text_to_image", "image_to_text"})
            for (const char* name : {"R@1", "R@5", "R@10"})
                expected << cell(direction, name);
        QCOMPARE(row(QStringLiteral("space \"default\"")), expected.join(u' '));
        QCOMPARE(row(QStringLiteral("LiT")), QStringLiteral("4B 43.6 - - 59.5 - -"));
        QVERIFY(shown.find("COCO is not zero-shot for a space that was trained on it") != std::string::npos);
    }

    void filesThatAreNotThereAreCountedAndListed() {
        const fs::path root = sets_->path("gone");
        fs::copy(sets_->path("clotho"), root, fs::copy_options::recursive);
        fs::remove(root / "evaluation/Sound 3.wav");
        fs::remove(root / "development/Sound 4.wav"); // of another part
        write(root / "evaluation/Sound 5.wav", "no sound");
        const auto ran = run({"--json", "bench", "clotho", "--root", root.native()});
        QCOMPARE(ran.status, 3);
        const auto found = ran.answer();
        QCOMPARE(found["items"], kTested - 2);
        QCOMPARE(found["captions"], 2 * (kTested - 2));
        QCOMPARE(found["missing"], 2);
        std::set<std::string> names;
        for (const auto& file : found["skipped"])
            names.insert(fs::path(file["path"].get<std::string>()).filename());
        const std::set<std::string> expected{"Sound 3.wav", "Sound 5.wav"};
        QCOMPARE(names, expected);
        const auto shown = run({"bench", "clotho", "--root", root.native()}).out;
        QVERIFY(shown.find("10 sounds, 20 captions, 2 missing") != std::string::npos);
        QVERIFY(shown.find("the file is missing") != std::string::npos);
    }

    void theWrongFolderIsToldWhatWasLookedFor() {
        const auto ran = run({"bench", "flickr30k", "--root", sets_->path("clotho").native()});
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.err.find("looked for dataset_flickr30k.json") != std::string::npos, ran.err.c_str());
        QVERIFY(ran.err.find(sets_->path("clotho").native()) != std::string::npos);
        const fs::path bare = sets_->path("bare"); // captions without a file of the test part
        write(bare / "test.csv", "audiocap_id,youtube_id,start_time,caption\n1,abcdefghijk,0,rain\n");
        write(bare / "train.csv", "audiocap_id,youtube_id,start_time,caption\n2,klmnopqrstu,0,wind\n");
        write(bare / "klmnopqrstu.wav", soundBytes(1));
        const auto refused = run({"bench", "audiocaps", "--root", bare.native()});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.find("the test part has no pairs") != std::string::npos, refused.err.c_str());
        QVERIFY2(refused.err.find("abcdefghijk: test.csv line 2: the file is missing") != std::string::npos,
                 refused.err.c_str());
    }

    void aSpaceIsTrainedOnTheTrainingPartAlone() {
        const auto ran =
            bench("flickr30k", {"--train", "--name", "own", "--steps", "4", "--layers", "0", "--dim", "32"});
        QVERIFY2(ran.status == 0, ran.err.c_str());
        const auto found = ran.answer();
        QCOMPARE(found["space"], "own");
        QCOMPARE(found["training"]["steps"], 4);
        QCOMPARE(found["notes"].size(), size_t{2});
        QCOMPARE(found["recall"],
                 run({"--json", "eval", sets_->plain("flickr30k").native(), "--space", "own"}).answer()["recall"]);
        const auto space = engine_.workspace->spaces().load("own").value();
        const auto examples = readExamples(engine_.workspace->spaces().examplesFile("own"), *space).value();
        QVERIFY(!examples.texts.empty());
        for (const std::string& text : examples.texts)
            QVERIFY2(text.starts_with("train "), text.c_str());
    }

    void wrongUsageIsSaid_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no data set") << QStringList{"--root", "x"};
        QTest::newRow("an unknown one") << QStringList{"imagenet", "--root", "x"};
        QTest::newRow("no root") << QStringList{"clotho"};
        QTest::newRow("no name") << QStringList{"clotho", "--root", "x", "--train"};
        QTest::newRow("a name without a training") << QStringList{"clotho", "--root", "x", "--name", "n"};
        QTest::newRow("steps without a training") << QStringList{"clotho", "--root", "x", "--steps", "3"};
        QTest::newRow("two spaces") << QStringList{"clotho", "--root", "x", "--train", "--name", "n", "--space", "m"};
    }
    void wrongUsageIsSaid() {
        QFETCH(QStringList, arguments);
        std::vector<std::string> all{"bench"};
        for (const QString& argument : arguments)
            all.push_back(argument.toStdString());
        const auto ran = run(all);
        QCOMPARE(ran.status, 2);
        QVERIFY(!ran.err.empty());
    }
};

QTEST_GUILESS_MAIN(TestBench)
#include "test_bench.moc"

#include "app/cli.h"
#include "core/base/data_dir.h"
#include "support/small_data.h"
#include "support/temp_dir.h"

#include <QtCore/QFloat16>
#include <QtCore/QProcess>
#include <QtTest/QTest>
#include <set>

using namespace fusefind;

namespace {

QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

std::set<std::string> namesOf(const nlohmann::json& hits) {
    std::set<std::string> names;
    for (const auto& hit : hits)
        names.insert(std::filesystem::path(hit["path"].get<std::string>()).filename().string());
    return names;
}

} // namespace

// The contract of the command line, on real encoders: one data directory, filled once. Run a second time with
// FUSEFIND_TEST_WORKER set: then a worker holds the directory, and every command goes to it.
class TestCli : public QObject {
    Q_OBJECT

private:
    TempDir folder_;
    Cli cli_{folder_ / "data"};
    QProcess worker_;
    nlohmann::json trained_;
    nlohmann::json scanned_;

    CliRun runJson(QStringList arguments) const { return cli_.run(QStringList{QStringLiteral("--json")} + arguments); }
    QString in(const char* name) const { return text(folder_ / name); }

private Q_SLOTS:
    void initTestCase() {
        if (qEnvironmentVariableIsSet("FUSEFIND_TEST_WORKER")) QVERIFY(cli_.startWorker(worker_));
        writePairs(folder_ / "pairs", 48, 12);
        writeLibrary(folder_ / "library");
        for (const char* id : {"minilm-l6", "efficientnet-lite0", "aisfx"}) {
            const auto added = runJson({"models", "add", QStringLiteral(FUSEFIND_MODELS_DIR "/") + id});
            QVERIFY2(added.status == 0, added.err);
            QCOMPARE(added.json()["id"], id);
        }
        const auto train = runJson({"train", in("pairs"), "--name", "small", "--steps", "40", "--seed", "3"});
        QVERIFY2(train.status == 0, train.err);
        trained_ = train.json();
        QCOMPARE(cli_.run({"library", "add", in("library")}).status, 0);
        const auto scan = runJson({"library", "scan"});
        QVERIFY2(scan.status == 0, scan.err);
        scanned_ = scan.json();
    }

    void wrongUsageIsStatusTwo() {
        QCOMPARE(cli_.run({}).status, 2);
        QCOMPARE(cli_.run({"fly"}).status, 2);
        QCOMPARE(cli_.run({"train", in("pairs")}).status, 2);   // no --name
        QCOMPARE(cli_.run({"train", "--name", "x"}).status, 2); // no pairs
        QCOMPARE(cli_.run({"search", "x", "--in", "smell"}).status, 2);
        QCOMPARE(cli_.run({"train", in("pairs"), "--name", "x", "--encoder", "smell=nose"}).status, 2);
    }

    void everyCommandHasHelp() {
        for (const char* command :
             {"models", "library", "search", "pairs", "train", "eval", "embed", "spaces", "status"}) {
            const auto help = cli_.run({command, "--help"});
            QCOMPARE(help.status, 0);
            QVERIFY2(help.out.contains("--help"), command);
        }
        QVERIFY(cli_.run({"--version"}).out.startsWith("fusefind-cli "));
    }

    void aFailureIsOneErrorLineAndStatusOne() {
        const auto missing = cli_.run({"train", in("nowhere"), "--name", "x"});
        QCOMPARE(missing.status, 1);
        QCOMPARE(missing.err.count("error: "), 1);
        QVERIFY2(missing.err.contains("nowhere"), missing.err);
        QVERIFY(missing.out.isEmpty());
    }

    void modelsSayTheirModalitiesAndWhichSpacesNeedThem() {
        const auto added = runJson({"models", "add", QStringLiteral(FUSEFIND_MODELS_DIR "/minilm-l6")}).json();
        QCOMPARE(added["modalities"]["text"], 384);
        const auto list = runJson({"models", "list"}).json()["models"];
        QCOMPARE(list.size(), size_t{3});
        for (const auto& model : list) {
            QVERIFY(model["languages"].is_array());
            QVERIFY2(model["spaces"].dump().find("\"small\"") != std::string::npos, model.dump().c_str());
        }
        QCOMPARE(cli_.run({"models", "verify"}).status, 0);
    }

    void trainSaysWhatTheContractPromises() {
        for (const char* key : {"space", "recall", "steps", "seconds", "encode_seconds", "final_loss", "temperature",
                                "recipe", "best_epoch"})
            QVERIFY2(trained_.contains(key), key);
        for (const char* direction : {"text_to_image", "image_to_text", "text_to_audio", "audio_to_text"})
            for (const char* key : {"R@1", "R@5", "R@10", "queries", "candidates"})
                QVERIFY2(trained_["recall"][direction].contains(key), key);
    }

    void scanCountsWhatItDid() {
        QCOMPARE(scanned_["discovered"], 6);
        // A worker may have seen the folder already, when it was added.
        if (worker_.state() == QProcess::NotRunning) QCOMPARE(scanned_["encoded"], 6);
        QCOMPARE(scanned_["skipped"].size(), size_t{0});
        const auto again = runJson({"library", "scan"}).json();
        QCOMPARE(again["unchanged"], 6);
        QCOMPARE(again["encoded"], 0);
    }

    void searchFindsPicturesByWords() {
        const auto found = runJson({"search", "red and red above red and red", "--in", "image", "--top", "1"}).json();
        QCOMPARE(namesOf(found["hits"]), std::set<std::string>{"red.png"});
        QCOMPARE(found["hits"][0]["rank"], 1);
        QCOMPARE(found["hits"][0]["kind"], "image");
        QCOMPARE(found["space"], "small");
        QVERIFY(found["hits"][0]["score"].get<double>() <= 1.0);
    }

    void searchFindsTheFileItself() {
        const auto found = runJson({"search", "--like", in("library/high.wav"), "--top", "1"}).json();
        QCOMPARE(namesOf(found["hits"]), std::set<std::string>{"high.wav"});
        QVERIFY(!found["hits"][0].contains("start_s"));
    }

    void aHitInALongSoundNamesItsMoment() {
        const auto found = runJson({"search", "--like", in("library/long.wav"), "--in", "audio", "--top", "1"}).json();
        QCOMPARE(namesOf(found["hits"]), std::set<std::string>{"long.wav"});
        QVERIFY(found["hits"][0].contains("start_s"));
        QVERIFY(found["hits"][0]["end_s"].get<double>() <= 12.001);
    }

    void exactAndApproximateSearchAgree() {
        const auto fast = runJson({"search", "blue"}).json();
        const auto exact = runJson({"search", "blue", "--exact"}).json();
        QCOMPARE(fast["hits"], exact["hits"]);
        QCOMPARE(fast["hits"].size(), size_t{6});
    }

    void whatIsNotWantedFalls() {
        const auto rankOf = [&](const QStringList& arguments) {
            const auto found = runJson(arguments).json();
            for (const auto& hit : found["hits"])
                if (hit["path"].get<std::string>().ends_with("red.png")) return hit["rank"].get<int>();
            return 0;
        };
        const int plain = rankOf({"search", "red", "--in", "image"});
        const int without = rankOf({"search", "blue", "--unlike", in("library/red.png"), "--in", "image"});
        QVERIFY(plain > 0);
        QCOMPARE(without, 3);
        QCOMPARE(cli_.run({"search", "--not", "red"}).status, 1);
    }

    void filtersAndLimitsHold() {
        QCOMPARE(runJson({"search", "red", "--in", "audio"}).json()["hits"].size(), size_t{3});
        QCOMPARE(runJson({"search", "red", "--under", in("pairs")}).json()["hits"].size(), size_t{0});
        QCOMPARE(runJson({"search", "red", "--under", in("library")}).json()["hits"].size(), size_t{6});
        QCOMPARE(runJson({"search", "red", "--min-score", "1"}).json()["hits"].size(), size_t{0});
        QCOMPARE(cli_.run({"search", "red", "--space", "none"}).status, 1);
    }

    void pairsCheckCountsAndNamesProblems() {
        const auto checked = runJson({"pairs", "check", in("pairs")}).json();
        QCOMPARE(checked["pairs"]["image_text"], 48);
        QCOMPARE(checked["pairs"]["audio_text"], 12);
        QCOMPARE(checked["items"]["image"], 48);
        QVERIFY(checked["problems"].is_array());
    }

    void evalOfTheSameSpaceIsTheSameTwice() {
        const auto first = runJson({"eval", in("pairs"), "--space", "small"}).json();
        const auto second = runJson({"eval", in("pairs")}).json();
        QCOMPARE(first["recall"], second["recall"]);
        QCOMPARE(first["recall"]["text_to_image"]["candidates"], 48);
    }

    void embeddedLatentsCanBeTrainedOn() {
        QStringList pictures;
        std::string lines;
        for (int i = 0; i < 40; ++i) {
            pictures << in("pairs") + QStringLiteral("/picture-%1.png").arg(i);
            lines += "picture " + std::to_string(i) + "\n";
        }
        folder_.write("lines.txt", lines);
        const auto embedded =
            runJson(QStringList{"embed", "--encoder", "efficientnet-lite0", "--out", in("a.safetensors")} + pictures)
                .json();
        QCOMPARE(embedded["rows"], 40);
        QCOMPARE(embedded["dim"], 1280);
        QCOMPARE(cli_.run({"embed", "--encoder", "minilm-l6", "--lines", in("lines.txt"), "--out", in("b.safetensors")})
                     .status,
                 0);
        const auto train = runJson(
            {"train", "--latents", in("a.safetensors"), in("b.safetensors"), "--name", "latents", "--steps", "5"});
        QVERIFY2(train.status == 0, train.err);
        const auto eval =
            runJson({"eval", "--latents", in("a.safetensors"), in("b.safetensors"), "--space", "latents"});
        QCOMPARE(eval.json()["recall"]["image_to_text"]["candidates"], 40);
        const auto search = cli_.run({"search", "red", "--space", "latents"});
        QCOMPARE(search.status, 1);
        QVERIFY2(search.err.contains("ready-made latents"), search.err);
    }

    void aSpaceTravelsInOneFile() {
        QCOMPARE(cli_.run({"spaces", "export", "small", in("small.space")}).status, 0);
        QCOMPARE(cli_.run({"spaces", "import", in("small.space")}).status, 1); // the name is taken
        QCOMPARE(runJson({"spaces", "import", in("small.space"), "--name", "copy"}).json()["imported"], "copy");
        const auto here = runJson({"search", "green", "--space", "small"}).json();
        const auto there = runJson({"search", "green", "--space", "copy"}).json();
        QCOMPARE(here["hits"], there["hits"]);
        QCOMPARE(cli_.run({"spaces", "use", "copy"}).status, 0);
        QCOMPARE(runJson({"search", "green"}).json()["space"], "copy");
        QCOMPARE(cli_.run({"spaces", "use", "small"}).status, 0);
        QCOMPARE(cli_.run({"spaces", "remove", "copy"}).status, 0);
        folder_.write("bad.space", "not a space");
        QCOMPARE(cli_.run({"spaces", "import", in("bad.space"), "--name", "bad"}).status, 1);
    }

    void aSpaceIsRefusedWhereItsEncodersAreMissing() {
        const Cli elsewhere(folder_ / "elsewhere");
        QCOMPARE(elsewhere.run({"models", "add", QStringLiteral(FUSEFIND_MODELS_DIR "/minilm-l6")}).status, 0);
        const auto refused = elsewhere.run({"spaces", "import", in("small.space")});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("efficientnet-lite0"), refused.err);
        QVERIFY(elsewhere.run({"--json", "spaces", "list"}).json()["spaces"].empty());
    }

    void statusTellsOfTheLibraryTheSpaceAndTheIndex() {
        const auto status = runJson({"status"}).json();
        QCOMPARE(status["library"]["items"]["image"], 3);
        QCOMPARE(status["library"]["items"]["audio"], 3);
        QCOMPARE(status["space"], "small");
        QCOMPARE(status["index_recall"], 1.0);
        QCOMPARE(status["device"], "cpu");
        QVERIFY(status["jobs"].is_array());
        if (worker_.state() == QProcess::NotRunning)
            QVERIFY(status["worker"].is_null());
        else
            QCOMPARE(status["worker"]["pid"], worker_.processId());
    }

    void aDamagedIndexIsBuiltAgain() {
        const auto index = folder_ / "data/spaces/small/index/library.hnsw";
        QVERIFY(std::filesystem::exists(index));
        const auto before = runJson({"search", "red"}).json();
        folder_.write(index, "broken");
        QCOMPARE(runJson({"search", "red"}).json()["hits"], before["hits"]);
    }

    void aSecondProcessIsToldWhoHoldsTheDataDirectory() {
        if (worker_.state() != QProcess::NotRunning) QSKIP("the worker holds it, and is asked");
        const auto held = DataDir::open(folder_ / "data");
        QVERIFY(held.has_value());
        const auto second = cli_.run({"status"});
        QCOMPARE(second.status, 1);
        QVERIFY2(second.err.contains("in use by process " + QByteArray::number(::getpid())), second.err);
    }

    void aMovedFileKeepsItsLatentAndARemovedFolderItsFiles() {
        std::filesystem::rename(folder_ / "library/low.wav", folder_ / "library/deep.wav");
        const auto moved = runJson({"library", "scan"}).json();
        QCOMPARE(moved["moved"], 1);
        QCOMPARE(moved["encoded"], 0);
        QVERIFY(namesOf(runJson({"search", "a tone"}).json()["hits"]).contains("deep.wav"));
        QCOMPARE(cli_.run({"library", "remove", in("library")}).status, 0);
        QCOMPARE(runJson({"search", "a tone"}).json()["hits"].size(), size_t{0});
        QVERIFY(std::filesystem::exists(folder_ / "library/deep.wav"));
        QCOMPARE(cli_.run({"library", "add", in("library")}).status, 0);
        QCOMPARE(runJson({"library", "scan"}).json()["encoded"], 0);
    }

    void filesThatCannotBeReadAreListedAndTheRestGoesOn() {
        folder_.write("library/empty.png", "");
        folder_.write("library/text.wav", "not a sound");
        const auto scan = runJson({"library", "scan"});
        QCOMPARE(scan.status, 3);
        QCOMPARE(scan.json()["skipped"].size(), size_t{2});
        QCOMPARE(scan.json()["unchanged"], 6);
        std::filesystem::remove(folder_ / "library/empty.png");
        std::filesystem::remove(folder_ / "library/text.wav");
        QCOMPARE(cli_.run({"library", "scan"}).status, 0);
    }

    void cleanupTestCase() {
        if (worker_.state() == QProcess::NotRunning) return;
        worker_.terminate();
        QVERIFY(worker_.waitForFinished(-1));
        QCOMPARE(worker_.exitStatus(), QProcess::NormalExit);
        QCOMPARE(worker_.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"

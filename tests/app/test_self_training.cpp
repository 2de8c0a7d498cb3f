#include "app/cli.h"
#include "core/tensors/safetensors.h"
#include "support/media_files.h"
#include "support/small_data.h"
#include "support/temp_dir.h"

#include <QtCore/QFloat16>
#include <QtTest/QTest>

using namespace fusefind;

// `train --self` in the real program: the default space, adapted to pictures without captions.
class TestSelfTraining : public QObject {
    Q_OBJECT

    TempDir folder_;
    Cli cli_{folder_ / "data"};

    CliRun run(const QStringList& arguments) const {
        return cli_.run(QStringList{QStringLiteral("--json")} + arguments);
    }
    CliRun train(const std::filesystem::path& pictures, const char* name, const QStringList& more = {}) const {
        return run(QStringList{"train", "--self", QString::fromStdString(pictures.string()), "--name", name} + more);
    }
    std::vector<float> pointOf(const char* space) const {
        const auto out = QString::fromStdString((folder_ / "point.safetensors").string());
        const auto picture = QString::fromStdString((folder_ / "library/red.png").string());
        if (run({"embed", picture, "--space", space, "--out", out}).status != 0) return {};
        const auto read = SafetensorsFile::open(folder_ / "point.safetensors").value().readFloats("latents");
        return read.value();
    }

private Q_SLOTS:
    void initTestCase() {
        for (const char* model : {"minilm-l6", "efficientnet-lite0", "efficientnet-lite2", "aisfx"})
            QCOMPARE(run({"models", "add", QStringLiteral(FUSEFIND_MODELS_DIR "/") + model}).status, 0);
        writeLibrary(folder_ / "library");
        QCOMPARE(run({"library", "add", QString::fromStdString((folder_ / "library").string())}).status, 0);
        QCOMPARE(run({"library", "scan"}).status, 0);
    }

    void theAdaptedSpaceIsInUseAndPutsPicturesElsewhere() {
        const auto trained = train(folder_ / "library", "mine");
        QVERIFY2(trained.status == 0, trained.err);
        QCOMPARE(trained.json()["space"], "mine");
        QCOMPARE(trained.json()["recipe"]["reasons"].back(), "expects the classes that 3 pictures show");
        QCOMPARE(trained.json()["recall"].size(), size_t{0}); // nothing said what is right
        const auto found = run({"search", "something red", "--in", "image"}).json();
        QCOMPARE(found["space"], "mine");
        QCOMPARE(found["hits"].size(), size_t{3});
        QVERIFY(pointOf("mine") != pointOf("default"));
    }

    void soundsAreFoundAsInTheDefaultSpace() {
        const auto hits = [&](const char* space) {
            auto json = run({"search", "a low tone", "--in", "audio", "--exact", "--space", space}).json()["hits"];
            return json.dump();
        };
        QCOMPARE(hits("mine"), hits("default"));
    }

    void itBeginsWithTheDefaultSpaceEachTime() {
        const auto once = pointOf("mine");
        QCOMPARE(train(folder_ / "library", "mine").status, 0);
        QVERIFY(pointOf("mine") == once);
    }

    void aFileThatCannotBeReadIsSkippedAndNamedOnce() {
        folder_.write("damaged/one.png", encodePicture(quarters(64, 48), ".png"));
        folder_.write("damaged/two.png", "no picture");
        const auto trained = train(folder_ / "damaged", "other");
        QCOMPARE(trained.status, 3);
        QCOMPARE(trained.json()["skipped"].size(), size_t{1});
        QVERIFY(trained.json()["skipped"][0]["path"].get<std::string>().ends_with("two.png"));
    }

    void whatMakesNoSenseIsRefused() {
        std::filesystem::create_directories(folder_ / "empty");
        QVERIFY(train(folder_ / "empty", "none").err.contains("there is no picture to learn from"));
        QCOMPARE(train(folder_ / "missing", "none").status, 1);
        QVERIFY(train(folder_ / "library", "default").err.contains("the default space stays as it is"));
        for (const QStringList& more : {QStringList{"--epochs", "3"}, QStringList{"--resume"},
                                        QStringList{"--encoder", "image=efficientnet-lite0"}})
            QCOMPARE(train(folder_ / "library", "none", more).status, 2);
        const auto spaces = run({"spaces", "list"}).json()["spaces"].dump();
        QVERIFY(spaces.find("none") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestSelfTraining)
#include "test_self_training.moc"

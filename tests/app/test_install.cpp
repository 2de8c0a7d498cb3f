// What `cmake --install` lays down, moved elsewhere and run from there.

#include "app/cli.h"
#include "core/base/atomic_file.h"
#include "support/media_files.h"
#include "support/temp_dir.h"

#include <QtCore/QFloat16>
#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace fusefind;

class TestInstall : public QObject {
    Q_OBJECT

    TempDir folder_;
    std::filesystem::path prefix_ = folder_ / "moved";
    std::filesystem::path shared_ = prefix_ / "share/fusefind";
    Cli cli_{folder_ / "data", prefix_ / "bin/fusefind-cli"};

    static int statusOf(const std::filesystem::path& program, const QStringList& arguments) {
        return QProcess::execute(QString::fromStdString(program.string()), arguments);
    }
    CliRun run(const QStringList& arguments) const {
        return cli_.run(QStringList{QStringLiteral("--json")} + arguments);
    }

private Q_SLOTS:
    void initTestCase() {
        const auto first = folder_ / "first";
        const QStringList install{QStringLiteral("--install"), QStringLiteral(FUSEFIND_BUILD_DIR),
                                  QStringLiteral("--prefix"), QString::fromStdString(first.string())};
        QCOMPARE(statusOf(FUSEFIND_CMAKE, install), 0);
        QVERIFY(!std::filesystem::exists(first / "share/fusefind/models")); // only where they are asked for
        QCOMPARE(statusOf(FUSEFIND_CMAKE, install + QStringList{"--component", "encoders"}), 0);
        std::filesystem::rename(first, prefix_); // nothing may remember where it was laid
    }

    void everyProgramStarts() {
        for (const char* program : {"fusefind", "fusefind-cli", "fusefind-engine", "fusefind-worker"})
            QCOMPARE(statusOf(prefix_ / "bin" / program, {QStringLiteral("--version")}), 0);
    }

    void theModelsThatCanBeLoadedAreThoseOfTheInstalledCatalogue() {
        auto catalogue = nlohmann::json::parse(readFile(shared_ / "catalogue.json").value());
        const auto listed = [&] { return run({"models", "list", "--available"}).json()["models"].size(); };
        QCOMPARE(listed(), catalogue["models"].size());
        catalogue["models"] = nlohmann::json::array({catalogue["models"][0]});
        QVERIFY(writeFileAtomically(shared_ / "catalogue.json", catalogue.dump()));
        QCOMPARE(listed(), size_t{1});
    }

    void anEncoderIsAddedByNameOutOfTheInstalledOnes() {
        std::filesystem::rename(shared_ / "models/whisper-tiny-en", shared_ / "models/installed-alone");
        QCOMPARE(run({"models", "add", "installed-alone"}).status, 0);
        QCOMPARE(run({"models", "list"}).json()["models"][0]["id"], "installed-alone");
    }

    void aFirstSearchFindsPicturesInTheInstalledSpace() {
        for (const char* encoder : {"minilm-l6", "efficientnet-lite0", "efficientnet-lite2"})
            QCOMPARE(run({"models", "add", encoder}).status, 0);
        folder_.write("photos/one.png", encodePicture(quarters(64, 48), ".png"));
        QCOMPARE(run({"library", "add", QString::fromStdString((folder_ / "photos").string())}).status, 0);
        QCOMPARE(run({"library", "scan"}).status, 0);
        const auto found = run({"search", "a zebra crossing"}).json();
        QCOMPARE(found["space"], "default");
        QCOMPARE(found["hits"].size(), size_t{1});
        std::filesystem::remove(shared_ / "default-space/space.json");
        QCOMPARE(run({"search", "a zebra crossing"}).status, 1); // it was that one
    }
};

QTEST_GUILESS_MAIN(TestInstall)
#include "test_install.moc"

#include "app/cli.h"
#include "support/small_data.h"
#include "support/temp_dir.h"

#include <QtCore/QFloat16>
#include <QtTest/QTest>
#include <map>
#include <random>

using namespace fusefind;

namespace {

constexpr int kKills = 10; // of the scan, and as many of the training

QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

void addModels(const Cli& cli) {
    for (const char* id : {"minilm-l6", "efficientnet-lite0", "aisfx"})
        QCOMPARE(cli.run({"models", "add", QStringLiteral(FUSEFIND_MODELS_DIR "/") + id}).status, 0);
}

// Path to score, of everything a search finds.
std::map<std::string, double> scores(const Cli& cli, const QStringList& query) {
    std::map<std::string, double> found;
    const auto answer = cli.run(QStringList{"--json", "search", "--exact"} + query).json();
    for (const auto& hit : answer.at("hits"))
        found[hit["path"].get<std::string>()] = hit["score"].get<double>();
    return found;
}

// What float16 latents of differently cut batches may differ by.
bool sameScores(const std::map<std::string, double>& a, const std::map<std::string, double>& b) {
    const auto same = [](const auto& left, const auto& right) {
        constexpr double kTolerance = 2e-3;
        return left.first == right.first && std::abs(left.second - right.second) < kTolerance;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

} // namespace

class TestCliKill : public QObject {
    Q_OBJECT

private:
    TempDir folder_;
    QStringList trainCommand_;

private Q_SLOTS:
    void initTestCase() {
        writePairs(folder_ / "pairs", 40, 0);
        writePairs(folder_ / "library", 60, 8);
        trainCommand_ = {"train", text(folder_ / "pairs"), "--name", "small", "--steps", "60", "--seed", "5"};
    }

    void aTrainingAndAScanKilledAtAnyPointEndAsIfUndisturbed() {
        const Cli undisturbed(folder_ / "calm");
        addModels(undisturbed);
        QCOMPARE(undisturbed.run(trainCommand_).status, 0);
        QCOMPARE(undisturbed.run({"library", "add", text(folder_ / "library")}).status, 0);
        QCOMPARE(undisturbed.run({"library", "scan"}).status, 0);

        const Cli killed(folder_ / "storm");
        addModels(killed);
        std::mt19937 random(11);
        std::uniform_int_distribution<int> moment(50, 2500); // milliseconds: from before the database opens to the end
        for (int i = 0; i < kKills; ++i)
            (void)killed.runKilledAfter(moment(random), trainCommand_ + QStringList{"--resume"});
        const auto train = killed.run(trainCommand_ + QStringList{"--resume"});
        QVERIFY2(train.status == 0, train.err);
        QCOMPARE(killed.run({"library", "add", text(folder_ / "library")}).status, 0);
        for (int i = 0; i < kKills; ++i)
            (void)killed.runKilledAfter(moment(random), {"library", "scan"});
        const auto scan = killed.run({"--json", "library", "scan"});
        QVERIFY2(scan.status == 0, scan.err);
        QCOMPARE(scan.json()["skipped"].size(), size_t{0});

        for (const char* query : {"red and green above blue and white", "a tone of 400 hertz"})
            QVERIFY(sameScores(scores(undisturbed, {query, "--top", "100"}), scores(killed, {query, "--top", "100"})));
    }
};

QTEST_GUILESS_MAIN(TestCliKill)
#include "test_cli_kill.moc"

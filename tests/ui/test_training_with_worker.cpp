#include "core/base/data_dir.h"
#include "core/protocol/methods.h"
#include "core/protocol/recall_messages.h"
#include "core/protocol/train_messages.h"
#include "support/small_data.h"
#include "ui/client_fixture.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <csignal>

using namespace fusefind;

namespace {

constexpr int kPatienceMs = 120'000; // a busy machine

// The window's client of a real worker, and the last states of the training and of live recall that it heard of.
struct Window {
    explicit Window(const std::filesystem::path& dataDir)
        : client({QStringLiteral(FUSEFIND_WORKER), dataDir, {QStringLiteral("--device"), QStringLiteral("cpu")}}) {
        QObject::connect(&client, &WorkerClient::eventArrived, &client, [this](const QString& name, const Json& value) {
            if (name == QLatin1String(event::kRecall)) recall = recallStateFromJson(value).value();
            if (name == QLatin1String(event::kTraining)) state = trainingStateFromJson(value).value();
        });
        client.start();
    }
    Result<TrainingState> ask(const char* method, const Json& params = nullptr) {
        FUSEFIND_TRY_ASSIGN(const Json answer, fusefind::ask(client, method, params));
        return trainingStateFromJson(answer);
    }
    bool hears(const std::function<bool()>& condition) const { return QTest::qWaitFor(condition, kPatienceMs); }
    bool does(const QStringList& command) {
        Heard heard;
        client.command(command, &heard, heard.done());
        return hears([&] { return !heard.results.empty(); }) && heard.results[0];
    }
    bool addsModels() {
        for (const char* id : {"minilm-l6", "efficientnet-lite0"})
            if (!does({QStringLiteral("models"), QStringLiteral("add"),
                       QStringLiteral(FUSEFIND_MODELS_DIR "/") + QLatin1String(id)}))
                return false;
        return true;
    }
    // Of the held-out pairs of the one data set.
    bool hasMeasured(int64_t pairs) const {
        return hears([&] {
            return !recall.measuring && recall.dataSets.size() == 1 && recall.dataSets[0].pairs == pairs &&
                   !recall.dataSets[0].recalls.empty();
        });
    }

    WorkerClient client;
    TrainingState state;
    RecallState recall;
};

} // namespace

class TestTrainingWithWorker : public QObject {
    Q_OBJECT

    TempDir folder_;
    std::filesystem::path dataDir_ = folder_ / "data";

    Json request(const std::string& name, const std::string& steps) const {
        TrainingRequest request;
        request.folders = {folder_ / "pairs"};
        request.name = name;
        request.options = {{"steps", steps}, {"seed", "3"}};
        return toJson(request);
    }

private Q_SLOTS:
    void initTestCase() {
        writePairs(folder_ / "pairs", 48, 0);
        Window window(dataDir_);
        QVERIFY(window.addsModels());
    }

    void pairsAndAnEstimateAreAnswered() {
        Window window(dataDir_);
        const auto pairs = ask(window.client, method::kPairs, toJson(PairsRequest{{folder_ / "pairs"}}));
        QCOMPARE(pairsAnswerFromJson(pairs.value()).value().imageText, int64_t{48});
        QElapsedTimer clock;
        clock.start();
        const auto answer = ask(window.client, method::kEstimate, request("any", "500"));
        qInfo("an estimate took %lld ms", clock.elapsed());
        const TrainingEstimate estimate = trainingEstimateFromJson(answer.value()).value();
        QVERIFY(estimate.trainSeconds > 0 && estimate.trainSeconds < 600);
        QVERIFY(estimate.memoryBytes > 1'000'000);
        QVERIFY(estimate.itemsPerSecond.at("efficientnet-lite0") > 0);
        QVERIFY(!estimate.reasons.empty());
    }

    void aKilledWorkerGoesOnFromItsLastCheckpoint() {
        Window window(dataDir_);
        QVERIFY(window.ask(method::kTrain, request("killed", "400")));
        QVERIFY(window.hears([&] { return window.state.epochs.size() >= 3; }));
        QVERIFY(window.ask(method::kTrainingPause, {{"pause", true}}).value().phase == TrainingPhase::paused);
        const auto before = window.ask(method::kTrainingState).value().epochs;
        QVERIFY(window.ask(method::kTrainingPause, {{"pause", false}}));
        QVERIFY(window.hears([&] { return window.state.phase == TrainingPhase::train; }));
        QSignalSpy restarting(&window.client, &WorkerClient::restarting);
        QCOMPARE(::kill(static_cast<pid_t>(window.client.workerPid()), SIGKILL), 0);
        QVERIFY(restarting.wait(kPatienceMs));
        const TrainingState again = window.ask(method::kTrainingState).value();
        QVERIFY(again.epochs.size() >= before.size()); // at once, before anything is read again
        QVERIFY(window.hears([&] { return window.state.result.has_value(); }));
        QVERIFY(window.state.phase == TrainingPhase::done);
        for (size_t i = 0; i < before.size(); ++i) {
            QCOMPARE(window.state.epochs[i].epoch, static_cast<int64_t>(i + 1));
            QCOMPARE(window.state.epochs[i].loss, before[i].loss);
        }
        QVERIFY(window.ask(method::kTrainingDismiss).value().phase == TrainingPhase::idle);
    }

    void aTrainingOutlivesItsWindow() {
        {
            Window window(dataDir_);
            QVERIFY(window.ask(method::kTrain, request("alone", "3000")));
            QVERIFY(window.hears([&] { return window.state.epochs.size() >= 1; }));
        }
        QVERIFY(QTest::qWaitFor([&] { return DataDir::open(dataDir_).has_value(); }, kPatienceMs)); // it has left
        Window window(dataDir_);
        const TrainingState state = window.ask(method::kTrainingState).value();
        QVERIFY(state.phase == TrainingPhase::done);
        QVERIFY(state.result && !state.result->stopped);
    }

    void liveRecallIsMeasuredBetweenTheStepsOfATraining() {
        Window window(dataDir_);
        QVERIFY(window.ask(method::kTrainingDismiss));
        QVERIFY(window.does({QStringLiteral("spaces"), QStringLiteral("use"), QStringLiteral("alone")}));
        const auto added = ask(window.client, method::kDataSetAdd, {{"path", (folder_ / "pairs").native()}});
        const int64_t dataSet = dataSetInfoFromJson(added.value()).value().id;
        QVERIFY(window.hears([&] { return !window.recall.dataSets.empty(); }));
        const int64_t heldOut = window.recall.dataSets[0].pairs;
        QVERIFY(window.hasMeasured(heldOut));

        TrainingRequest forever;
        forever.folders = {folder_ / "pairs"};
        forever.name = "forever";
        forever.recipe = "paper"; // which no patience ends
        forever.options = {{"epochs", "1000000"}, {"layers", "0"}, {"dim", "64"}, {"batch", "16"}};
        QVERIFY(window.ask(method::kTrain, toJson(forever)));
        QVERIFY(window.hears([&] { return !window.state.epochs.empty(); }));
        const DataSelection one{.dataSet = dataSet, .filter = {.splits = {Split::validation}}, .rows = {{0, 1}}};
        QVERIFY(ask(window.client, method::kDataChange, toJson(DataChange{one})));
        QVERIFY(window.hasMeasured(heldOut - 1));
        QVERIFY(window.state.phase == TrainingPhase::train);
        const int64_t steps = window.state.done;
        QVERIFY(window.hears([&] { return window.state.done > steps; })); // it goes on
        QVERIFY(window.ask(method::kTrainingStop));
        QVERIFY(window.hears([&] { return window.state.result.has_value(); }));
    }

    void whatIsWrongIsAnsweredAndNothingStarts() {
        Window window(dataDir_);
        const auto refused = window.ask(method::kTrain, request("../up", "10"));
        QVERIFY(!refused && refused.error().code == ErrorCode::invalidInput);
        QVERIFY(!window.ask(method::kTrain, {{"folders", 5}}));
        QVERIFY(!window.ask(method::kTrainingPause, Json::object()));
        QVERIFY(window.ask(method::kTrainingStop).value().result); // of the one before
    }
};

QTEST_GUILESS_MAIN(TestTrainingWithWorker)
#include "test_training_with_worker.moc"

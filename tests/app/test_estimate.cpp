#include "app/engine_fixture.h"
#include "core/library/pairs/paired_data.h"
#include "gpu/jobs/estimate_job.h"
#include "support/small_data.h"

#include <malloc.h>

#include <QtTest/QTest>
#include <fstream>

using namespace fusefind;

namespace {

constexpr int kPictures = 150;
constexpr int kTries = 5; // another program may take the processor away in the middle of one

// A line of /proc/self/status, in bytes.
int64_t ownMemory(std::string_view name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name)) return 1024 * std::stoll(line.substr(name.size() + 1));
    qFatal("the system does not tell how much memory a process has");
}

// How much more memory there was at one time while something ran.
class PeakMemory {
public:
    PeakMemory() {
        ::malloc_trim(0);
        std::ofstream("/proc/self/clear_refs") << "5"; // the peak begins anew
        before_ = ownMemory("VmRSS");
    }
    [[nodiscard]] int64_t bytes() const { return ownMemory("VmHWM") - before_; }

private:
    int64_t before_ = 0;
};

// Of the right size: no less than a third, no more than three times as much.
bool isLike(double estimated, double measured) {
    constexpr double kFactor = 3;
    qInfo("estimated %.4g, measured %.4g", estimated, measured);
    return estimated < kFactor * measured && measured < kFactor * estimated;
}

// Layers, dimensions, batch and steps, without the numbers of pairs that they follow from: before a training nobody
// knows which pictures are so much alike that they are held out together.
std::vector<std::string> chosen(std::vector<std::string> reasons) {
    for (std::string& reason : reasons)
        reason.resize(std::min(reason.size(), reason.find(':')));
    return reasons;
}

// An engine that has encoded nothing yet, and pairs of pictures and captions.
struct Fixture {
    Fixture() {
        const auto folder = std::filesystem::canonical(engine.folder.path()) / "pairs";
        writePairs(folder, kPictures, 0);
        request.pairs.folders = {folder};
        request.name = "estimated";
        request.encoders = {{Modality::image, {"efficientnet-lite0"}}, {Modality::text, {"minilm-l6"}}};
        request.overrides.batch = 32;
    }
    // To its last step, however little the recall gains by it.
    void setSteps(int64_t steps) {
        request.paper = true;
        request.overrides.layers = 1;
        request.overrides.epochs = 1000;
        request.overrides.steps = steps;
    }
    TrainingEstimate estimate() {
        return inEngine<TrainingEstimate>([&](Workspace& workspace, JobContext& context) {
            return readPairedFolders(request.pairs.folders).and_then([&](const PairedData& data) {
                return estimateTraining(workspace, data, request, context);
            });
        });
    }
    TrainReport train() {
        return inEngine<TrainReport>(
            [&](Workspace& workspace, JobContext& context) { return trainSpace(workspace, request, context); });
    }
    template <class T, class Body>
    T inEngine(Body body) {
        Result<T> result = fail(ErrorCode::internal, "not run");
        (void)engine.run([&](Workspace& workspace, JobContext& context) -> Status {
            result = body(workspace, context);
            return {};
        });
        if (!result) qFatal("%s", result.error().text().c_str());
        return std::move(*result);
    }

    EngineFixture engine;
    TrainRequest request;
};

} // namespace

// What the wizard promises of a training, beside that training.
class TestEstimate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsOfTheRecipeThatIsTrainedBy() {
        Fixture fixture;
        fixture.request.overrides = {};
        const TrainingEstimate estimate = fixture.estimate();
        const TrainReport report = fixture.train();
        QVERIFY(!estimate.reasons.empty());
        QCOMPARE(chosen(estimate.reasons), chosen(report.space.recipe.reasons));
    }

    void encodingTakesAboutAsLongAsItSays() {
        for (int i = 0; i < kTries; ++i) {
            Fixture fixture;
            fixture.setSteps(1);
            const TrainingEstimate estimate = fixture.estimate(); // which keeps what it has encoded
            if (isLike(estimate.encodeSeconds, fixture.train().encodeSeconds)) return;
        }
        QFAIL("never");
    }

    void trainingTakesAboutAsLongAsItSays() {
        Fixture fixture;
        fixture.setSteps(100);
        for (int i = 0; i < kTries; ++i) {
            const TrainingEstimate estimate = fixture.estimate();
            const TrainReport report = fixture.train();
            QCOMPARE(report.space.steps, int64_t{100});
            if (isLike(estimate.trainSeconds, report.space.seconds)) return;
        }
        QFAIL("never");
    }

    void trainingHoldsAboutAsMuchMemoryAsItSays() {
        Fixture fixture;
        fixture.setSteps(1);
        fixture.train(); // so that nothing is left to encode
        fixture.setSteps(20);
        fixture.request.overrides.expansion = 8; // weights that outweigh all else
        const TrainingEstimate estimate = fixture.estimate();
        const PeakMemory peak;
        fixture.train();
        QVERIFY(isLike(static_cast<double>(estimate.memoryBytes), static_cast<double>(peak.bytes())));
    }
};

QTEST_GUILESS_MAIN(TestEstimate)
#include "test_estimate.moc"

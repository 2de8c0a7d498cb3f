#include "app/training_fixture.h"
#include "core/base/atomic_file.h"
#include "support/filling_disk.h"

using namespace fusefind;
namespace fs = std::filesystem;

class TestTrainingKeeper : public QObject {
    Q_OBJECT

    std::unique_ptr<TrainingFixture> fixture_;

private Q_SLOTS:
    void initTestCase() { fixture_ = std::make_unique<TrainingFixture>(); }
    void cleanup() {
        std::error_code ignored;
        fs::remove(fixture_->recordFile(), ignored);
    }
    void cleanupTestCase() { fixture_.reset(); }

    void aPausedTrainingFreesTheComputeThreadAndGoesOnAfterARestart() {
        auto training = fixture_->keeper();
        QVERIFY(training->start(fixture_->request("200")));
        QVERIFY(TrainingFixture::hasEpochs(*training, 2));
        training->setPaused(true);
        QVERIFY(training->state().phase == TrainingPhase::paused);
        QVERIFY(fixture_->isFree());
        const auto before = training->state().epochs;
        QVERIFY(before.back().step < 200);
        training = nullptr;
        training = fixture_->keeper();
        QVERIFY(training->state().phase == TrainingPhase::paused);
        QCOMPARE(training->state().epochs.size(), before.size());
        training->setPaused(false);
        QVERIFY2(TrainingFixture::reaches(*training, TrainingPhase::done), training->state().problem.c_str());
        const auto& epochs = training->state().epochs;
        for (size_t i = 0; i < epochs.size(); ++i)
            QCOMPARE(epochs[i].epoch, static_cast<int64_t>(i + 1));
        QCOMPARE(epochs[1].loss, before[1].loss);
        QVERIFY(epochs.size() > before.size());
    }

    void aWorkerThatEndsInOrderGoesOnByItselfWhenItIsStartedAgain() {
        auto training = fixture_->keeper();
        QVERIFY(training->start(fixture_->request("200")));
        QVERIFY(TrainingFixture::hasEpochs(*training, 1));
        training = nullptr;
        QVERIFY(fixture_->isFree());
        training = fixture_->keeper();
        QVERIFY(training->isUnderWay());
        QVERIFY(!training->state().epochs.empty());
        QVERIFY2(TrainingFixture::reaches(*training, TrainingPhase::done), training->state().problem.c_str());
    }

    void stoppingKeepsTheBestSoFar() {
        const auto training = fixture_->keeper();
        for (const bool whilePaused : {false, true}) {
            QVERIFY(training->start(fixture_->request(TrainingFixture::kForever)));
            QVERIFY(TrainingFixture::hasEpochs(*training, 2));
            if (whilePaused) {
                training->setPaused(true);
                QVERIFY(fixture_->isFree());
            }
            training->stop();
            QVERIFY2(TrainingFixture::reaches(*training, TrainingPhase::done), training->state().problem.c_str());
            QVERIFY(training->state().result->stopped);
            QVERIFY(training->state().result->bestEpoch >= 1);
            QVERIFY(fixture_->hasSpace(training->state().request.name));
            QVERIFY(training->dismiss());
        }
    }

    void stoppedBeforeTheFirstEpochThereIsNothingToKeep() {
        const auto training = fixture_->keeper();
        QVERIFY(training->start(fixture_->request(TrainingFixture::kForever)));
        training->stop();
        QVERIFY(TrainingFixture::reaches(*training, TrainingPhase::failed));
        QVERIFY(mentions(*training, "nothing to keep"));
        QVERIFY(!fixture_->hasSpace(training->state().request.name));
    }

    void aSecondTrainingIsRefused() {
        const auto training = fixture_->keeper();
        QVERIFY(training->start(fixture_->request(TrainingFixture::kForever)));
        const Status second = training->start(fixture_->request("10"));
        QVERIFY(!second && second.error().code == ErrorCode::busy);
        QVERIFY(second.error().text().find("has not ended") != std::string::npos);
        QVERIFY(!training->dismiss());
        training->setPaused(true);
        QVERIFY(!training->start(fixture_->request("10")));
        QVERIFY(fixture_->isFree());
        QVERIFY(training->dismiss());
        QVERIFY(training->state().phase == TrainingPhase::idle);
        QVERIFY(!fs::exists(fixture_->recordFile()));
    }

    void aTrainingThatCrashedTheWorkerTwiceIsNotStartedAThirdTime() {
        TrainingRecord record;
        record.state.phase = TrainingPhase::train;
        record.state.request = fixture_->request("20");
        record.launches = 1;
        QVERIFY(saveRecord(fixture_->recordFile(), record));
        {
            const auto training = fixture_->keeper();
            QVERIFY2(TrainingFixture::reaches(*training, TrainingPhase::done), training->state().problem.c_str());
        }
        record.state.request = fixture_->request("20");
        record.launches = 2;
        QVERIFY(saveRecord(fixture_->recordFile(), record));
        const auto training = fixture_->keeper();
        QVERIFY(training->state().phase == TrainingPhase::failed);
        QVERIFY(mentions(*training, "ended 2 times in this training"));
        QVERIFY(!fixture_->hasSpace(record.state.request.name));
    }

    void aDamagedRecordIsNoTraining() {
        QVERIFY(writeFileAtomically(fixture_->recordFile(), "no frame at all"));
        QVERIFY(fixture_->keeper()->state().phase == TrainingPhase::idle);
    }

    void aFolderThatChangesWhileItTrainsStartsTheTrainingAgain() {
        const fs::path folder = fs::canonical(fixture_->engine.folder.path()) / "changing";
        writePairs(folder, 20, 0);
        const auto training = fixture_->keeper();
        QVERIFY(training->start(fixture_->request("200", folder)));
        QVERIFY(TrainingFixture::hasEpochs(*training, 1));
        training->setPaused(true);
        QVERIFY(fixture_->isFree());
        writePairs(folder, 24, 0);
        training->setPaused(false);
        QVERIFY2(TrainingFixture::reaches(*training, TrainingPhase::done), training->state().problem.c_str());
        QCOMPARE(training->state().epochs.front().epoch, int64_t{1});
    }

    void aDiskThatIsFullAtACheckpointCostsNothingButTheWayBack() {
        const auto training = fixture_->keeper();
        QVERIFY(training->start(fixture_->request("120")));
        QVERIFY(TrainingFixture::hasEpochs(*training, 1));
        {
            FillingDisk disk(0);
            const ScopedFileOps faults(disk);
            training->setPaused(true);
            QVERIFY(fixture_->isFree());
        }
        QVERIFY(training->state().phase == TrainingPhase::paused);
        training->setPaused(false);
        QVERIFY2(TrainingFixture::reaches(*training, TrainingPhase::done), training->state().problem.c_str());
    }

    void anEncoderThatIsRemovedInTheMiddleIsNamed() {
        const auto training = fixture_->keeper();
        QVERIFY(training->start(fixture_->request(TrainingFixture::kForever)));
        QVERIFY(TrainingFixture::hasEpochs(*training, 1));
        training->setPaused(true);
        QVERIFY(fixture_->isFree());
        QCOMPARE(fixture_->engine.command({"models", "remove", "aisfx"}), 0);
        training->setPaused(false);
        QVERIFY(TrainingFixture::reaches(*training, TrainingPhase::failed));
        QVERIFY2(mentions(*training, "aisfx"), training->state().problem.c_str());
    }
};

QTEST_GUILESS_MAIN(TestTrainingKeeper)
#include "test_training_keeper.moc"

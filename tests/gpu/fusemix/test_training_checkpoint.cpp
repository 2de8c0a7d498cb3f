#include "core/base/atomic_file.h"
#include "core/base/file_ops.h"
#include "support/temp_dir.h"
#include "toy_training.h"

#include <QtTest/QTest>
#include <cerrno>

using namespace fusefind;
using std::chrono::milliseconds;

namespace {

class FullDisk : public FileOps {
public:
    ssize_t write(int, const void*, size_t) override {
        errno = ENOSPC;
        return -1;
    }
};

Recipe recipeOf(int64_t steps) {
    Recipe recipe = toyRecipe(steps);
    recipe.minEpochSteps = 8;
    return recipe;
}

// Trains until `lastStep` and is stopped there.
Result<TrainResult> trainUntil(const TrainingSet& set, const Recipe& recipe, TrainOptions options, int64_t lastStep) {
    std::stop_source source;
    options.stop = source.get_token();
    options.onStep = [&](int64_t step, int64_t, double) {
        if (step == lastStep) source.request_stop();
    };
    return train(set, recipe, options);
}

} // namespace

class TestTrainingCheckpoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Models this small gain nothing from a second thread, and tests run side by side.
    void initTestCase() { configureThreads(1); }

    void aStoppedRunGoesOnToTheSameWeights() {
        const TempDir folder;
        const TrainingSet set = toyTrainingSet(150, true);
        const Recipe recipe = recipeOf(60);
        const TrainResult whole = train(set, recipe, {}).value();
        TrainOptions options;
        options.checkpoint = folder / "checkpoint.safetensors";
        options.resume = true;
        // In the first epoch, amid another, at the end of one, twice at the same step.
        for (const int64_t step : {3, 21, 32, 32, 55})
            static_cast<void>(trainUntil(set, recipe, options, step));
        const TrainResult resumed = train(set, recipe, options).value();
        QCOMPARE(resumed.space.fingerprint(), whole.space.fingerprint());
        QCOMPARE(resumed.bestEpoch, whole.bestEpoch);
        QCOMPARE(resumed.finalLoss, whole.finalLoss);
        QCOMPARE(resumed.history.size(), whole.history.size());
        for (size_t i = 0; i < whole.history.size(); ++i) {
            QCOMPARE(resumed.history[i].loss, whole.history[i].loss);
            QCOMPARE(resumed.history[i].recall, whole.history[i].recall);
        }
    }

    // As after a kill: the run ended without a word; its last checkpoint is of the step before an epoch's last.
    void theLastCheckpointIsEnough() {
        const TempDir folder;
        const TrainingSet set = toyTrainingSet(150);
        const Recipe recipe = recipeOf(60);
        const auto file = folder / "checkpoint.safetensors";
        TrainOptions options;
        options.checkpoint = file;
        options.checkpointEvery = milliseconds(0);
        options.onEpoch = [&](const EpochReport& report) {
            if (report.epoch == 4) std::filesystem::copy_file(file, folder / "kept");
        };
        const std::string whole = train(set, recipe, options).value().space.fingerprint();
        std::filesystem::rename(folder / "kept", file);
        TrainOptions again;
        again.checkpoint = file;
        again.resume = true;
        std::vector<int64_t> remembered;
        again.onStart = [&](const std::vector<EpochReport>& history) {
            for (const EpochReport& report : history)
                remembered.push_back(report.epoch);
        };
        int64_t first = 0;
        again.onStep = [&](int64_t step, int64_t, double) { first = first == 0 ? step : first; };
        QCOMPARE(train(set, recipe, again).value().space.fingerprint(), whole);
        QCOMPARE(first, int64_t{32});
        QCOMPARE(remembered, (std::vector<int64_t>{1, 2, 3}));
    }

    void checkpointsAreThrottledByTime() {
        const TempDir folder;
        TrainOptions options;
        options.checkpoint = folder / "checkpoint.safetensors";
        options.checkpointEvery = std::chrono::hours(1);
        QVERIFY(train(toyTrainingSet(100), recipeOf(40), options).has_value());
        QVERIFY(!std::filesystem::exists(options.checkpoint));
    }

    void aCheckpointOfOtherDataOrAnotherRecipeIsRefused() {
        const TempDir folder;
        const TrainingSet set = toyTrainingSet(100);
        TrainOptions options;
        options.checkpoint = folder / "checkpoint.safetensors";
        QVERIFY(trainUntil(set, recipeOf(60), options, 20).has_value());
        options.resume = true;
        const auto recipe = train(set, recipeOf(61), options);
        QVERIFY(!recipe);
        QVERIFY(recipe.error().text().find("another run") != std::string::npos);
        TrainingSet other = set;
        other.latents.front().row(5)[0] += 1;
        QCOMPARE(train(other, recipeOf(60), options).error().code, ErrorCode::invalidInput);
    }

    void aDamagedCheckpointIsRefusedAndNeverHalfUsed() {
        const TempDir folder;
        const TrainingSet set = toyTrainingSet(100);
        TrainOptions options;
        options.checkpoint = folder / "checkpoint.safetensors";
        QVERIFY(trainUntil(set, recipeOf(60), options, 20).has_value());
        options.resume = true;
        const std::string whole = readFile(options.checkpoint).value();
        for (const size_t length : {size_t{0}, size_t{7}, size_t{500}, whole.size() / 2, whole.size() - 1}) {
            QVERIFY(writeFileAtomically(options.checkpoint, whole.substr(0, length)).has_value());
            const auto result = train(set, recipeOf(60), options);
            QVERIFY(!result);
            QVERIFY(result.error().text().find("checkpoint.safetensors") != std::string::npos);
        }
    }

    void onAFullDiskTrainingGoesOnAndThePreviousCheckpointStays() {
        const TempDir folder;
        const TrainingSet set = toyTrainingSet(100);
        const Recipe recipe = recipeOf(60);
        TrainOptions options;
        options.checkpoint = folder / "checkpoint.safetensors";
        options.checkpointEvery = milliseconds(0);
        QVERIFY(trainUntil(set, recipe, options, 20).has_value());
        const std::string before = readFile(options.checkpoint).value();
        FullDisk disk;
        {
            const ScopedFileOps faults(disk);
            options.resume = true;
            const TrainResult result = train(set, recipe, options).value();
            QVERIFY(!result.checkpoint);
            QVERIFY(result.checkpoint.error().text().find("free some disk space") != std::string::npos);
            QCOMPARE(result.space.fingerprint(), train(set, recipe, {}).value().space.fingerprint());
        }
        QCOMPARE(readFile(options.checkpoint).value(), before);
        QCOMPARE(folder.entries().size(), size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestTrainingCheckpoint)
#include "test_training_checkpoint.moc"

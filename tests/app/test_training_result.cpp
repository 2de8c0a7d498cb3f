#include "app/training_fixture.h"
#include "core/base/atomic_file.h"
#include "support/media_files.h"

#include <QtTest/QSignalSpy>
#include <array>

using namespace fusefind;
namespace fs = std::filesystem;

// What a training comes to, and what cannot come to anything.
class TestTrainingResult : public QObject {
    Q_OBJECT

    std::unique_ptr<TrainingFixture> fixture_;

private Q_SLOTS:
    void initTestCase() { fixture_ = std::make_unique<TrainingFixture>(); }
    void cleanup() {
        std::error_code ignored;
        fs::remove(fixture_->recordFile(), ignored);
    }
    void cleanupTestCase() { fixture_.reset(); }

    void theFirstTrainingTellsItsEpochsAndIsComparedWithTheSpaceThatComesAlong() {
        const auto training = fixture_->keeper();
        QSignalSpy shown(training.get(), &TrainingKeeper::stateChanged);
        QSignalSpy ended(training.get(), &TrainingKeeper::ended);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(training->start(fixture_->request("60")));
        QVERIFY2(TrainingFixture::reaches(*training, TrainingPhase::done), training->state().problem.c_str());
        QVERIFY(shown.size() <= 2 + clock.elapsed() / 50);
        QCOMPARE(ended.size(), 1);
        const TrainingState& state = training->state();
        QCOMPARE(state.epochs.back().step, int64_t{60});
        QCOMPARE(state.epochs.front().recalls.size(), size_t{4});
        QCOMPARE(state.baselineSpace, std::string("default"));
        QCOMPARE(state.result->previousSpace, std::string("default"));
        QCOMPARE(state.result->after.size(), size_t{4});
        for (const DirectionRecall& direction : state.result->after) {
            QVERIFY(direction.intervals->at(0).low <= direction.recall.r1);
            QVERIFY(direction.intervals->at(0).high >= direction.recall.r1);
        }
        QVERIFY(!state.result->comparisons.empty());
        QCOMPARE(state.request.encoders.at(Modality::audio), std::vector<std::string>{"aisfx"});
        QVERIFY(fixture_->hasSpace(state.result->space));
        QVERIFY(!fs::exists(fixture_->engine.workspace->spaces().checkpointFile(state.result->space)));
    }

    void theNextOneIsComparedWithTheSpaceInUse() {
        const auto training = fixture_->keeper();
        QVERIFY(training->start(fixture_->request("30")));
        QVERIFY2(TrainingFixture::reaches(*training, TrainingPhase::done), training->state().problem.c_str());
        const TrainingState& state = training->state();
        QCOMPARE(state.baselineSpace, std::string("space-1"));
        QCOMPARE(state.baseline.size(), size_t{4});
        QCOMPARE(state.result->before.size(), size_t{4});
        QCOMPARE(state.result->previousSpace, std::string("space-1"));
        for (const QueryComparison& query : state.result->comparisons) {
            QVERIFY(!query.caption.empty() && !query.wanted.empty());
            QVERIFY(!query.before.empty() && query.before.size() <= 5);
            QCOMPARE(query.after.size(), query.before.size());
            QVERIFY(query.after[0].parent_path() == fixture_->pairs);
        }
        QVERIFY(state.result->comparisons.size() <= 10);
    }

    // Where the data has a test part, both measure on it alone.
    void theRecallIsThatOfEvalToTheLastDigit() {
        const fs::path folder = fixture_->engine.folder / "split";
        writeSplitPairs(folder, 48);
        const auto training = fixture_->keeper();
        QVERIFY(training->start(fixture_->request("60", fs::canonical(folder))));
        QVERIFY2(TrainingFixture::reaches(*training, TrainingPhase::done), training->state().problem.c_str());
        const TrainingResult& result = *training->state().result;
        for (const auto& [space, told] :
             {std::pair(result.space, result.after), {result.previousSpace, result.before}}) {
            Result<EvalReport> eval = fail(ErrorCode::internal, "not run");
            QVERIFY(fixture_->engine.run([&, name = space](Workspace& workspace, JobContext& context) -> Status {
                eval = evaluateSpace(workspace, {{folder}, {}}, name, context);
                return {};
            }));
            const PairRecall& expected = eval->recalls.at(0).recall;
            QCOMPARE(told.at(0).recall.queries, int64_t{16});
            QVERIFY(told[0].recall.r1 == expected.aToB.r1 && told[0].recall.r5 == expected.aToB.r5);
            QVERIFY(told[0].recall.r10 == expected.aToB.r10 && told[1].recall.r1 == expected.bToA.r1);
            QVERIFY(told[1].recall.r5 == expected.bToA.r5 && told[1].recall.r10 == expected.bToA.r10);
        }
    }

    void aRequestThatCannotWorkIsRefusedAtOnce() {
        const auto training = fixture_->keeper();
        const auto refused = [&](const std::function<void(TrainingRequest&)>& change, const char* words) {
            TrainingRequest wrong = fixture_->request("10");
            change(wrong);
            const Status status = training->start(wrong);
            return !status && status.error().text().find(words) != std::string::npos && !training->isUnderWay();
        };
        QVERIFY(refused([](auto& r) { r.folders = {}; }, "no folder"));
        QVERIFY(refused([](auto& r) { r.folders = {"pairs"}; }, "whole path"));
        QVERIFY(refused([](auto& r) { r.folders = {"/nowhere/at all"}; }, "/nowhere/at all"));
        QVERIFY(refused([](auto& r) { r.name = "../up"; }, "cannot be the name"));
        QVERIFY(refused([](auto& r) { r.name = "space-1"; }, "already"));
        QVERIFY(refused([](auto& r) { r.recipe = "soup"; }, "soup"));
        QVERIFY(refused([](auto& r) { r.options = {{"sugar", "1"}}; }, "--sugar"));
        QVERIFY(refused([](auto& r) { r.options = {{"epochs", "few"}}; }, "few"));
        QVERIFY(refused([](auto& r) { r.options = {{"dropout", "2"}}; }, "out of range"));
        QVERIFY(refused([](auto& r) { r.encoders[Modality::image] = {"eyes"}; }, "eyes"));
        QVERIFY(refused([](auto& r) { r.encoders[Modality::image] = {"minilm-l6"}; }, "does not encode"));
    }

    void foldersThatCannotTrainFailWithASentence() {
        const fs::path root = fs::canonical(fixture_->engine.folder.path());
        fs::create_directories(root / "empty");
        writePairs(root / "one", 1, 0);
        const auto training = fixture_->keeper();
        QVERIFY(training->start(fixture_->request("10", root / "empty")));
        QVERIFY(TrainingFixture::reaches(*training, TrainingPhase::failed));
        QVERIFY(mentions(*training, "no pairs found"));
        QVERIFY(training->start(fixture_->request("10", root / "one")));
        QVERIFY(TrainingFixture::reaches(*training, TrainingPhase::failed));
        QVERIFY2(mentions(*training, "add pairs"), training->state().problem.c_str());
    }

    void captionsInSeveralLanguagesTrainAndASoundOfNoLengthIsSkipped() {
        const fs::path folder = fs::canonical(fixture_->engine.folder.path()) / "languages";
        writePairs(folder, 8, 5);
        QVERIFY(writeFileAtomically(folder / "sound-4.wav", wavFile({}, 16'000)));
        std::string csv = "file_name,caption\n";
        const std::array captions{"ein roter Kreis", "un cercle bleu", "красный квадрат", "赤い四角",
                                  "مربع أخضر",       "a white square", "πράσινο",         "빨간 원"};
        for (size_t i = 0; i < captions.size(); ++i)
            csv += "picture-" + std::to_string(i) + ".png," + captions.at(i) + "\n";
        for (int i = 0; i < 5; ++i)
            csv += "sound-" + std::to_string(i) + ".wav,Ton " + std::to_string(i) + "\n";
        QVERIFY(writeFileAtomically(folder / "metadata.csv", csv));
        const auto training = fixture_->keeper();
        QVERIFY(training->start(fixture_->request("10", folder)));
        QVERIFY2(TrainingFixture::reaches(*training, TrainingPhase::done), training->state().problem.c_str());
        QCOMPARE(training->state().skipped, int64_t{1});
    }

    void theSameFolderTwiceAndCaptionsThatAreAllTheSameTrain() {
        const fs::path folder = fs::canonical(fixture_->engine.folder.path()) / "same";
        writePairs(folder, 12, 0);
        std::string csv = "file_name,caption\n";
        for (int i = 0; i < 12; ++i)
            csv += "picture-" + std::to_string(i) + ".png,a picture\n";
        QVERIFY(writeFileAtomically(folder / "metadata.csv", csv));
        const auto training = fixture_->keeper();
        TrainingRequest twice = fixture_->request("10", folder);
        twice.folders.push_back(folder / ".." / "same");
        QVERIFY(training->start(twice));
        QVERIFY2(TrainingFixture::reaches(*training, TrainingPhase::done), training->state().problem.c_str());
        QVERIFY(training->state().result->after.at(0).recall.candidates <= 2); // of 12 pairs, not of 24
    }
};

QTEST_GUILESS_MAIN(TestTrainingResult)
#include "test_training_result.moc"

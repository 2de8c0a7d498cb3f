#include "app/training_fixture.h"
#include "app/worker/recall_keeper.h"
#include "core/library/datasets/data_sets.h"
#include "core/library/datasets/pair_changes.h"
#include "core/library/datasets/pair_export.h"
#include "core/library/datasets/pair_pages.h"
#include "gpu/jobs/live_recall.h"

#include <nlohmann/json.hpp>

#include <QtTest/QSignalSpy>

using namespace fusefind;
namespace fs = std::filesystem;

namespace {

// An engine with two small spaces, of which "first" is in use, and a folder of each kind of split as data sets.
struct Fixture {
    Fixture() {
        writePairs(root / "drawn", 40, 20);
        writeSplitPairs(root / "split", 48);
        for (const char* name : {"first", "second"})
            train(name);
        use("first");
        drawn = add(root / "drawn");
        split = add(root / "split");
    }

    void train(const std::string& name) {
        const std::vector<std::string> command{
            "train",  (root / "drawn").native(),  "--name", name, "--steps", "30", "--layers", "0", "--dim", "64",
            "--seed", name == "first" ? "1" : "2"};
        if (engine.command(command) != 0) std::abort();
        std::string ignored; // encodes the captions of the other folder, too
        if (engine.command({"eval", (root / "split").native(), "--space", name}, &ignored) != 0) std::abort();
    }
    void use(const char* name) {
        if (engine.command({"spaces", "use", name}) != 0) std::abort();
    }
    int64_t add(const fs::path& folder) {
        const PairCheck check = checkPairs(std::span(&folder, 1), {}).value();
        int64_t id = 0;
        inEngine([&](Database& database) -> Status {
            id = storeDataSet(database, check).value().id;
            return {};
        });
        return id;
    }
    template <class Body>
    void inEngine(Body body) {
        const auto done = engine.run([&](Workspace& workspace, JobContext&) { return body(workspace.database()); });
        if (!done) qFatal("%s", done.error().text().c_str());
    }
    RecallState measure() {
        Result<RecallState> state = fail(ErrorCode::internal, "not run");
        (void)engine.run([&](Workspace& workspace, JobContext& context) -> Status {
            state = liveRecall(workspace, context);
            return {};
        });
        return std::move(state).value();
    }
    DataSetRecall measure(int64_t dataSet) {
        for (const DataSetRecall& one : measure().dataSets)
            if (one.dataSet == dataSet) return one;
        qFatal("no such data set");
    }
    // The document of `eval` on a folder, with the space in use.
    nlohmann::json eval(const fs::path& folder) {
        std::string out;
        if (engine.command({"--json", "eval", folder.native()}, &out) != 0) qFatal("eval failed");
        return nlohmann::json::parse(out).at("recall");
    }
    // What is held out, in a folder of its own.
    fs::path exported(const DataSetRecall& recall, const char* name) {
        inEngine([&](Database& database) -> Status {
            const DataSelection selection{.dataSet = recall.dataSet,
                                          .filter = {.splits = {recall.split}, .excluded = false},
                                          .rows = {{0, 1000}}};
            return exportPairs(database, {selection, root / name, true, false}).map([](const auto&) {});
        });
        return root / name;
    }
    void change(int64_t dataSet, DataChangeKind kind, const DataPairFilter& filter, const std::string& caption = {}) {
        inEngine([&](Database& database) -> Status {
            DataChange change{{.dataSet = dataSet, .filter = filter, .rows = {{0, 1}}}, kind, caption, {}};
            return changeDataSet(database, change).map([](const auto&) {});
        });
    }

    EngineFixture engine;
    fs::path root = fs::canonical(engine.folder.path());
    int64_t drawn = 0;
    int64_t split = 0;
};

// The same doubles, not only the same digits.
bool isSame(const DataSetRecall& live, const nlohmann::json& eval) {
    if (live.recalls.empty() || live.recalls.size() != eval.size()) return false;
    for (const DirectionRecall& one : live.recalls) {
        const std::string name = std::string(toString(one.from)) + "_to_" + std::string(toString(one.to));
        const auto& told = eval.at(name);
        const Recall& recall = one.recall;
        if (told.at("R@1") != recall.r1 || told.at("R@5") != recall.r5 || told.at("R@10") != recall.r10) return false;
        if (told.at("queries") != recall.queries || told.at("candidates") != recall.candidates) return false;
    }
    return true;
}

} // namespace

class TestLiveRecall : public QObject {
    Q_OBJECT

    std::unique_ptr<Fixture> fixture_;

private Q_SLOTS:
    void initTestCase() { fixture_ = std::make_unique<Fixture>(); }
    void cleanupTestCase() { fixture_.reset(); }

    void itIsThatOfEvalToTheLastDigitWhereTheDataHasATestPart() {
        const DataSetRecall live = fixture_->measure(fixture_->split);
        QVERIFY(live.split == Split::test);
        QCOMPARE(live.pairs, int64_t{16});
        QCOMPARE(live.encoded, int64_t{16});
        QVERIFY(isSame(live, fixture_->eval(fixture_->root / "split")));
    }

    void itIsThatOfEvalOnTheExportedPairsWhereTheHeldOutOnesAreDrawn() {
        const DataSetRecall live = fixture_->measure(fixture_->drawn);
        QVERIFY(live.split == Split::validation);
        QCOMPARE(live.recalls.size(), size_t{4});
        QCOMPARE(live.encoded, live.pairs);
        QVERIFY(isSame(live, fixture_->eval(fixture_->exported(live, "held out"))));
    }

    void anotherSpaceIsMeasuredAnewAndTheWayBackIsRemembered() {
        const DataSetRecall first = fixture_->measure(fixture_->split);
        fixture_->use("second");
        const DataSetRecall second = fixture_->measure(fixture_->split);
        QVERIFY(isSame(second, fixture_->eval(fixture_->root / "split")));
        QVERIFY(!isSame(first, fixture_->eval(fixture_->root / "split")));
        QCOMPARE(second.history.size(), first.history.size() + 1);
        QCOMPARE(second.history.back().space, std::string("second"));
        fixture_->use("first");
        const DataSetRecall again = fixture_->measure(fixture_->split);
        QCOMPARE(again.history.size(), second.history.size() + 1);
        QCOMPARE(again.history.back().r1, first.history.back().r1);
        QCOMPARE(fixture_->measure(fixture_->split).history.size(), again.history.size());
    }

    void whatIsExcludedIsNotMeasuredAndWhatIsMendedHasToBeEncodedFirst() {
        const int64_t split = fixture_->split;
        fixture_->change(split, DataChangeKind::exclude, {.splits = {Split::test}});
        DataSetRecall live = fixture_->measure(split);
        QCOMPARE(live.pairs, int64_t{15});
        QVERIFY(isSame(live, fixture_->eval(fixture_->root / "split")));

        fixture_->change(split, DataChangeKind::mend, {.splits = {Split::test}, .excluded = false}, "nothing like it");
        live = fixture_->measure(split);
        QCOMPARE(live.pairs, int64_t{15});
        QCOMPARE(live.encoded, int64_t{14});
        QCOMPARE(live.recalls.at(0).recall.queries, int64_t{14});
        const auto eval = fixture_->eval(fixture_->root / "split"); // which encodes it
        live = fixture_->measure(split);
        QCOMPARE(live.encoded, int64_t{15});
        QVERIFY(isSame(live, eval));
    }

    void pairsThatNobodyHasEncodedAreOnlyCounted() {
        writePairs(fixture_->root / "new", 4, 40);
        const int64_t added = fixture_->add(fixture_->root / "new");
        const DataSetRecall live = fixture_->measure(added);
        QVERIFY(live.pairs > live.encoded);
        fs::remove_all(fixture_->root / "new");
        QCOMPARE(fixture_->measure(added).encoded, int64_t{0}); // files that are gone are no error
        fixture_->inEngine([&](Database& database) { return setDataSetRemoved(database, added, true); });
    }

    void aMeasurementIsCancelled() {
        Result<RecallState> state;
        std::stop_source source;
        source.request_stop();
        QVERIFY(fixture_->engine.run([&](Workspace& workspace, JobContext&) -> Status {
            JobContext stopped(source.get_token(), {});
            state = liveRecall(workspace, stopped);
            return {};
        }));
        QVERIFY(!state && state.error().code == ErrorCode::cancelled);
    }

    void theKeeperMeasuresAfterTheStartAndAfterEachChange() {
        RecallKeeper keeper(fixture_->engine.queue, *fixture_->engine.workspace);
        const auto isSettled = [&] { return !keeper.state().measuring && !keeper.state().dataSets.empty(); };
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(), 20'000);
        QCOMPARE(keeper.state().space, std::string("first"));
        QCOMPARE(keeper.state().dataSets.size(), size_t{2});
        QSignalSpy told(&keeper, &RecallKeeper::stateChanged);
        fixture_->use("second");
        for (int i = 0; i < 5; ++i) // changes seldom come alone
            keeper.lookAgain();
        QTRY_VERIFY_WITH_TIMEOUT(isSettled() && keeper.state().space == "second", 20'000);
        QCOMPARE(told.size(), 2); // that it is being measured, and what came of it
        keeper.lookAgain();       // and is destroyed over it
    }
};

QTEST_GUILESS_MAIN(TestLiveRecall)
#include "test_live_recall.moc"

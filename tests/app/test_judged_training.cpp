#include "app/training_fixture.h"
#include "core/library/judged_pairs.h"
#include "core/library/library.h"
#include "gpu/jobs/judged_training.h"
#include "gpu/jobs/train_job.h"

#include <algorithm>
#include <fstream>

using namespace fusefind;
namespace fs = std::filesystem;

namespace {

// 48 pictures and 12 sounds with captions, in the library together with some more, and what a training makes of them.
struct Fixture {
    Fixture() {
        writeLibrary(root / "more");
        for (const fs::path& folder : {training.pairs, root / "more"})
            if (training.engine.command({"library", "add", folder.native()}) != 0) std::abort();
        scan();
    }
    void scan() {
        if (training.engine.command({"library", "scan"}) != 0) std::abort();
    }

    template <class Body>
    void inEngine(Body body) {
        const auto done = training.engine.run(body);
        if (!done) qFatal("%s", done.error().text().c_str());
    }
    void say(const std::string& text, const fs::path& file, Verdict verdict = Verdict::good) {
        inEngine([&](Workspace& workspace, JobContext&) {
            return judge(workspace.database(), {{{text, {}, true, 1}}, file, verdict, 1, "default"});
        });
    }
    // Reads and splits as a training does.
    void prepare() {
        inEngine([&](Workspace& workspace, JobContext& context) -> Status {
            FUSEFIND_TRY_ASSIGN(encoders, workspace.defaultEncoders());
            FUSEFIND_TRY_ASSIGN(pairs, encodePairs(workspace, std::span(&training.pairs, 1), encoders, context));
            FUSEFIND_TRY_ASSIGN(parts, splitByItem(pairs.rows, pairs.kinds));
            return {};
        });
        before = parts;
    }
    void add() {
        inEngine([&](Workspace& workspace, JobContext& context) {
            return addJudgedPairs(workspace, encoders, pairs, parts, context);
        });
    }
    fs::path pictureOf(const std::vector<RowPair>& part) const {
        return pairs.files[static_cast<size_t>(Modality::image)].at(static_cast<size_t>(part.front().a));
    }
    // What was added, kind by kind: "words -> file".
    std::vector<std::string> added() const {
        std::vector<std::string> all;
        for (size_t kind = 0; kind < parts.size(); ++kind) {
            const auto& files = pairs.files[static_cast<size_t>(parts[kind].a)];
            for (size_t i = before[kind].train.size(); i < parts[kind].train.size(); ++i) {
                const auto [file, text] = parts[kind].train[i];
                const bool isNew = file >= std::ssize(files);
                all.push_back(pairs.captions.at(static_cast<size_t>(text)) + " -> " +
                              (isNew ? "new" : files[static_cast<size_t>(file)].filename().native()));
            }
        }
        return all;
    }
    bool heldOutIsTheSame() const {
        return std::ranges::equal(parts, before, [](const PairSplit& a, const PairSplit& b) {
            return a.val == b.val && a.test == b.test &&
                   std::ranges::equal(b.train, std::span(a.train).first(b.train.size()));
        });
    }

    TrainingFixture training;
    fs::path root = fs::canonical(training.engine.folder.path());
    EncoderChoice encoders;
    PairedLatents pairs;
    std::vector<PairSplit> parts;
    std::vector<PairSplit> before;
};

} // namespace

class TestJudgedTraining : public QObject {
    Q_OBJECT

    std::unique_ptr<Fixture> fixture_;

private Q_SLOTS:
    void init() { fixture_ = std::make_unique<Fixture>(); }
    void cleanup() { fixture_.reset(); }

    void goodResultsAreTrainedOnAndNothingThatIsHeldOut() {
        Fixture& fixture = *fixture_;
        fixture.prepare();
        const fs::path trained = fixture.pictureOf(fixture.before.at(0).train);
        const fs::path held = fixture.pictureOf(fixture.before.at(0).val);
        const fs::path twin = fixture.root / "more/twin.png"; // the same picture, in a file of another content
        fs::copy_file(held, twin);
        std::ofstream(twin, std::ios::app) << "tail";
        fixture.scan();
        fixture.say("known colours", trained);
        fixture.say("all of it red", fixture.root / "more/red.png");
        fixture.say("all of it red, too", fixture.root / "more/red.png");
        fixture.say("a deep tone", fixture.root / "more/low.wav");
        fixture.say("not this one", fixture.root / "more/blue.png", Verdict::bad);
        fixture.say("held out", held);
        fixture.say("nearly held out", twin);
        fixture.add();
        const std::vector<std::string> expected{"known colours -> " + trained.filename().native(),
                                                "all of it red -> new", "all of it red, too -> new",
                                                "a deep tone -> new"};
        QCOMPARE(fixture.added(), expected);
        QVERIFY(fixture.heldOutIsTheSame());
        const auto& red = fixture.parts[0].train;
        QCOMPARE(red[red.size() - 1].a, red[red.size() - 2].a);
        for (const PairSplit& part : fixture.parts)
            for (const auto& [file, text] : part.train) {
                QVERIFY(file < static_cast<int64_t>(fixture.pairs.latents[static_cast<size_t>(part.a)].rows()));
                QVERIFY(text < static_cast<int64_t>(fixture.pairs.latents[static_cast<size_t>(part.b)].rows()));
            }
    }

    void withoutTheSwitchNothingIsAddedAndWithItTheTrainingKnows() {
        Fixture& fixture = *fixture_;
        fixture.say("all of it red", fixture.root / "more/red.png");
        int64_t trainPairs[2] = {};
        int64_t valPairs[2] = {};
        for (const bool judged : {false, true}) {
            TrainRequest request;
            request.pairs.folders = {fixture.training.pairs};
            request.name = judged ? "with" : "without";
            request.overrides.steps = 5;
            request.judged = judged;
            fixture.inEngine([&](Workspace& workspace, JobContext& context) -> Status {
                FUSEFIND_TRY_ASSIGN(const TrainReport report, trainSpace(workspace, request, context));
                trainPairs[judged] = report.space.kinds.at(0).trainPairs;
                valPairs[judged] = report.space.kinds.at(0).valPairs;
                return {};
            });
        }
        QCOMPARE(trainPairs[1], trainPairs[0] + 1);
        QCOMPARE(valPairs[1], valPairs[0]);
    }
};

QTEST_GUILESS_MAIN(TestJudgedTraining)
#include "test_judged_training.moc"

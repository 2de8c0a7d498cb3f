#include "app/engine_fixture.h"
#include "gpu/jobs/scan_job.h"
#include "gpu/jobs/search_job.h"
#include "support/small_data.h"

#include <QtTest/QTest>

using namespace fusefind;

// A first scan of a library that takes more than one round, with the encoders of the default space: two of them see
// each picture.
class TestScanRounds : public QObject {
    Q_OBJECT

    static constexpr int kPictures = 200;
    static constexpr int kSounds = 2;

    EngineFixture engine_;
    std::vector<size_t> foundMeanwhile_; // after each round but the last
    std::vector<Progress> told_;         // while files were encoded
    LibraryScan scan_;

    static size_t search(Workspace& workspace, JobContext& context) {
        LibraryQuery query;
        query.terms.push_back({"something red", {}, true, 1});
        query.top = 1000;
        return searchLibrary(workspace, query, context).value().hits.size();
    }

private Q_SLOTS:
    void initTestCase() {
        const auto library = engine_.folder / "library";
        writePairs(library, kPictures, kSounds);
        engine_.folder.write("library/broken.png", "no picture");
        QCOMPARE(engine_.command({"models", "add", FUSEFIND_MODELS_DIR "/efficientnet-lite2"}), 0);
        QCOMPARE(engine_.command({"library", "add", library.string()}), 0);
        auto scan = engine_.queue.submit(
            JobPriority::background,
            [&](JobContext& context) -> Status {
                const auto onMore = [&] { foundMeanwhile_.push_back(search(*engine_.workspace, context)); };
                FUSEFIND_TRY_ASSIGN(scan_, runScan(*engine_.workspace, context, onMore));
                return {};
            },
            [&](const Progress& progress) {
                if (progress.phase == "encode") told_.push_back(progress);
            });
        QVERIFY(scan.wait().has_value());
    }

    void whatWasEncodedFirstIsFoundWhileTheRestIsEncoded() {
        QCOMPARE(foundMeanwhile_.size(), size_t{1});
        QVERIFY(foundMeanwhile_[0] > kSounds);
        QVERIFY(foundMeanwhile_[0] < kPictures);
    }

    void afterTheScanAllOfItIsFound() {
        size_t found = 0;
        const auto searched = engine_.run([&](Workspace& workspace, JobContext& context) -> Status {
            found = search(workspace, context);
            return {};
        });
        QVERIFY(searched.has_value());
        QCOMPARE(found, size_t{kPictures + kSounds});
    }

    void itsProgressCountsFilesOnceAndNeverGoesBack() {
        const auto goesBack = [](const Progress& a, const Progress& b) { return b.done < a.done; };
        QVERIFY(std::ranges::adjacent_find(told_, goesBack) == told_.end());
        for (const Progress& progress : told_)
            QCOMPARE(progress.total, kPictures + kSounds + 1);
        QCOMPARE(told_.back().done, told_.back().total);
    }

    void aFileThatCannotBeReadIsSkippedByAllEncoders() {
        QCOMPARE(scan_.encoded, kPictures + kSounds);
        QCOMPARE(scan_.skipped.size(), size_t{1});
        QCOMPARE(scan_.skipped[0].path.filename(), std::filesystem::path("broken.png"));
    }
};

QTEST_GUILESS_MAIN(TestScanRounds)
#include "test_scan_rounds.moc"

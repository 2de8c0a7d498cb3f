#include "core/media/picture.h"
#include "core/tensors/latent_file.h"
#include "gpu/jobs/near_captions.h"
#include "gpu/jobs/scan_job.h"
#include "gpu/jobs/search_job.h"
#include "gpu/jobs/space_index.h"
#include "gpu/jobs/train_job.h"
#include "support/media_files.h"
#include "support/small_data.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>
#include <set>

using namespace fusefind;

// Searches in one data directory with real encoders, trained and scanned once. Its 64 pictures are those of the pairs;
// besides them there are a copy of the first and a recoded one, and a sound with its copy.
class TestSearchJob : public QObject {
    Q_OBJECT

    TempDir folder_;
    std::unique_ptr<Workspace> workspace_;
    JobContext context_{{}, {}};

    static LibraryQuery queryFor(const std::string& text) {
        LibraryQuery query;
        query.terms.push_back({text, {}, true, 1});
        query.top = 100;
        return query;
    }

    LibraryQuery likeFirst() const {
        LibraryQuery query;
        query.terms.push_back({{}, folder_ / "library/picture-0.png", true, 1});
        query.filter.kinds = {ItemKind::image};
        query.top = 100;
        return query;
    }

    LibraryAnswer search(const LibraryQuery& query) { return searchLibrary(*workspace_, query, context_).value(); }

    static std::set<std::string> namesOf(const std::vector<LibraryItem>& items) {
        std::set<std::string> names;
        for (const LibraryItem& item : items)
            names.insert(item.path.filename().string());
        return names;
    }

    std::filesystem::path examples() const { return workspace_->spaces().examplesFile("small"); }

    // As a program that is started again finds it.
    bool reopen() {
        workspace_.reset();
        auto opened = Workspace::open(folder_ / "data", Device());
        if (!opened) return false;
        workspace_ = std::move(*opened);
        return true;
    }

    bool addModel(const char* id) {
        const ModelDims dims = [&](const std::filesystem::path& copied) -> Result<std::map<Modality, int>> {
            FUSEFIND_TRY_ASSIGN(const auto encoder, loadEncoder(copied, id, workspace_->device()));
            return std::map<Modality, int>{{encoder->info().modality, encoder->info().dim}};
        };
        return workspace_->models().add(std::filesystem::path(FUSEFIND_MODELS_DIR) / id, {}, dims).has_value();
    }

private Q_SLOTS:
    void initTestCase() {
        writePairs(folder_ / "pairs", 64, 12);
        std::filesystem::copy(folder_ / "pairs", folder_ / "library");
        std::filesystem::remove(folder_ / "library/metadata.csv");
        std::filesystem::copy_file(folder_ / "library/picture-0.png", folder_ / "library/copy.png");
        std::filesystem::copy_file(folder_ / "library/sound-0.wav", folder_ / "library/copy.wav");
        const Picture first = decodePicture(folder_ / "library/picture-0.png").value();
        folder_.write("library/recoded.jpg", encodePicture(first, ".jpg"));
        QVERIFY(reopen());
        for (const char* id : {"minilm-l6", "efficientnet-lite0", "aisfx"})
            QVERIFY(addModel(id));
        TrainRequest request;
        request.pairs.folders = {folder_ / "pairs"};
        request.name = "small";
        request.overrides.steps = 60;
        QVERIFY(trainSpace(*workspace_, request, context_).has_value());
        QVERIFY(workspace_->library().addFolder(folder_ / "library").has_value());
        QCOMPARE(runScan(*workspace_, context_).value().discovered, 79);
    }

    void theFirstHitsOfAnAnswerComeAhead() {
        LibraryQuery query = queryFor("red and red above red and red");
        query.foldSimilar = true;
        query.firstHits = 10;
        std::vector<LibraryAnswer> ahead;
        const auto take = [&](const LibraryAnswer& first) { ahead.push_back(first); };
        const LibraryAnswer all = searchLibrary(*workspace_, query, context_, take).value();
        QCOMPARE(ahead.size(), size_t{1});
        QCOMPARE(ahead[0].hits.size(), size_t{10});
        QVERIFY(all.hits.size() > 10);
        for (size_t i = 0; i < 10; ++i) {
            QVERIFY(ahead[0].hits[i].item.path == all.hits[i].item.path);
            QCOMPARE(ahead[0].hits[i].score, all.hits[i].score);
        }
        QVERIFY(ahead[0].closeScore == all.closeScore);
        query.top = 5; // no more than those
        QCOMPARE(searchLibrary(*workspace_, query, context_, take).value().hits.size(), size_t{5});
        QCOMPARE(ahead.size(), size_t{1});
    }

    void aFileIsExplainedByTheCaptionsNearestToIt() {
        const auto captionsOf = [&](const char* name) {
            return nearCaptions(*workspace_, {folder_ / name, {}, 2}).value().captions;
        };
        const auto first = captionsOf("library/picture-0.png");
        QCOMPARE(first.size(), size_t{2});
        QVERIFY(first[0].score >= first[1].score);
        QVERIFY2(first[0].text.find("red") != std::string::npos, first[0].text.c_str()); // all four quarters are
        QVERIFY2(captionsOf("library/sound-3.wav")[0].text.find("hertz") != std::string::npos, "a tone");
        QVERIFY(captionsOf("pairs/picture-0.png").empty()); // not of the library
    }

    void variantsOfAPictureFoldIntoOneHitIfAsked() {
        LibraryQuery query = likeFirst();
        QCOMPARE(search(query).hits.size(), size_t{66});
        query.foldSimilar = true;
        const auto folded = search(query);
        const auto variants = namesOf(folded.hits.front().similar);
        QVERIFY(variants.contains("recoded.jpg"));
        QVERIFY(variants.contains("copy.png") || variants.contains("picture-0.png"));
        QVERIFY(folded.hits.size() < 65);
        size_t files = 0;
        for (const LibraryHit& hit : folded.hits)
            files += 1 + hit.similar.size();
        QCOMPARE(files, size_t{66});
    }

    void foldingLeavesAsManyHitsAsWereAskedFor() {
        LibraryQuery query = likeFirst();
        query.top = 2;
        QVERIFY(search(query).hits.front().similar.empty());
        QCOMPARE(search(query).hits.size(), size_t{2});
        query.foldSimilar = true;
        QVERIFY(search(query).hits.size() <= 2);
        QVERIFY(!search(query).hits.front().similar.empty());
    }

    void ofALongSoundTheFirstMinutesAreSearchedBy() {
        constexpr int kRate = 8000;
        std::vector<float> samples = sine(440, kSearchedSeconds, kRate);
        LibraryQuery query;
        query.top = 100;
        query.terms.push_back({{}, folder_.write("short.wav", wavFile(samples, kRate)), true, 1});
        const LibraryAnswer whole = search(query);
        QVERIFY(whole.shortened.empty());
        samples.resize(samples.size() + size_t{600} * kRate); // ten minutes of silence
        query.terms.front().file = folder_.write("long.wav", wavFile(samples, kRate));
        const LibraryAnswer begun = search(query);
        QVERIFY(begun.shortened == std::vector{query.terms.front().file});
        QCOMPARE(begun.hits.size(), whole.hits.size());
        for (size_t i = 0; i < begun.hits.size(); ++i)
            QVERIFY(std::abs(begun.hits[i].score - whole.hits[i].score) < 1e-4F); // resampling looks ahead
    }

    void aSearchThatNobodyWaitsForStopsListening() {
        LibraryQuery query;
        query.terms.push_back({{}, folder_.write("noise.wav", wavFile(sine(880, 60, 8000), 8000)), true, 1});
        const std::stop_token stopped = [] {
            std::stop_source source;
            source.request_stop();
            return source.get_token();
        }();
        JobContext context{stopped, {}};
        const auto answer = searchLibrary(*workspace_, query, context);
        QVERIFY(!answer && answer.error().code == ErrorCode::cancelled);
    }

    void soundsNeverFold() {
        LibraryQuery query = queryFor("a tone");
        query.filter.kinds = {ItemKind::audio};
        query.foldSimilar = true;
        const auto found = search(query);
        QCOMPARE(found.hits.size(), size_t{13});
        for (const LibraryHit& hit : found.hits)
            QVERIFY(hit.similar.empty());
    }

    void datesFilterByWhenAFileWasTakenOrElseModified() {
        LibraryQuery query = queryFor("red");
        query.filter.fromMs = nowMs() + 60'000;
        QVERIFY(search(query).hits.empty());
        query.filter.toMs = std::exchange(query.filter.fromMs, std::nullopt);
        QVERIFY(!search(query).hits.empty());
    }

    void nonsenseScoresBelowWhatIsClose() {
        const auto known = search(queryFor("red and green above blue and white"));
        const auto nonsense = search(queryFor("qwrt zxcv flurbish"));
        QVERIFY(known.closeScore && nonsense.closeScore);
        QVERIFY(known.hits.front().score >= *known.closeScore);
        QVERIFY(nonsense.hits.front().score < *nonsense.closeScore);
    }

    void onlyATextByItselfHasACloseScore() {
        LibraryQuery query = queryFor("red");
        QVERIFY(search(query).closeScore.has_value());
        query.terms.push_back({"blue", {}, false, 1});
        QVERIFY(!search(query).closeScore.has_value());
        query.terms.back().wanted = true;
        QVERIFY(!search(query).closeScore.has_value());
        QVERIFY(!search(likeFirst()).closeScore.has_value());
    }

    void theCloseScoreIsTheSameAfterARestart() {
        const auto before = search(queryFor("red and green")).closeScore;
        QVERIFY(before.has_value());
        QVERIFY(reopen());
        QCOMPARE(search(queryFor("red and green")).closeScore, before);
    }

    void aSpaceWithoutUsableExamplesHasNoCloseScore() {
        const auto findsButSaysNothing = [&] {
            if (!reopen()) return false;
            const auto found = search(queryFor("red"));
            return !found.hits.empty() && !found.closeScore;
        };
        QVERIFY(std::filesystem::remove(examples()));
        QVERIFY(findsButSaysNothing());
        folder_.write(examples(), "broken");
        QVERIFY(findsButSaysNothing());
        for (const size_t width : {7, 384}) { // of another encoder; of no length
            QVERIFY(writeLatentFile(examples(), {Modality::text, Matrix(50, width), {}}).has_value());
            QVERIFY(findsButSaysNothing());
        }
    }

    void aSpaceTrainedAgainForgetsTheOldExamples() {
        folder_.write(examples(), "of another training");
        const auto space = workspace_->spaces().load("small").value();
        QVERIFY(workspace_->spaces().keep(*space).has_value());
        QVERIFY(!std::filesystem::exists(examples()));
    }
};

QTEST_GUILESS_MAIN(TestSearchJob)
#include "test_search_job.moc"

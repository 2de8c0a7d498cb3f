#include "core/index/hnsw_index.h"
#include "core/library/scan.h"
#include "core/library/settings.h"
#include "core/library/work_journal.h"
#include "gpu/jobs/close_reference.h"
#include "gpu/jobs/space_index.h"
#include "gpu/jobs/train_job.h"
#include "support/latent_like.h"
#include "support/small_data.h"
#include "support/temp_dir.h"

#include <fmt/format.h>

#include <QtTest/QTest>
#include <cmath>

using namespace fusefind;

namespace {

constexpr const char* kImageEncoder = "efficientnet-lite0";
constexpr int kPictures = 1500;

} // namespace

// A library in a space that was really trained; only the latents of its pictures are made up, so that there are many.
class TestSpaceIndex : public QObject {
    Q_OBJECT

    TempDir folder_;
    std::unique_ptr<Workspace> workspace_;
    std::shared_ptr<const Space> space_;
    JobContext context_{{}, {}};

    bool addModel(const char* id) {
        const ModelDims dims = [&](const std::filesystem::path& copied) -> Result<std::map<Modality, int>> {
            FUSEFIND_TRY_ASSIGN(const auto encoder, loadEncoder(copied, id, workspace_->device()));
            return std::map<Modality, int>{{encoder->info().modality, encoder->info().dim}};
        };
        return workspace_->models().add(std::filesystem::path(FUSEFIND_MODELS_DIR) / id, {}, dims).has_value();
    }

    bool addPictures(int count, uint32_t seed) {
        for (int i = 0; i < count; ++i)
            folder_.write(fmt::format("library/{}-{}.jpg", seed, i), fmt::format("{} {}", seed, i));
        if (!scanLibrary(workspace_->database())) return false;
        LatentStore* const store = workspace_->latents(kImageEncoder, Modality::image).value();
        const std::string name = workspace_->latentName(kImageEncoder, Modality::image).value();
        const auto pending = WorkJournal(workspace_->database()).pending(name, Modality::image).value();
        const Matrix rows = latentLike(pending.size(), store->dim(), seed);
        std::vector<NewLatents> latents(pending.size());
        for (size_t i = 0; i < pending.size(); ++i) {
            latents[i].content = pending[i].item.content;
            latents[i].rows.append(rows.row(i));
            latents[i].times.resize(1);
        }
        return store->append(latents).has_value();
    }

    const HnswIndex& index() { return *workspace_->openedIndex()->index; }
    std::filesystem::path examples() { return workspace_->spaces().examplesFile("small"); }
    double recall() { return indexRecall(*workspace_, "small").value().value_or(-1); }

private Q_SLOTS:
    void initTestCase() {
        workspace_ = Workspace::open(folder_ / "data", Device()).value();
        for (const char* id : {"minilm-l6", kImageEncoder})
            QVERIFY(addModel(id));
        writePairs(folder_ / "pairs", 60, 0);
        TrainRequest request;
        request.pairs.folders = {folder_ / "pairs"};
        request.name = "small";
        request.overrides.steps = 40;
        QVERIFY(trainSpace(*workspace_, request, context_).has_value());
        space_ = workspace_->spaces().load("small").value();
        std::filesystem::create_directory(folder_ / "library");
        QVERIFY(workspace_->library().addFolder(folder_ / "library").has_value());
        QVERIFY(addPictures(kPictures, 1));
    }

    void itsRecallIsMeasuredByTextsThatTheSpaceKnows() {
        QVERIFY(updateIndex(*workspace_, space_, context_).has_value());
        QCOMPARE(index().size(), size_t{kPictures});
        QVERIFY(!index().wantsTuning());
        const Matrix latents = readExamples(examples(), *space_).value().latents;
        const Matrix texts = space_->project(Modality::text, latents).value();
        const double measured = measureRecall(index(), index(), texts, 10).value();
        QVERIFY2(recall() >= SearchBreadth::kRecall, qPrintable(QString::number(recall())));
        QVERIFY(std::abs(measured - recall()) < 1e-9);
    }

    void aFewMoreFilesAreNoReasonToMeasureAgain() {
        Settings settings(workspace_->database());
        QVERIFY(settings.set("index_recall/small", "0.5").has_value()); // which a measurement would replace
        QVERIFY(addPictures(100, 2));
        QVERIFY(updateIndex(*workspace_, space_, context_).has_value());
        QCOMPARE(index().size(), size_t{kPictures + 100});
        QVERIFY(!index().wantsTuning());
        QCOMPARE(recall(), 0.5);
    }

    void withoutTextsToMeasureByItIsNotMeasured() {
        std::filesystem::remove(examples());
        QVERIFY(addPictures(300, 3));
        QVERIFY(updateIndex(*workspace_, space_, context_).has_value());
        QVERIFY(index().wantsTuning());
        QVERIFY(index().breadth().of(10, index().size()) >= SearchBreadth::kUnmeasured);
        QCOMPARE(recall(), 0.5);
    }
};

QTEST_GUILESS_MAIN(TestSpaceIndex)
#include "test_space_index.moc"

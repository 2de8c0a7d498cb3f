#include "core/media/picture.h"
#include "gpu/jobs/joint_space.h"
#include "gpu/jobs/scan_job.h"
#include "gpu/jobs/search_job.h"
#include "support/media_files.h"
#include "support/small_data.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>
#include <algorithm>
#include <numeric>

using namespace fusefind;

// Searches with tiny CLIP and CLAP models of random weights (tests/golden/published), nothing having been trained.
class TestJointSpace : public QObject {
    Q_OBJECT

    std::unique_ptr<TempDir> folder_;
    std::unique_ptr<Workspace> workspace_;
    JobContext context_{{}, {}};

    static std::filesystem::path golden(const char* model) {
        return std::filesystem::path(FUSEFIND_GOLDEN_DIR) / "published" / model;
    }

    Result<ModelManifest> install(const char* model, const std::string& id = {}) {
        const ModelDims dims = [&](const std::filesystem::path& copied) {
            return latentDimsOf(copied, workspace_->device());
        };
        return workspace_->models().add(golden(model), {id, {}, {}}, dims);
    }

    bool add(const char* model) {
        const auto installed = install(model);
        return installed && isJoint(*installed) && addJointSpace(*workspace_, *installed).value();
    }

    std::string inUse() { return workspace_->spaces().inUse().value().value_or(""); }

    static std::vector<float> latent(const char* model, const Sample& sample, Modality modality) {
        const auto encoder = loadEncoder(golden(model), model, Device(), {.modality = modality}).value();
        const EncoderInput input = encoder->prepare(sample).value();
        Matrix rows = encoder->encode(std::span(&input, 1)).value();
        normalizeRows(rows);
        return {rows.values().begin(), rows.values().end()};
    }

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<TempDir>();
        workspace_ = Workspace::open(*folder_ / "data", Device()).value();
    }
    void cleanup() { workspace_.reset(); }

    void aJointModelSearchesWithoutAnyTraining() {
        QVERIFY(add("clip"));
        QCOMPARE(inUse(), std::string("clip"));
        writePairs(*folder_ / "library", 6, 0);
        QVERIFY(workspace_->library().addFolder(*folder_ / "library").has_value());
        QCOMPARE(runScan(*workspace_, context_).value().encoded, 6);

        LibraryQuery query;
        query.terms.push_back({"a red apple", {}, true, 1});
        const auto hits = searchLibrary(*workspace_, query, context_).value().hits;
        QCOMPARE(hits.size(), size_t{6});
        const auto text = latent("clip", std::string("a red apple"), Modality::text);
        for (const LibraryHit& hit : hits) {
            const auto picture = latent("clip", decodePicture(hit.item.path).value(), Modality::image);
            const float cosine = std::inner_product(text.begin(), text.end(), picture.begin(), 0.0F);
            QVERIFY2(std::abs(hit.score - cosine) < 2e-3F, hit.item.path.c_str()); // latents are kept in half precision
        }
        QVERIFY(std::ranges::is_sorted(hits, std::greater(), &LibraryHit::score));
    }

    void theSpaceIsAFileLikeAnyOther() {
        QVERIFY(add("clap"));
        const auto before = workspace_->spaces().load("clap").value();
        QVERIFY(before->has(Modality::audio) && before->has(Modality::text) && !before->has(Modality::image));
        QVERIFY(workspace_->spaces().exportTo("clap", *folder_ / "clap.space").has_value());
        QCOMPARE(workspace_->spaces().importFrom(*folder_ / "clap.space", "again").value(), std::string("again"));
        QCOMPARE(workspace_->spaces().load("again").value()->fingerprint(), before->fingerprint());
    }

    void anotherJointModelDoesNotTakeThePlaceOfTheSpaceInUse() {
        QVERIFY(add("clip"));
        QVERIFY(add("clap"));
        QCOMPARE(inUse(), std::string("clip"));
    }

    void aTrainedSpaceOfTheNameStays() {
        QVERIFY(add("clip"));
        QVERIFY(workspace_->spaces().remove("clip").has_value());
        Space trained = Space::load(ShippedSpace::installedFolder(), Device()).value();
        trained.rename("clip");
        QVERIFY(workspace_->spaces().keep(trained).has_value());
        const ModelManifest model = workspace_->models().find("clip").value();
        QVERIFY(!addJointSpace(*workspace_, model).value());
        QCOMPARE(workspace_->spaces().info("clip").value().recipe.name, trained.info().recipe.name);
    }

    void aModelOfOneModalityIsNotJoint() {
        QVERIFY(!isJoint(install("vit").value()));
        QVERIFY(!isJoint(install("roberta").value()));
    }
};

QTEST_GUILESS_MAIN(TestJointSpace)
#include "test_joint_space.moc"

#include "core/base/atomic_file.h"
#include "core/base/file_ops.h"
#include "support/temp_dir.h"
#include "toy_training.h"

#include <nlohmann/json.hpp>

#include <QtTest/QTest>
#include <cerrno>
#include <cmath>
#include <limits>
#include <numeric>

using namespace fusefind;

namespace {

constexpr auto kImage = static_cast<size_t>(Modality::image);
constexpr auto kText = static_cast<size_t>(Modality::text);
constexpr auto kAudio = static_cast<size_t>(Modality::audio);

// Fails from the n-th write on.
class DiskThatFills : public FileOps {
public:
    explicit DiskThatFills(int writes) : left_(writes) {}
    ssize_t write(int fd, const void* data, size_t size) override {
        if (left_-- > 0) return FileOps::write(fd, data, size);
        errno = ENOSPC;
        return -1;
    }

private:
    int left_;
};

std::ptrdiff_t filesIn(const std::filesystem::path& folder) {
    return std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
}

// Trained once for all tests, on image-text and audio-text pairs of 300 items with nothing held back; items 300 to 500
// are unseen.
const Space& trained() {
    static const Space space = [] {
        TrainingSet set{toyLatents(500, 1), {}, {}};
        for (const Modality modality : {Modality::image, Modality::audio}) {
            PairSplit split{modality, Modality::text, {}, {}, {}};
            for (int64_t i = 0; i < 300; ++i)
                split.train.push_back({i, i});
            set.kinds.push_back(split);
        }
        set.encoders[kImage] = {"first", "second"};
        TrainOptions options;
        options.name = "toy";
        return std::move(train(set, toyRecipe(200), options).value().space);
    }();
    return space;
}

Space copyOf(const Space& space) {
    const TempDir folder;
    if (!space.save(folder / "copy")) qFatal("cannot save");
    return Space::load(folder / "copy", Device{}).value();
}

std::array<Matrix, kModalities.size()> unseen() {
    std::array<Matrix, kModalities.size()> latents = toyLatents(500, 1);
    std::vector<int64_t> rows(200);
    std::iota(rows.begin(), rows.end(), 300);
    for (Matrix& matrix : latents)
        matrix = gatherRows(matrix, rows);
    return latents;
}

// For each text: share in % of its picture and its sound among the first `k` of pictures and sounds ranked together.
struct MixedRecall {
    double image = 0;
    double audio = 0;
};
MixedRecall mixedRecall(const Space& space, size_t k) {
    const auto latents = unseen();
    const Matrix texts = space.project(Modality::text, latents[kText]).value();
    const Matrix images = space.project(Modality::image, latents[kImage]).value();
    const Matrix sounds = space.project(Modality::audio, latents[kAudio]).value();
    const auto score = [](const Matrix& a, size_t i, const Matrix& b, size_t j) {
        return std::inner_product(a.row(i).begin(), a.row(i).end(), b.row(j).begin(), 0.0);
    };
    MixedRecall recall;
    for (size_t i = 0; i < texts.rows(); ++i) {
        size_t aboveImage = 0;
        size_t aboveSound = 0;
        for (const Matrix* candidates : {&images, &sounds}) {
            for (size_t j = 0; j < candidates->rows(); ++j) {
                const double value = score(texts, i, *candidates, j);
                aboveImage += value > score(texts, i, images, i) ? 1 : 0;
                aboveSound += value > score(texts, i, sounds, i) ? 1 : 0;
            }
        }
        recall.image += aboveImage < k ? 100.0 / 200 : 0;
        recall.audio += aboveSound < k ? 100.0 / 200 : 0;
    }
    return recall;
}

double withinKinds(const Space& space) {
    std::vector<PairKind> kinds{{Modality::image, Modality::text, {}}, {Modality::audio, Modality::text, {}}};
    for (PairKind& kind : kinds)
        for (int64_t i = 0; i < 200; ++i)
            kind.pairs.push_back({i, i});
    return meanRecall(space.evaluate(unseen(), kinds).value());
}

} // namespace

class TestSpace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pointsAreUnitRows() {
        for (const bool corrected : {true, false}) {
            Space space = copyOf(trained());
            space.setCorrectsGap(corrected);
            const Matrix points = space.project(Modality::image, unseen()[kImage]).value();
            QCOMPARE(points.rows(), size_t{200});
            QCOMPARE(points.cols(), size_t{32});
            for (size_t i = 0; i < points.rows(); ++i)
                QVERIFY(std::abs(
                            std::inner_product(points.row(i).begin(), points.row(i).end(), points.row(i).begin(), 0.0) -
                            1) < 1e-5);
        }
    }

    void aPointDoesNotDependOnItsNeighbours() {
        const auto latents = unseen();
        const Matrix all = trained().project(Modality::text, latents[kText]).value();
        const std::array<int64_t, 1> row{17};
        const Matrix one = trained().project(Modality::text, gatherRows(latents[kText], row)).value();
        for (size_t d = 0; d < one.cols(); ++d)
            QVERIFY(std::abs(one.row(0)[d] - all.row(17)[d]) < 1e-5F);
    }

    void aSpaceSurvivesTheDisk() {
        const TempDir folder;
        QVERIFY(trained().save(folder / "spaces/toy").has_value());
        QCOMPARE(filesIn(folder / "spaces/toy"), std::ptrdiff_t{2});
        const Space loaded = Space::load(folder / "spaces/toy", Device{}).value();
        QCOMPARE(loaded.fingerprint(), trained().fingerprint());
        QCOMPARE(loaded.info().name, std::string("toy"));
        QCOMPARE(loaded.info().modalities.at(Modality::image).encoders, (std::vector<std::string>{"first", "second"}));
        QCOMPARE(loaded.info().kinds.size(), size_t{2});
        QCOMPARE(toJson(loaded.info().recipe).dump(), toJson(trained().info().recipe).dump());
        const auto latents = unseen();
        const Matrix before = trained().project(Modality::audio, latents[kAudio]).value();
        const Matrix after = loaded.project(Modality::audio, latents[kAudio]).value();
        QVERIFY(std::ranges::equal(before.values(), after.values()));
    }

    void aFullDiskLeavesTheOldSpace() {
        for (const int writes : {0, 1, 2}) {
            const TempDir folder;
            QVERIFY(trained().save(folder / "toy").has_value());
            Space other = copyOf(trained());
            other.rename("other");
            other.setCorrectsGap(false);
            DiskThatFills disk(writes);
            {
                const ScopedFileOps faults(disk);
                QVERIFY(!other.save(folder / "toy"));
            }
            QCOMPARE(Space::load(folder / "toy", Device{}).value().info().name, std::string("toy"));
            QCOMPARE(filesIn(folder / "toy"), std::ptrdiff_t{2});
        }
    }

    void filesThatDoNotBelongTogetherAreRefused() {
        const TempDir folder;
        QVERIFY(trained().save(folder / "toy").has_value());
        const auto other = train(toyTrainingSet(30), toyRecipe(10), {});
        QVERIFY(other->space.save(folder / "other").has_value());
        std::filesystem::copy_file(folder / "other/adapters.safetensors", folder / "toy/adapters.safetensors",
                                   std::filesystem::copy_options::overwrite_existing);
        QCOMPARE(Space::load(folder / "toy", Device{}).error().code, ErrorCode::invalidInput);
    }

    void anUnknownVersionOrDamagedFileIsRefused() {
        const TempDir folder;
        QCOMPARE(Space::load(folder / "none", Device{}).error().code, ErrorCode::notFound);
        QVERIFY(trained().save(folder / "toy").has_value());
        const auto file = folder / "toy/space.json";
        const auto json = nlohmann::json::parse(readFile(file).value());
        const auto loadWith = [&](const std::string& key, const nlohmann::json& value) {
            auto changed = json;
            changed[key] = value;
            if (!writeFileAtomically(file, changed.dump())) qFatal("cannot write");
            return Space::load(folder / "toy", Device{});
        };
        QCOMPARE(loadWith("version", 2).error().code, ErrorCode::unsupported);
        QCOMPARE(loadWith("dim", 31).error().code, ErrorCode::invalidInput);
        QCOMPARE(loadWith("modalities", nlohmann::json::object()).error().code, ErrorCode::invalidInput);
        QCOMPARE(loadWith("recipe", 7).error().code, ErrorCode::invalidInput);
        QVERIFY(loadWith("name", "x").has_value());
        QVERIFY(writeFileAtomically(file, json.dump().substr(0, 100)).has_value());
        QCOMPARE(Space::load(folder / "toy", Device{}).error().code, ErrorCode::invalidInput);
    }

    void wrongLatentsAreAnError() {
        QCOMPARE(trained().project(Modality::image, Matrix(3, 63)).error().code, ErrorCode::invalidInput);
        Matrix latents(2, 64);
        latents.row(1)[5] = std::numeric_limits<float>::infinity();
        QCOMPARE(trained().project(Modality::image, latents).error().code, ErrorCode::invalidInput);
        QCOMPARE(trained().project(Modality::image, Matrix()).value().rows(), size_t{0});
        const Space two = std::move(train(toyTrainingSet(30), toyRecipe(10), {}).value().space);
        QCOMPARE(two.project(Modality::audio, Matrix(1, 40)).error().code, ErrorCode::invalidInput);
    }

    // Sounds and pictures answer one text together: without the correction the kind whose cone lies nearer to the texts
    // wins.
    void theGapCorrectionRanksKindsTogetherMoreFairly() {
        Space space = copyOf(trained());
        const MixedRecall corrected = mixedRecall(space, 10);
        const double kindsCorrected = withinKinds(space);
        space.setCorrectsGap(false);
        const MixedRecall plain = mixedRecall(space, 10);
        const double kindsPlain = withinKinds(space);
        qInfo("mixed R@10 of pictures and sounds %.1f %.1f, without correction %.1f %.1f; within a kind %.1f, without "
              "%.1f",
              corrected.image, corrected.audio, plain.image, plain.audio, kindsCorrected, kindsPlain);
        QVERIFY(corrected.image + corrected.audio > plain.image + plain.audio);
        QVERIFY(kindsCorrected > kindsPlain - 0.5);
    }
};

QTEST_GUILESS_MAIN(TestSpace)
#include "test_space.moc"

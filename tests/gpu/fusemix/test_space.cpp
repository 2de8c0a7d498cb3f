#include "core/base/atomic_file.h"
#include "core/base/file_ops.h"
#include "support/temp_dir.h"
#include "toy_training.h"

#include <nlohmann/json.hpp>

#include <QtTest/QTest>
#include <algorithm>
#include <cerrno>
#include <cmath>
#include <functional>
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

using Latents = std::array<Matrix, kModalities.size()>;

constexpr int64_t kSeen = 300;
constexpr int64_t kUnseen = 200;

Space trainOn(const Latents& latents, const Recipe& recipe) {
    TrainingSet set{latents, {}, {}};
    for (const Modality modality : {Modality::image, Modality::audio}) {
        PairSplit split{modality, Modality::text, {}, {}, {}};
        for (int64_t i = 0; i < kSeen; ++i)
            split.train.push_back({i, i});
        set.kinds.push_back(split);
    }
    set.encoders[kImage] = {"first", "second"};
    TrainOptions options;
    options.name = "toy";
    return std::move(train(set, recipe, options).value().space);
}

const Latents& toy() {
    static const Latents latents = toyLatents(kSeen + kUnseen, 1);
    return latents;
}

// Trained once for all tests, on image-text and audio-text pairs of the first items with nothing held back.
const Space& trained() {
    static const Space space = trainOn(toy(), toyRecipe(200));
    return space;
}

Space copyOf(const Space& space) {
    const TempDir folder;
    if (!space.save(folder / "copy")) qFatal("cannot save");
    return Space::load(folder / "copy", Device{}).value();
}

Latents unseen(Latents latents = toy()) {
    std::vector<int64_t> rows(kUnseen);
    std::iota(rows.begin(), rows.end(), kSeen);
    for (Matrix& matrix : latents)
        matrix = gatherRows(matrix, rows);
    return latents;
}

// What the texts find among pictures and sounds ranked together, in %.
struct Together {
    double recall = 0;   // own pictures and sounds among the first ten
    double pictures = 0; // share of pictures among the first ten; fair is 50
};
Together rankTogether(const Space& space, const Latents& latents) {
    constexpr size_t kFirst = 10;
    const Matrix texts = space.project(Modality::text, latents[kText]).value();
    Matrix candidates = space.project(Modality::image, latents[kImage]).value();
    candidates.append(space.project(Modality::audio, latents[kAudio]).value());
    Together result;
    for (size_t i = 0; i < texts.rows(); ++i) {
        std::vector<std::pair<double, size_t>> ranked;
        for (size_t j = 0; j < candidates.rows(); ++j)
            ranked.emplace_back(
                std::inner_product(texts.row(i).begin(), texts.row(i).end(), candidates.row(j).begin(), 0.0), j);
        std::partial_sort(ranked.begin(), ranked.begin() + kFirst, ranked.end(), std::greater<>());
        for (size_t k = 0; k < kFirst; ++k) {
            result.recall += ranked[k].second % kUnseen == i ? 100.0 / (2 * kUnseen) : 0;
            result.pictures += ranked[k].second < kUnseen ? 100.0 / (kFirst * kUnseen) : 0;
        }
    }
    return result;
}

double withinKinds(const Space& space, const Latents& latents) {
    std::vector<PairKind> kinds{{Modality::image, Modality::text, {}}, {Modality::audio, Modality::text, {}}};
    for (PairKind& kind : kinds)
        for (int64_t i = 0; i < kUnseen; ++i)
            kind.pairs.push_back({i, i});
    return meanRecall(space.evaluate(latents, kinds).value());
}

} // namespace

class TestSpace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Models this small gain nothing from a second thread, and tests run side by side.
    void initTestCase() { configureThreads(1); }

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
        auto identity = json["modalities"]; // of latents that are wider than the points
        identity["image"]["identity"] = true;
        QCOMPARE(loadWith("modalities", identity).error().code, ErrorCode::invalidInput);
        auto fixed = json["recipe"];
        fixed["fixed"] = "image";
        QCOMPARE(loadWith("recipe", fixed).error().code, ErrorCode::invalidInput);
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

    // Encoders whose latents lie far from the origin, neither standardised nor trained for long: each modality keeps a
    // cone of its own, and the kind whose cone lies nearer to the texts crowds out the other.
    void theGapCorrectionRanksKindsTogetherMoreFairly() {
        Latents far = toy();
        for (size_t m = 0; m < far.size(); ++m)
            for (size_t i = 0; i < far[m].values().size(); ++i)
                far[m].values()[i] += 4 * std::sin(static_cast<float>(i % far[m].cols() + 100 * m));
        Recipe recipe = toyRecipe(60);
        recipe.standardize = false;
        Space space = trainOn(far, recipe);
        const Together corrected = rankTogether(space, unseen(far));
        const double kindsCorrected = withinKinds(space, unseen(far));
        space.setCorrectsGap(false);
        const Together plain = rankTogether(space, unseen(far));
        const double kindsPlain = withinKinds(space, unseen(far));
        qInfo("together %.1f, pictures %.0f%%; without correction %.1f, %.0f%%; within a kind %.1f, without %.1f",
              corrected.recall, corrected.pictures, plain.recall, plain.pictures, kindsCorrected, kindsPlain);
        QVERIFY(corrected.recall > 1.2 * plain.recall);
        QVERIFY(std::abs(corrected.pictures - 50) < std::abs(plain.pictures - 50) - 5);
        QVERIFY(kindsCorrected > kindsPlain);
    }

    void theGapCorrectionDoesNoHarmWhereThereIsNoGap() {
        Space space = copyOf(trained());
        const double corrected = withinKinds(space, unseen());
        space.setCorrectsGap(false);
        QVERIFY(corrected > withinKinds(space, unseen()) - 1.5);
    }
};

QTEST_GUILESS_MAIN(TestSpace)
#include "test_space.moc"

#include "app/engine_fixture.h"
#include "gpu/jobs/close_reference.h"
#include "gpu/jobs/train_job.h"
#include "support/latent_like.h"
#include "support/small_data.h"

#include <fmt/format.h>

#include <QtTest/QTest>
#include <algorithm>

using namespace fusefind;

// Trainings that extend a space of pictures, texts and sounds, which was trained on few pairs and with an adapter of
// another size than theirs.
class TestExtendedSpace : public QObject {
    Q_OBJECT

    EngineFixture engine_;

    std::string pairs(const char* name) const { return (engine_.folder / name).string(); }

    int train(const std::vector<std::string>& more, std::string* complained = nullptr) {
        std::vector<std::string> words{"train"};
        words.insert(words.end(), more.begin(), more.end());
        return engine_.command(words, nullptr, complained);
    }

    // As its files have it.
    Space read(const std::string& name) { return engine_.workspace->spaces().read(name).value(); }

    static std::vector<float> points(const Space& space, Modality modality) {
        const auto width = static_cast<size_t>(space.info().modalities.at(modality).latentDim);
        const Matrix rows = space.project(modality, latentLike(5, width, 1)).value();
        return {rows.values().begin(), rows.values().end()};
    }

    bool says(const std::string& name, const std::string& reason) {
        const auto reasons = read(name).info().recipe.reasons;
        return std::ranges::any_of(reasons, [&](const std::string& one) { return one.starts_with(reason); });
    }

private Q_SLOTS:
    void initTestCase() {
        writePairs(engine_.folder / "both", 40, 24);
        writePairs(engine_.folder / "pictures", 128, 0);
        QCOMPARE(train({pairs("both"), "--name", "base", "--layers", "2", "--steps", "60", "--dim", "64"}), 0);
        QCOMPARE(train({pairs("pictures"), "--name", "more", "--extend", "base", "--steps", "80"}), 0);
    }

    void textsLieWhereTheyLay() {
        QVERIFY(points(read("more"), Modality::text) == points(read("base"), Modality::text));
    }

    void whatThePairsLackIsTakenOver() {
        QVERIFY(points(read("more"), Modality::audio) == points(read("base"), Modality::audio));
        QVERIFY(says("more", "audio as in \"base\": no pairs with it"));
    }

    void whatThePairsTeachBetterIsNew() {
        QVERIFY(points(read("more"), Modality::image) != points(read("base"), Modality::image));
        QVERIFY(!says("more", "image as in"));
        const auto recalls = read("more").info().recalls;
        QCOMPARE(recalls.size(), size_t{1});
        QVERIFY(meanRecall(recalls) > 0);
    }

    void whatThePairsTeachLessWellStaysAsItIs() {
        QCOMPARE(train({pairs("pictures"), "--name", "worse", "--extend", "more", "--steps", "1", "--lr", "1e-9"}), 0);
        QVERIFY(points(read("worse"), Modality::image) == points(read("more"), Modality::image));
        QVERIFY(says("worse", "image as in \"more\": mean recall "));
        QVERIFY(meanRecall(read("worse").info().recalls) == meanRecall(read("more").info().recalls));
    }

    void itsExamplesAreOfItsTexts() {
        const Space space = read("more");
        const auto examples = readExamples(engine_.workspace->spaces().examplesFile("more"), space);
        QVERIFY(examples.has_value());
        QVERIFY(space.project(Modality::text, examples->latents).has_value());
    }

    void whatCannotBeExtendedIsRefused() {
        const auto refusal = [&](std::vector<std::string> more, const char* folder = "pictures") {
            std::string complained;
            more.insert(more.begin(), {pairs(folder), "--name", "no"});
            return train(more, &complained) != 0 ? complained : std::string("it was trained");
        };
        std::filesystem::create_directory(engine_.folder / "wordless");
        for (const int i : {0, 1, 2, 3, 4, 5, 6, 7}) {
            std::filesystem::copy_file(engine_.folder / fmt::format("both/picture-{}.png", i),
                                       engine_.folder / fmt::format("wordless/{}.png", i));
            std::filesystem::copy_file(engine_.folder / fmt::format("both/sound-{}.wav", i),
                                       engine_.folder / fmt::format("wordless/{}.wav", i));
        }
        QVERIFY(refusal({"--extend", "base"}, "wordless").find("without captions extend no space") !=
                std::string::npos);
        QVERIFY(refusal({"--extend", "nothing"}).find("there is no space \"nothing\"") != std::string::npos);
        QVERIFY(refusal({"--extend", "base", "--recipe", "paper"}).find("extends no space") != std::string::npos);
        QVERIFY(refusal({"--extend", "base", "--dim", "32"}).find("cannot be a space of 32") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestExtendedSpace)
#include "test_extended_space.moc"

#include "ui/models/encoder_choice.h"
#include "ui/models/recipe_options.h"
#include "ui/models/space_commands.h"
#include "ui/models/training_text.h"

#include <QtCore/QLocale>
#include <QtTest/QTest>

using namespace fusefind;

namespace {

const RecipeOption& option(std::string_view name) {
    for (const RecipeOption& one : recipeOptions())
        if (one.name == name) return one;
    qFatal("no such option");
}

} // namespace

class TestTrainingText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chanceIsWhatAModelThatKnowsNothingReaches() {
        const Recall alone = chanceOf({0, 0, 0, 100, 100}); // one right answer in a hundred
        QCOMPARE(alone.r1, 1.0);
        QCOMPARE(alone.r5, 5.0);
        QCOMPARE(alone.r10, 10.0);
        const Recall five = chanceOf({0, 0, 0, 20, 100}); // five each: 1 - C(95, k) / C(100, k)
        QCOMPARE(five.r1, 5.0);
        QVERIFY(std::abs(five.r5 - 23.04) < 0.01);
        const Recall few = chanceOf({0, 0, 0, 8, 8});
        QCOMPARE(few.r10, 100.0);
    }

    void timeAndShareAreWordsThatPeopleUse() {
        QCOMPARE(spanText(0.2), QStringLiteral("about 1 s"));
        QCOMPARE(spanText(200), QStringLiteral("about 3 min"));
        QCOMPARE(spanText(8000), QStringLiteral("about 2 h"));
        TrainingState state;
        QCOMPARE(trainingSummary(state), QString());
        state.phase = TrainingPhase::train;
        state.request.name = "mine";
        QCOMPARE(trainingSummary(state), QStringLiteral("Training “mine”…"));
        state.done = 43;
        state.total = 100;
        QCOMPARE(trainingSummary(state), QStringLiteral("Training “mine”: 43 %"));
    }

    void aNumberIsUnderstoodInThePersonsLocaleAndInItsRange() {
        QCOMPARE(valueFor(option("dropout"), QStringLiteral("0.5")), std::optional<std::string>("0.5"));
        QCOMPARE(valueFor(option("dropout"), QStringLiteral("1")), std::nullopt);
        QCOMPARE(valueFor(option("epochs"), QStringLiteral(" 12 ")), std::optional<std::string>("12"));
        QCOMPARE(valueFor(option("epochs"), QStringLiteral("1.5")), std::nullopt);
        QCOMPARE(valueFor(option("epochs"), QStringLiteral("many")), std::nullopt);
        const QLocale before;
        QLocale::setDefault(QLocale::German);
        QCOMPARE(valueFor(option("lr"), QStringLiteral("0,002")), std::optional<std::string>("0.002"));
        QLocale::setDefault(before);
    }

    void aNameIsMadeOfAnyFolderAndIsFree() {
        QCOMPARE(freeSpaceName(QStringLiteral("My photos & sounds"), {}), QStringLiteral("My-photos-sounds"));
        QCOMPARE(freeSpaceName(QStringLiteral("写真"), {}), QStringLiteral("mine"));
        QCOMPARE(freeSpaceName(QStringLiteral("a"), {{.name = QStringLiteral("a")}, {.name = QStringLiteral("a-2")}}),
                 QStringLiteral("a-3"));
        QVERIFY(isSpaceName(freeSpaceName(QString(200, u'x'), {})));
        QVERIFY(!isSpaceName(QStringLiteral("-x")));
        QVERIFY(!isSpaceName(QStringLiteral(".hidden")));
    }

    void twoEncodersOfPicturesAreRecommendedAndSpeechIsNotForOtherSounds() {
        std::vector<InstalledEncoder> encoders;
        for (const char* id : {"lite0", "lite2", "third"})
            encoders.push_back({.id = QLatin1String(id), .modality = Modality::image});
        encoders.push_back(
            {.id = QStringLiteral("whisper"), .modality = Modality::audio, .architecture = QStringLiteral("whisper")});
        const auto recommended = [&] {
            QStringList ids;
            const auto advice = adviceFor(encoders);
            for (size_t i = 0; i < encoders.size(); ++i)
                if (advice[i].recommended) ids << encoders[i].id;
            return ids;
        };
        QCOMPARE(recommended(),
                 QStringList({QStringLiteral("lite0"), QStringLiteral("lite2"), QStringLiteral("whisper")}));
        encoders.push_back({.id = QStringLiteral("aisfx"), .modality = Modality::audio});
        QCOMPARE(recommended(),
                 QStringList({QStringLiteral("lite0"), QStringLiteral("lite2"), QStringLiteral("aisfx")}));
    }
};

QTEST_MAIN(TestTrainingText)
#include "test_training_text.moc"

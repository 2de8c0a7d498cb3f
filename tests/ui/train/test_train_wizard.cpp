#include "support/temp_dir.h"
#include "ui/models/file_names.h"
#include "ui/models/sample_data.h"
#include "ui/train_wizard_fixture.h"
#include "ui/views/train/encoder_table.h"
#include "ui/views/train/file_tiles.h"
#include "ui/views/train/pairs_page.h"
#include "ui/views/train/subset_choice.h"

#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>

using namespace fusefind;

// The pages before a training: the pairs, the encoders and the recipe.
class TestTrainWizard : public QObject {
    Q_OBJECT

    // The box on the screen that says this; null if there is none.
    static QCheckBox* boxOf(TrainWizardFixture& fixture, const QString& text) {
        for (QCheckBox* one : fixture.wizard.findChildren<QCheckBox*>())
            if (one->isVisible() && one->text().contains(text)) return one;
        return nullptr;
    }

private Q_SLOTS:
    void withoutAFolderEachLayoutIsShownByAnExample() {
        TrainWizardFixture fixture;
        QVERIFY(fixture.isAt(TrainWizard::pairsPage));
        for (const char* example : {"metadata.csv", "tram.txt", "tram.wav", "captions.txt", "annotations", "sentences"})
            QVERIFY2(fixture.says(QLatin1String(example)), example);
        QVERIFY(!fixture.button(QStringLiteral("Next"))->isEnabled());
    }

    void aFolderIsRecognisedAndItsPairsAreShownAtOnce() {
        TrainWizardFixture fixture;
        fixture.wizard.addFolders({"/pairs"});
        QVERIFY(fixture.says(QStringLiteral("Pictures with captions: 2,307 · Sounds with captions: 241")));
        QVERIFY(fixture.says(QStringLiteral("Pictures: 1,464 · Sounds: 241 · Captions: 2,548")));
        QVERIFY(fixture.says(QStringLiteral("A red tram crosses an old stone bridge")));
        QVERIFY(fixture.says(QStringLiteral("Problems (2)")));
        QCOMPARE(fixture.wizard.findChildren<FileTiles*>().size(), 10);
        QTRY_COMPARE(fixture.asked(method::kThumbnail), size_t{7});
        QTRY_COMPARE(fixture.asked(method::kWaveform), size_t{3});
        const auto request = pairsRequestFromJson(fixture.worker.asked(method::kPairs).back()).value();
        QCOMPARE(request.folders, (std::vector<std::filesystem::path>{"/pairs"}));
    }

    void theSamplePairsAreOneClickAwayWhereThereAreSome() {
        TrainWizardFixture fixture;
        QVERIFY(fixture.isAt(TrainWizard::pairsPage));
        QVERIFY(!fixture.button(QStringLiteral("Sample pairs")));
        const TempDir sample;
        for (const char* name : {"pairs/sounds", "pairs/pictures", "library"})
            std::filesystem::create_directories(sample.path() / name);
        fixture.wizard.offerSample(SampleData::in(sample.path()).pairs);
        QVERIFY(fixture.press(QStringLiteral("Sample pairs")));
        QVERIFY(fixture.says(QStringLiteral("Pictures with captions")));
        QCOMPARE(fixture.child<PairsPage>().folders(),
                 (std::vector{sample.path() / "pairs" / "pictures", sample.path() / "pairs" / "sounds"}));
    }

    void theSampleIsFoundFromWhereTheProgramWasStarted() {
        const TempDir folder;
        std::filesystem::create_directories(folder / "pairs/pictures");
        const SampleData sample = SampleData::in(std::filesystem::relative(folder.path()));
        QCOMPARE(sample.pairs.size(), size_t{1});
        QVERIFY(sample.pairs[0].is_absolute());
    }

    void whatIsNoSampleOffersNothing() {
        const TempDir empty;
        for (const std::filesystem::path& folder : {std::filesystem::path(), empty.path(), empty.path() / "missing"}) {
            const SampleData sample = SampleData::in(folder);
            QVERIFY(sample.library.empty() && sample.pairs.empty());
        }
    }

    void aDroppedFolderIsTakenOnceAndAFileIsNot() {
        TrainWizardFixture fixture;
        QVERIFY(fixture.isAt(TrainWizard::pairsPage));
        const TempDir folder;
        QMimeData data;
        data.setUrls({urlOf(folder.path()), urlOf(folder.write("notes.txt", "milk")), urlOf(folder.path())});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&fixture.wizard, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&fixture.wizard, &drop);
        QVERIFY(fixture.says(QStringLiteral("Pictures with captions")));
        QCOMPARE(fixture.child<PairsPage>().folders(), std::vector<std::filesystem::path>{folder.path()});
    }

    void aProblemCanBeOpenedAndShownInItsFolder() {
        TrainWizardFixture fixture;
        fixture.wizard.addFolders({"/pairs"});
        QVERIFY(fixture.says(QStringLiteral("Problems (2)")));
        QTreeView* table = nullptr;
        for (QTreeView* one : fixture.wizard.findChildren<QTreeView*>())
            if (one->accessibleName() == QLatin1String("Problems of the pairs")) table = one;
        QVERIFY(!fixture.button(QStringLiteral("Open"))->isEnabled());
        QSignalSpy opened(&fixture.wizard, &TrainWizard::openRequested);
        QSignalSpy revealed(&fixture.wizard, &TrainWizard::revealRequested);
        table->setCurrentIndex(table->model()->index(1, 0));
        QVERIFY(fixture.press(QStringLiteral("Open")));
        QVERIFY(fixture.press(QStringLiteral("Show in folder")));
        QCOMPARE(opened.at(0).at(0).value<std::filesystem::path>(), std::filesystem::path("/pairs/torn.png"));
        QCOMPARE(revealed.size(), 1);
    }

    void whatHoldsNoPairsSaysWhatWasLookedFor() {
        TrainWizardFixture fixture;
        fixture.training->pairsComplaint = "no pairs found; looked for captions.csv";
        fixture.wizard.addFolders({"/pairs"});
        QVERIFY(fixture.says(QStringLiteral("no pairs found; looked for captions.csv")));
        QVERIFY(fixture.says(QStringLiteral("metadata.csv")));
        QVERIFY(!fixture.button(QStringLiteral("Next"))->isEnabled());
    }

    void aWorkerThatDiesWhileItLooksIsAskedAgain() {
        TrainWizardFixture fixture;
        QTRY_COMPARE(fixture.client.state(), WorkerClient::State::ready);
        fixture.worker.hold(method::kPairs);
        fixture.wizard.addFolders({"/pairs"});
        QVERIFY(fixture.says(QStringLiteral("Looking at the files…")));
        QTRY_COMPARE(fixture.asked(method::kPairs), size_t{1});
        fixture.worker.die();
        fixture.worker.release(method::kPairs);
        fixture.worker.listen();
        QVERIFY(QTest::qWaitFor([&] { return fixture.asked(method::kPairs) >= 2; }, 30'000));
        QVERIFY(fixture.says(QStringLiteral("Pictures with captions")));
    }

    void theRecommendedEncodersAreTickedWithTheirReason() {
        TrainWizardFixture fixture;
        QVERIFY(fixture.toTheRecipe());
        auto& table = fixture.child<EncoderTable>();
        QCOMPARE(table.topLevelItemCount(), 4);
        const EncoderTable::Choice expected{
            {Modality::text, {"minilm-l6"}}, {Modality::image, {"efficientnet-lite0"}}, {Modality::audio, {"aisfx"}}};
        QVERIFY(table.chosen() == expected);
        QCOMPARE(fixture.cell(table, 2, 6), QStringLiteral("Recommended: Made for sounds of all kinds"));
        QCOMPARE(fixture.cell(table, 3, 6), QStringLiteral("Made for speech, not for other sounds"));
        QTRY_COMPARE(fixture.cell(table, 2, 4), QStringLiteral("6.2/s"));
        QVERIFY(fixture.says(QStringLiteral("To encode the files: about 1 min · To train: about 34 s")));
        QVERIFY(fixture.says(QStringLiteral("better than 256 where measured")));
    }

    void withoutAnEncoderOfAModalityItCannotBegin() {
        TrainWizardFixture fixture;
        QVERIFY(fixture.toTheRecipe());
        auto& table = fixture.child<EncoderTable>();
        table.topLevelItem(2)->setCheckState(0, Qt::Unchecked);
        QVERIFY(fixture.says(QStringLiteral("Choose an encoder that reads: Sound")));
        QVERIFY(!fixture.button(QStringLiteral("Train"))->isEnabled());
        table.topLevelItem(3)->setCheckState(0, Qt::Checked);
        QTRY_VERIFY(fixture.button(QStringLiteral("Train"))->isEnabled());
    }

    void aNameThatIsTakenOrImpossibleIsRefusedBeforeTheEngineIsAsked_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("taken") << QStringLiteral("sample") << QStringLiteral("There is a space “sample” already");
        QTest::newRow("empty") << QString() << QStringLiteral("The name of a space is");
        QTest::newRow("a path") << QStringLiteral("../../etc") << QStringLiteral("The name of a space is");
        QTest::newRow("an option") << QStringLiteral("--name") << QStringLiteral("The name of a space is");
    }

    void aNameThatIsTakenOrImpossibleIsRefusedBeforeTheEngineIsAsked() {
        QFETCH(QString, name);
        QFETCH(QString, sentence);
        TrainWizardFixture fixture;
        QVERIFY(fixture.toTheRecipe());
        QLineEdit* edit = fixture.edit("Name of the space");
        QCOMPARE(edit->text(), QStringLiteral("pairs"));
        edit->setText(name);
        QVERIFY(fixture.says(sentence));
        QVERIFY(!fixture.button(QStringLiteral("Train"))->isEnabled());
    }

    void whatIsSetInTheCustomRecipeIsTrainedWith() {
        TrainWizardFixture fixture;
        QVERIFY(fixture.toTheRecipe());
        for (QRadioButton* one : fixture.wizard.findChildren<QRadioButton*>())
            if (one->text().startsWith(QLatin1String("Custom"))) one->click();
        fixture.edit("Epochs")->setText(QStringLiteral("12"));
        fixture.edit("Dropout")->setText(QStringLiteral("7"));
        QVERIFY(fixture.says(QStringLiteral("“7” cannot be used for Dropout")));
        QVERIFY(!fixture.button(QStringLiteral("Train"))->isEnabled());
        fixture.edit("Dropout")->setText(QStringLiteral("0.5"));
        QVERIFY(fixture.press(QStringLiteral("Train")));
        QVERIFY(fixture.isAt(TrainWizard::trainingPage));
        const TrainingRequest& request = fixture.training->begun.at(0);
        QCOMPARE(request.name, std::string("pairs"));
        QCOMPARE(request.recipe, std::string("auto"));
        const std::vector<std::pair<std::string, std::string>> options{{"epochs", "12"}, {"dropout", "0.5"}};
        QCOMPARE(request.options, options);
        QCOMPARE(request.folders, (std::vector<std::filesystem::path>{"/pairs"}));
    }

    void itBuildsOnTheSpaceInUseUnlessThatIsSwitchedOff_data() {
        QTest::addColumn<QString>("switched");
        QTest::addColumn<std::string>("extended");
        QTest::newRow("as it is") << QString() << std::string("sample");
        QTest::newRow("switched off") << QStringLiteral("Build on “sample”") << std::string();
        QTest::newRow("the published recipe") << QStringLiteral("As published") << std::string();
    }

    void itBuildsOnTheSpaceInUseUnlessThatIsSwitchedOff() {
        QFETCH(QString, switched);
        QFETCH(std::string, extended);
        TrainWizardFixture fixture;
        QVERIFY(fixture.toTheRecipe());
        QTRY_VERIFY(boxOf(fixture, QStringLiteral("Build on “sample”")));
        QVERIFY(boxOf(fixture, QStringLiteral("Build on “sample”"))->isChecked());
        for (QAbstractButton* one : fixture.wizard.findChildren<QAbstractButton*>())
            if (!switched.isEmpty() && one->text().startsWith(switched)) one->click();
        QVERIFY(fixture.press(QStringLiteral("Train")));
        QVERIFY(fixture.isAt(TrainWizard::trainingPage));
        QCOMPARE(fixture.training->begun.at(0).extends, extended);
    }

    void goodResultsAreLearntFromOnlyWhereThatIsChosen() {
        TrainWizardFixture fixture;
        QVERIFY(fixture.toTheRecipe());
        QCheckBox* const judged = boxOf(fixture, QStringLiteral("called good"));
        QVERIFY(judged && !judged->isChecked());
        judged->click();
        QVERIFY(fixture.press(QStringLiteral("Train")));
        QVERIFY(fixture.isAt(TrainWizard::trainingPage));
        QVERIFY(fixture.training->begun.at(0).judged);
        QVERIFY(!TrainingRequest().judged);
    }

    void theMostDiversePairsAloneAreTrainedOnWhereThatIsChosen() {
        TrainWizardFixture fixture;
        QVERIFY(fixture.toTheRecipe());
        auto* const subset = fixture.wizard.findChild<SubsetChoice*>();
        auto* const count = subset->findChild<QSpinBox*>();
        QVERIFY(subset->isVisible() && !count->isEnabled());
        subset->findChild<QCheckBox*>()->click();
        QVERIFY(count->isEnabled());
        count->setValue(3);
        QVERIFY(fixture.press(QStringLiteral("Train")));
        QVERIFY(fixture.isAt(TrainWizard::trainingPage));
        const auto& options = fixture.training->begun.at(0).options;
        QCOMPARE(options.size(), size_t{1});
        QCOMPARE(options[0].first + "=" + options[0].second, std::string("subset=kdpp:3"));
    }

    void whatTheEngineRefusesIsSaidOnThePageItConcerns() {
        TrainWizardFixture fixture;
        fixture.training->estimateComplaint = "--batch 1 is out of range; use 2 to 1000000";
        fixture.wizard.addFolders({"/pairs"});
        QVERIFY(fixture.press(QStringLiteral("Next")));
        QVERIFY(fixture.says(QStringLiteral("--batch 1 is out of range")));
        QVERIFY(!fixture.button(QStringLiteral("Train"))->isEnabled());
    }
};

QTEST_MAIN(TestTrainWizard)
#include "test_train_wizard.moc"

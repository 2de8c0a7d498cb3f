#include "support/temp_dir.h"
#include "ui/models/file_names.h"
#include "ui/stand_in_training.h"
#include "ui/views/train/comparison_list.h"
#include "ui/views/train/encoder_table.h"
#include "ui/views/train/file_tiles.h"
#include "ui/views/train/pairs_page.h"
#include "ui/views/train/recall_table.h"
#include "ui/views/train/recipe_page.h"
#include "ui/views/train/train_wizard.h"

#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTreeView>

using namespace fusefind;

namespace {

struct Fixture {
    explicit Fixture(const TrainingState& state = {}) {
        serveLibrary(worker, 200, 20);
        library.emplace(worker);
        training.emplace(worker);
        training->state = state;
        client.start();
        wizard.present();
    }

    [[nodiscard]] bool says(const QString& text) {
        return QTest::qWaitFor([&] {
            for (const QLabel* label : wizard.findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(text)) return true;
            return false;
        });
    }
    [[nodiscard]] bool isAt(TrainWizard::Page page) {
        return QTest::qWaitFor([&] { return wizard.currentId() == page && wizard.currentPage()->isVisible(); });
    }
    QPushButton* button(const QString& text) {
        for (QPushButton* one : wizard.findChildren<QPushButton*>())
            if (one->isVisible() && one->text() == text) return one;
        return nullptr;
    }
    [[nodiscard]] bool press(const QString& text) {
        if (!QTest::qWaitFor([&] { return button(text) && button(text)->isEnabled(); })) return false;
        button(text)->click();
        return true;
    }
    template <class T>
    T& child() {
        return *wizard.findChild<T*>();
    }
    [[nodiscard]] bool toTheRecipe() {
        wizard.addFolders({"/pairs"});
        return press(QStringLiteral("Next")) && isAt(TrainWizard::recipePage) && says(QStringLiteral("To train"));
    }
    QLineEdit* edit(const char* name) {
        for (QLineEdit* one : wizard.findChildren<QLineEdit*>())
            if (one->accessibleName() == QLatin1String(name)) return one;
        qFatal("no line is called %s", name);
    }
    [[nodiscard]] size_t asked(const char* method) const { return worker.asked(method).size(); }
    QString cell(const QTreeView& table, int row, int column) {
        return table.model()->index(row, column).data().toString();
    }
    StandInWorker worker;
    std::optional<StandInLibrary> library;
    std::optional<StandInTraining> training;
    WorkerClient client{worker.options()};
    TrainingJob job{client};
    TrainWizard wizard{client, job};
};

} // namespace

class TestTrainWizard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAFolderEachLayoutIsShownByAnExample() {
        Fixture fixture;
        QVERIFY(fixture.isAt(TrainWizard::pairsPage));
        for (const char* example : {"metadata.csv", "tram.txt", "tram.wav", "captions.txt", "annotations", "sentences"})
            QVERIFY2(fixture.says(QLatin1String(example)), example);
        QVERIFY(!fixture.button(QStringLiteral("Next"))->isEnabled());
    }

    void aFolderIsRecognisedAndItsPairsAreShownAtOnce() {
        Fixture fixture;
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

    void aDroppedFolderIsTakenOnceAndAFileIsNot() {
        Fixture fixture;
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
        Fixture fixture;
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
        Fixture fixture;
        fixture.training->pairsComplaint = "no pairs found; looked for captions.csv";
        fixture.wizard.addFolders({"/pairs"});
        QVERIFY(fixture.says(QStringLiteral("no pairs found; looked for captions.csv")));
        QVERIFY(fixture.says(QStringLiteral("metadata.csv")));
        QVERIFY(!fixture.button(QStringLiteral("Next"))->isEnabled());
    }

    void aWorkerThatDiesWhileItLooksIsAskedAgain() {
        Fixture fixture;
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
        Fixture fixture;
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
        Fixture fixture;
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
        Fixture fixture;
        QVERIFY(fixture.toTheRecipe());
        QLineEdit* edit = fixture.edit("Name of the space");
        QCOMPARE(edit->text(), QStringLiteral("pairs"));
        edit->setText(name);
        QVERIFY(fixture.says(sentence));
        QVERIFY(!fixture.button(QStringLiteral("Train"))->isEnabled());
    }

    void whatIsSetInTheCustomRecipeIsTrainedWith() {
        Fixture fixture;
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

    void whatTheEngineRefusesIsSaidOnThePageItConcerns() {
        Fixture fixture;
        fixture.training->estimateComplaint = "--batch 1 is out of range; use 2 to 1000000";
        fixture.wizard.addFolders({"/pairs"});
        QVERIFY(fixture.press(QStringLiteral("Next")));
        QVERIFY(fixture.says(QStringLiteral("--batch 1 is out of range")));
        QVERIFY(!fixture.button(QStringLiteral("Train"))->isEnabled());
    }

    void theTrainingIsFollowedFromEncodingToTheResult() {
        Fixture fixture;
        QVERIFY(fixture.toTheRecipe());
        QVERIFY(fixture.press(QStringLiteral("Train")));
        QVERIFY(fixture.isAt(TrainWizard::trainingPage));
        fixture.training->tell(StandInTraining::encoding());
        QVERIFY(fixture.says(QStringLiteral("Encoding the files: 812 of 1,705 · 24.1 files/s · about 37 s left")));
        QVERIFY(fixture.says(QStringLiteral("3 files skipped")));
        QVERIFY(fixture.says(QStringLiteral("The training goes on when this window is closed")));
        fixture.training->tell(StandInTraining::training(12));
        QVERIFY(fixture.says(QStringLiteral("Training: step 120 of 300, epoch 12 of 30")));
        QVERIFY(fixture.says(QStringLiteral("(to beat: 29.2 / 51.4 / 59.7)")));
        QVERIFY(fixture.says(QStringLiteral("Best so far: epoch")));
        QVERIFY(!fixture.button(QStringLiteral("See the result"))->isEnabled());
        fixture.training->tell(StandInTraining::done());
        QVERIFY(fixture.press(QStringLiteral("See the result")));
        QVERIFY(fixture.isAt(TrainWizard::resultPage));
    }

    void itIsPausedResumedAndStopped() {
        Fixture fixture(StandInTraining::training(5));
        QVERIFY(fixture.isAt(TrainWizard::trainingPage));
        QVERIFY(fixture.press(QStringLiteral("Pause")));
        QVERIFY(fixture.says(QStringLiteral("Paused at 50 of 300")));
        QVERIFY(fixture.press(QStringLiteral("Resume")));
        QVERIFY(fixture.says(QStringLiteral("Training: step 50 of 300")));
        QVERIFY(fixture.press(QStringLiteral("Stop and keep the best…")));
        QVERIFY(fixture.press(QStringLiteral("Stop and keep")));
        QTRY_COMPARE(fixture.asked(method::kTrainingStop), size_t{1});
        QVERIFY(fixture.says(QStringLiteral("Comparing with what was before")));
    }

    void whatFailedSaysWhyAndCanBeTriedWithOtherSettings() {
        Fixture fixture(StandInTraining::failed());
        QVERIFY(fixture.isAt(TrainWizard::trainingPage));
        QVERIFY(fixture.says(QStringLiteral("train again with a smaller --lr")));
        QVERIFY(fixture.press(QStringLiteral("Change the settings")));
        QVERIFY(fixture.isAt(TrainWizard::pairsPage));
        QCOMPARE(fixture.asked(method::kTrainingDismiss), size_t{1});
        QCOMPARE(fixture.child<PairsPage>().folders(), (std::vector<std::filesystem::path>{"/pairs"}));
    }

    void openedAgainItShowsThePageThatTheTrainingHasComeTo() {
        Fixture fixture(StandInTraining::training(5));
        QVERIFY(fixture.isAt(TrainWizard::trainingPage));
        QVERIFY(fixture.press(QStringLiteral("Close")));
        QVERIFY(!fixture.wizard.isVisible());
        QCOMPARE(fixture.asked(method::kTrainingStop), size_t{0});
        fixture.training->tell(StandInTraining::done());
        QTRY_COMPARE(fixture.job.state().phase, TrainingPhase::done);
        fixture.wizard.present();
        QVERIFY(fixture.isAt(TrainWizard::resultPage));
    }

    void theResultShowsBothSpacesSideBySide() {
        Fixture fixture(StandInTraining::done());
        QTRY_COMPARE(fixture.job.state().phase, TrainingPhase::done);
        fixture.wizard.present();
        QVERIFY(fixture.isAt(TrainWizard::resultPage));
        QVERIFY(fixture.says(QStringLiteral("better in 4 of 4 directions")));
        auto& table = fixture.child<RecallTable>();
        QCOMPARE(table.topLevelItemCount(), 8);
        QCOMPARE(fixture.cell(table, 0, 0), QStringLiteral("Text → Picture"));
        QCOMPARE(fixture.cell(table, 0, 1), QStringLiteral("sample"));
        QVERIFY(fixture.cell(table, 0, 2).startsWith(QStringLiteral("29.2 (")));
        QCOMPARE(fixture.cell(table, 1, 1), QStringLiteral("mine"));
        QCOMPARE(fixture.cell(table, 0, 5), QStringLiteral("216"));
        const auto rows = fixture.child<ComparisonList>().findChildren<FileTiles*>();
        QCOMPARE(rows.size(), 20);
        QVERIFY(rows.at(1)->tiles().at(0).right);
        QVERIFY(!rows.at(0)->tiles().at(4).fresh);
        QVERIFY(!rows.at(1)->tiles().at(0).fresh);
        QVERIFY(rows.at(1)->tiles().at(4).fresh);
    }

    void keepingPutsTheNewSpaceToUseAndForgetsTheTraining() {
        Fixture fixture(StandInTraining::done());
        fixture.library->spaces = {"sample", "mine"};
        QTRY_COMPARE(fixture.job.state().phase, TrainingPhase::done);
        fixture.wizard.present();
        QSignalSpy kept(&fixture.wizard, &TrainWizard::kept);
        QVERIFY(fixture.press(QStringLiteral("Keep and use")));
        QTRY_COMPARE(kept.size(), 1);
        QCOMPARE(kept.at(0).at(0).toString(), QStringLiteral("mine"));
        QCOMPARE(kept.at(0).at(1).toString(), QStringLiteral("sample"));
        QVERIFY(fixture.library->wasRun({"spaces", "use", "mine"}));
        QTRY_COMPARE(fixture.asked(method::kTrainingDismiss), size_t{1});
        QVERIFY(!fixture.wizard.isVisible());
        fixture.wizard.present();
        QVERIFY(fixture.isAt(TrainWizard::pairsPage));
    }

    void discardingAsksAndThenDeletesTheNewSpaceAlone() {
        Fixture fixture(StandInTraining::done());
        fixture.library->spaces = {"sample", "mine"};
        QTRY_COMPARE(fixture.job.state().phase, TrainingPhase::done);
        fixture.wizard.present();
        QVERIFY(fixture.press(QStringLiteral("Discard…")));
        QVERIFY(!fixture.library->wasRun({"spaces", "remove", "mine"}));
        QVERIFY(fixture.press(QStringLiteral("Delete")));
        QTRY_VERIFY(!fixture.wizard.isVisible());
        QCOMPARE(fixture.library->spaces, std::vector<std::string>{"sample"});
        QVERIFY(fixture.library->status["space"] == "sample");
    }

    void keepingBesideLeavesTheSpaceInUse() {
        Fixture fixture(StandInTraining::done());
        fixture.library->spaces = {"sample", "mine"};
        QTRY_COMPARE(fixture.job.state().phase, TrainingPhase::done);
        fixture.wizard.present();
        QVERIFY(fixture.press(QStringLiteral("Keep beside")));
        QTRY_COMPARE(fixture.asked(method::kTrainingDismiss), size_t{1});
        QVERIFY(fixture.library->status["space"] == "sample");
        QCOMPARE(fixture.library->spaces.size(), size_t{2});
    }

    void aSpaceThatCannotBePutToUseSaysSoAndTheResultStays() {
        Fixture fixture(StandInTraining::done()); // and no space "mine"
        QTRY_COMPARE(fixture.job.state().phase, TrainingPhase::done);
        fixture.wizard.present();
        QVERIFY(fixture.press(QStringLiteral("Keep and use")));
        QVERIFY(fixture.says(QStringLiteral("there is no space \"mine\"")));
        QVERIFY(fixture.isAt(TrainWizard::resultPage));
        QCOMPARE(fixture.asked(method::kTrainingDismiss), size_t{0});
    }
};

QTEST_MAIN(TestTrainWizard)
#include "test_train_wizard.moc"

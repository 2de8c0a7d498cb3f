#include "ui/train_wizard_fixture.h"
#include "ui/views/train/comparison_list.h"
#include "ui/views/train/file_tiles.h"
#include "ui/views/train/pairs_page.h"
#include "ui/views/train/recall_table.h"

#include <QtTest/QSignalSpy>

using namespace fusefind;

// The training as it goes on, and what becomes of it.
class TestTrainResult : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTrainingIsFollowedFromEncodingToTheResult() {
        TrainWizardFixture fixture;
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

    void whenItIsDoneEnterShowsTheResult() {
        TrainWizardFixture fixture(StandInTraining::training(12));
        QVERIFY(fixture.isAt(TrainWizard::trainingPage));
        fixture.button(QStringLiteral("Pause"))->setFocus();
        fixture.training->tell(StandInTraining::done());
        QVERIFY(fixture.says(QStringLiteral("The training is done")));
        QTest::keyClick(fixture.wizard.focusWidget(), Qt::Key_Return);
        QVERIFY(fixture.isAt(TrainWizard::resultPage));
    }

    void itIsPausedResumedAndStopped() {
        TrainWizardFixture fixture(StandInTraining::training(5));
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
        TrainWizardFixture fixture(StandInTraining::failed());
        QVERIFY(fixture.isAt(TrainWizard::trainingPage));
        QVERIFY(fixture.says(QStringLiteral("train again with a smaller --lr")));
        QVERIFY(fixture.press(QStringLiteral("Change the settings")));
        QVERIFY(fixture.isAt(TrainWizard::pairsPage));
        QCOMPARE(fixture.asked(method::kTrainingDismiss), size_t{1});
        QCOMPARE(fixture.child<PairsPage>().folders(), (std::vector<std::filesystem::path>{"/pairs"}));
    }

    void openedAgainItShowsThePageThatTheTrainingHasComeTo() {
        TrainWizardFixture fixture(StandInTraining::training(5));
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
        TrainWizardFixture fixture(StandInTraining::done());
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
        TrainWizardFixture fixture(StandInTraining::done());
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
        QTRY_VERIFY(!fixture.wizard.isVisible());
        fixture.wizard.present();
        QVERIFY(fixture.isAt(TrainWizard::pairsPage));
    }

    void discardingAsksAndThenDeletesTheNewSpaceAlone() {
        TrainWizardFixture fixture(StandInTraining::done());
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
        TrainWizardFixture fixture(StandInTraining::done());
        fixture.library->spaces = {"sample", "mine"};
        QTRY_COMPARE(fixture.job.state().phase, TrainingPhase::done);
        fixture.wizard.present();
        QVERIFY(fixture.press(QStringLiteral("Keep beside")));
        QTRY_COMPARE(fixture.asked(method::kTrainingDismiss), size_t{1});
        QVERIFY(fixture.library->status["space"] == "sample");
        QCOMPARE(fixture.library->spaces.size(), size_t{2});
    }

    void aSpaceThatCannotBePutToUseSaysSoAndTheResultStays() {
        TrainWizardFixture fixture(StandInTraining::done()); // and no space "mine"
        QTRY_COMPARE(fixture.job.state().phase, TrainingPhase::done);
        fixture.wizard.present();
        QVERIFY(fixture.press(QStringLiteral("Keep and use")));
        QVERIFY(fixture.says(QStringLiteral("there is no space \"mine\"")));
        QVERIFY(fixture.isAt(TrainWizard::resultPage));
        QCOMPARE(fixture.asked(method::kTrainingDismiss), size_t{0});
    }
};

QTEST_MAIN(TestTrainResult)
#include "test_train_result.moc"

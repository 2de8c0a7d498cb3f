#include "ui/main_window_fixture.h"
#include "ui/models/file_names.h"
#include "ui/shortcuts.h"
#include "ui/views/library/library_page.h"
#include "ui/views/metrics/metrics_dock.h"
#include "ui/views/search/search_page.h"
#include "ui/views/shortcuts_dialog.h"
#include "ui/views/start_page.h"
#include "ui/views/train/pairs_page.h"
#include "ui/views/train/train_wizard.h"

#include <QtCore/QStandardPaths>
#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtTest/QTest>

using namespace fusefind;

using Fixture = MainWindowFixture;

namespace {

const std::vector<FolderFacet> kNoFolders;

bool isInTable(const QKeySequence& keys) {
    return std::ranges::any_of(shortcuts(), [&](const Shortcut& one) { return keysOf(one.id).contains(keys); });
}

// Controls that a screen reader meets without a name.
QStringList nameless(QAccessibleInterface* one) {
    static constexpr std::array kControls{QAccessible::Button,       QAccessible::CheckBox, QAccessible::ComboBox,
                                          QAccessible::EditableText, QAccessible::Slider,   QAccessible::SpinBox,
                                          QAccessible::Table,        QAccessible::Tree,     QAccessible::List,
                                          QAccessible::ProgressBar};
    QStringList found;
    // A line edit's clear button is Qt's own, and what it does is reached by Escape.
    const bool qtsOwn = one->object() && one->object()->inherits("QLineEditIconButton");
    const bool control = !qtsOwn && std::ranges::find(kControls, one->role()) != kControls.end();
    if (control && !one->state().invisible && one->text(QAccessible::Name).isEmpty() && one->object())
        found << QStringLiteral("%1 in %2")
                     .arg(QLatin1String(one->object()->metaObject()->className()),
                          QLatin1String(one->object()->parent()->metaObject()->className()));
    for (int i = 0; i < one->childCount(); ++i)
        if (QAccessibleInterface* child = one->child(i)) found += nameless(child);
    return found;
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void withoutAFolderTheStartPageIsShownAndTheSampleSaysWhyItIsNotThere() {
        Fixture fixture(kNoFolders);
        QVERIFY(fixture.shows<StartPage>());
        QVERIFY(!fixture.button(QStringLiteral("Try the sample library"))->isEnabled());
        QVERIFY(fixture.says(QStringLiteral("The sample library is not on this computer")));
        QVERIFY(!fixture.says(QStringLiteral("Searching is not possible yet")));
    }

    void theSampleLibraryIsOneClickAway() {
        Fixture fixture(kNoFolders);
        fixture.window.offerSample({fixture.files.path(), {}});
        QVERIFY(fixture.shows<StartPage>());
        QTest::mouseClick(fixture.button(QStringLiteral("Try the sample library")), Qt::LeftButton);
        QVERIFY(fixture.shows<SearchPage>());
        QVERIFY(fixture.library->wasRun({"library", "add", fixture.files.path().native()}));
    }

    void whatASearchWouldLackIsSaidWithTheCommandThatBringsIt() {
        Fixture fixture(kNoFolders);
        fixture.library->status["space"] = nullptr;
        QVERIFY(fixture.says(QStringLiteral("no space has been trained")));
        QVERIFY(fixture.button(QStringLiteral("Train on my data…")));
        fixture.library->status["models"] = Json::array();
        fixture.library->tellChanged();
        QVERIFY(fixture.says(QStringLiteral("no encoders are installed")));
    }

    void aDroppedFolderIsAddedAfterAQuestionInPlace() {
        Fixture fixture;
        QVERIFY(fixture.shows<SearchPage>());
        fixture.drop({urlOf(fixture.files.path())});
        QVERIFY(fixture.says(QStringLiteral("to the library?")));
        QVERIFY(!fixture.library->wasRun({"library", "add", fixture.files.path().native()}));
        QTest::mouseClick(fixture.button(QStringLiteral("Add")), Qt::LeftButton);
        QTRY_VERIFY(fixture.library->wasRun({"library", "add", fixture.files.path().native()}));
    }

    void aDroppedFileIsLookedForOnTheSearchPage() {
        Fixture fixture;
        QVERIFY(fixture.shows<SearchPage>());
        QTest::keyClick(&fixture.window, Qt::Key_2, Qt::AltModifier);
        fixture.drop({urlOf(fixture.files.write("rain.wav", "sound"))});
        QVERIFY(fixture.shows<SearchPage>());
        QTRY_COMPARE(fixture.worker.asked(method::kSearch).size(), size_t{1});
    }

    void whatIsNotOnThisComputerIsRefusedWithASentence() {
        Fixture fixture;
        QVERIFY(fixture.shows<SearchPage>());
        fixture.drop({QUrl(QStringLiteral("https://example.org/cat.jpg"))});
        QVERIFY(fixture.says(QStringLiteral("Only files and folders of this computer")));
    }

    void aFileDroppedBeforeThereIsALibrarySaysWhatToDoFirst() {
        Fixture fixture(kNoFolders);
        QVERIFY(fixture.shows<StartPage>());
        fixture.drop({urlOf(fixture.files.write("rain.wav", "sound"))});
        QVERIFY(fixture.says(QStringLiteral("add a folder first")));
    }

    void theStatusBarShowsTheScanAndTheEngine() {
        Fixture fixture;
        QVERIFY(fixture.says(QStringLiteral("Ready on cpu")));
        ScanState scan = fixture.library->scan;
        scan.phase = ScanPhase::discover;
        scan.done = 1200;
        fixture.library->tellScan(scan);
        QVERIFY(fixture.says(QStringLiteral("Looking for files: 1,200")));
    }

    void theStatusBarShowsTheTrainingAndOpensTheWizardAtItsPage() {
        Fixture fixture;
        QVERIFY(fixture.says(QStringLiteral("Ready on cpu")));
        fixture.training->tell(StandInTraining::training(12));
        QTRY_VERIFY(fixture.button(QStringLiteral("Training “mine”: 40 %")));
        fixture.button(QStringLiteral("Training “mine”: 40 %"))->click();
        auto* wizard = fixture.window.findChild<TrainWizard*>();
        QVERIFY(wizard->isVisible());
        QCOMPARE(wizard->currentId(), static_cast<int>(TrainWizard::trainingPage));
        fixture.training->tell({});
        QTRY_VERIFY(!fixture.button(QStringLiteral("Training “mine”: 40 %")));
    }

    void aDroppedFolderCanBeTrainedOn() {
        Fixture fixture;
        QVERIFY(fixture.shows<SearchPage>());
        fixture.drop({urlOf(fixture.files.path())});
        QTRY_VERIFY(fixture.button(QStringLiteral("Train on it")));
        fixture.button(QStringLiteral("Train on it"))->click();
        const std::vector<std::filesystem::path> folders{fixture.files.path()};
        QCOMPARE(fixture.window.findChild<PairsPage*>()->folders(), folders);
    }

    void aKeptSpaceIsInUseAndOneClickGoesBack() {
        Fixture fixture;
        fixture.library->spaces = {"sample", "mine"};
        QVERIFY(fixture.shows<SearchPage>());
        fixture.training->tell(StandInTraining::done());
        QTRY_VERIFY(fixture.button(QStringLiteral("“mine” is trained: see the result")));
        fixture.button(QStringLiteral("“mine” is trained: see the result"))->click();
        fixture.button(QStringLiteral("Keep and use"))->click();
        QVERIFY(fixture.says(QStringLiteral("Searches use “mine” now.")));
        QTRY_VERIFY(fixture.library->status["space"] == "mine");
        fixture.button(QStringLiteral("Go back to “sample”"))->click();
        QVERIFY(fixture.says(QStringLiteral("“sample” is in use again.")));
        QVERIFY(fixture.library->status["space"] == "sample");
    }

    void anEngineThatDoesNotRunIsSaidAndCanBeTriedAgain() {
        Fixture fixture;
        QVERIFY(fixture.says(QStringLiteral("Ready on cpu")));
        fixture.worker.die(); // its program is not there, so that no other comes
        QTRY_VERIFY_WITH_TIMEOUT(fixture.button(QStringLiteral("Try again")), 30'000);
        fixture.worker.listen();
        QTest::mouseClick(fixture.button(QStringLiteral("Try again")), Qt::LeftButton);
        QVERIFY(fixture.says(QStringLiteral("Ready on cpu")));
        QTRY_VERIFY(!fixture.button(QStringLiteral("Try again")));
    }

    void theWindowClosesWhileTheWorkerOwesAnswers() {
        Fixture fixture;
        QVERIFY(fixture.shows<SearchPage>());
        fixture.worker.hold(method::kCommand);
        fixture.library->tellChanged();
        QVERIFY(fixture.window.close());
        QVERIFY(!fixture.window.isVisible());
    }

    void everyKeyOfTheMenusComesFromTheTableOfShortcuts() {
        Fixture fixture;
        for (const QAction* menu : fixture.window.menuBar()->actions())
            for (const QAction* action : menu->menu()->actions())
                for (const QKeySequence& keys : action->shortcuts())
                    QVERIFY2(isInTable(keys), qPrintable(action->text()));
        fixture.menuAction(textOf(ShortcutId::shortcutSheet))->trigger();
        QTRY_VERIFY(fixture.window.findChild<ShortcutsDialog*>());
        for (const Shortcut& shortcut : shortcuts())
            QVERIFY2(fixture.says(textOf(shortcut.id)), shortcut.text);
    }

    void everyControlHasAName() {
        Fixture fixture;
        QVERIFY(fixture.shows<SearchPage>());
        fixture.window.findChild<MetricsDock*>()->show();
        QStringList found = nameless(QAccessible::queryAccessibleInterface(&fixture.window));
        QTest::keyClick(&fixture.window, Qt::Key_2, Qt::AltModifier);
        QVERIFY(fixture.shows<LibraryPage>());
        found += nameless(QAccessible::queryAccessibleInterface(&fixture.window));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral(", "))));
    }
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"

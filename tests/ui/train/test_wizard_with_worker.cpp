#include "core/protocol/methods.h"
#include "support/small_data.h"
#include "ui/client_fixture.h"
#include "ui/real_window.h"
#include "ui/views/dataset/dataset_list.h"
#include "ui/views/train/file_tiles.h"
#include "ui/views/train/recall_table.h"
#include "ui/views/train/recipe_page.h"
#include "ui/views/train/train_wizard.h"

#include <QtCore/QStandardPaths>
#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <csignal>

using namespace fusefind;

namespace {

constexpr int kPatienceMs = 120'000; // a training on a busy machine

// The wizard of a whole window on the real worker, worked by its buttons.
struct Session {
    explicit Session(const RealLibrary& library) : window(library.worker()) {
        ready = window.settles();
        window.press(Qt::Key_T, Qt::ControlModifier);
        wizard = window.window->findChild<TrainWizard*>();
    }

    [[nodiscard]] static bool waits(const std::function<bool()>& condition) {
        return QTest::qWaitFor(condition, kPatienceMs);
    }
    [[nodiscard]] bool isAt(TrainWizard::Page page) {
        return waits([&] { return wizard->currentId() == page && wizard->currentPage()->isVisible(); });
    }
    [[nodiscard]] bool press(const char* text) {
        QPushButton* found = nullptr;
        const bool there = waits([&] {
            for (QPushButton* one : window.window->findChildren<QPushButton*>())
                if (one->isVisible() && one->isEnabled() && one->text() == QString::fromUtf8(text)) found = one;
            return found != nullptr;
        });
        if (there) found->click();
        return there;
    }
    [[nodiscard]] bool says(const char* text) { return window.says(QString::fromUtf8(text)); }
    [[nodiscard]] bool toTheRecipe(const std::filesystem::path& pairs) {
        wizard->addFolders({pairs});
        return press("Next") && isAt(TrainWizard::recipePage) && says("To train:");
    }
    // A training of so many steps has begun.
    [[nodiscard]] bool train(const std::filesystem::path& pairs, const char* name, int steps) {
        if (!toTheRecipe(pairs)) return false;
        for (QRadioButton* one : wizard->findChildren<QRadioButton*>())
            one->click(); // the last is the custom recipe
        for (QLineEdit* edit : wizard->findChildren<QLineEdit*>())
            if (edit->accessibleName() == QLatin1String("Steps at most"))
                edit->setText(QString::number(steps));
            else if (edit->accessibleName() == QLatin1String("Name of the space"))
                edit->setText(QLatin1String(name));
        return press("Train") && isAt(TrainWizard::trainingPage);
    }
    [[nodiscard]] bool learns() {
        return waits([&] {
            const auto state =
                trainingStateFromJson(ask(window.client, method::kTrainingState).value_or(Json())).value();
            return state.phase == TrainingPhase::train && !state.epochs.empty();
        });
    }
    [[nodiscard]] bool uses(const char* space) {
        return waits([&] { return window.state.status().space == QLatin1String(space); });
    }

    RealWindow window;
    TrainWizard* wizard = nullptr;
    bool ready = false;
};

} // namespace

// From folders of pairs to a kept space in the window alone; the tests share one worker and its spaces.
class TestWizardWithWorker : public QObject {
    Q_OBJECT

    RealLibrary library_;
    TempDir files_;
    std::filesystem::path pairs_ = files_ / "pairs";

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        const QString problem = library_.prepare();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        writePairs(pairs_, 40, 12);
    }

    void fromTheFoldersToAKeptSpaceAndBack() {
        Session session(library_);
        QVERIFY(session.ready);
        QVERIFY(session.train(pairs_, "first", 30));
        QVERIFY(session.press("See the result"));
        QVERIFY(session.isAt(TrainWizard::resultPage));
        QVERIFY(session.says("Mean recall on held-out pairs"));
        QVERIFY(session.wizard->findChild<RecallTable*>()->topLevelItemCount() > 0);
        QVERIFY(!session.wizard->findChildren<FileTiles*>().isEmpty());
        QVERIFY(session.press("Keep and use"));
        QVERIFY(session.says("Searches use “first” now."));
        QVERIFY(session.uses("first"));
        session.window.type(QStringLiteral("red and red above red and red"));
        QVERIFY(session.window.findsFirst(QStringLiteral("red.png")));
        // What was trained on can be looked through.
        const auto* const sets = session.window.window->findChild<DatasetList*>();
        QVERIFY(Session::waits([&] { return sets->chosen() && sets->chosen()->pairs == 52; }));
        QVERIFY(session.press("Go back to “small”"));
        QVERIFY(session.says("“small” is in use again."));
        QVERIFY(session.uses("small"));
    }

    void aFolderWithoutPairsSaysWhatWasLookedFor() {
        Session session(library_);
        const auto folder = files_ / "nothing";
        std::filesystem::create_directories(folder);
        session.wizard->addFolders({folder});
        QVERIFY(session.says("no pairs found"));
        QVERIFY(session.says("metadata.csv"));
    }

    void theWindowIsClosedAndOpenedAgainInTheMiddle() {
        {
            Session session(library_);
            QVERIFY(session.train(pairs_, "second", 400));
            QVERIFY(session.learns());
        }
        Session session(library_);
        QVERIFY(session.isAt(TrainWizard::trainingPage));
        QVERIFY(session.says("“second” learns from your pairs."));
        QVERIFY(session.press("See the result"));
        QVERIFY(session.press("Keep beside"));
        QVERIFY(Session::waits([&] { return !session.wizard->isVisible(); }));
        QVERIFY(session.uses("small"));
    }

    void aWorkerKilledInTheMiddleGoesOnWhereItWas() {
        Session session(library_);
        QVERIFY(session.train(pairs_, "third", 400));
        QVERIFY(session.learns());
        session.window.signalWorker(SIGKILL);
        QVERIFY(session.says("The engine stopped and is being started again"));
        QVERIFY(session.isAt(TrainWizard::trainingPage));
        QVERIFY(session.press("See the result"));
        QVERIFY(session.press("Discard…"));
        QVERIFY(session.press("Delete"));
        QVERIFY(Session::waits([&] { return !session.wizard->isVisible(); }));
        QVERIFY(session.uses("small"));
    }

    void aWorkerKilledOnThePagesBeforeIsAskedAgain() {
        Session session(library_);
        session.window.signalWorker(SIGSTOP); // so that it cannot answer before it dies
        session.wizard->addFolders({pairs_});
        QVERIFY(session.says("Looking at the files…"));
        session.window.signalWorker(SIGKILL);
        QVERIFY(session.press("Next"));
        QVERIFY(session.isAt(TrainWizard::recipePage));
        session.window.signalWorker(SIGKILL);
        QVERIFY(session.says("To train:"));
    }

    void aWorkerKilledBesideTheResultLeavesIt() {
        Session session(library_);
        QVERIFY(session.train(pairs_, "fifth", 30));
        QVERIFY(session.press("See the result"));
        QVERIFY(session.isAt(TrainWizard::resultPage));
        session.window.signalWorker(SIGKILL);
        QVERIFY(session.says("The engine stopped and is being started again"));
        QVERIFY(session.press("Keep and use"));
        QVERIFY(session.uses("fifth"));
        QVERIFY(session.says("Searches use “fifth” now."));
        QVERIFY(session.press("Go back to “small”"));
        QVERIFY(session.uses("small"));
    }

    void aTrainingIsPausedResumedAndStoppedWithTheBestKept() {
        Session session(library_);
        QVERIFY(session.train(pairs_, "fourth", 4000));
        QVERIFY(session.learns());
        QVERIFY(session.press("Pause"));
        QVERIFY(session.says("Paused at"));
        QVERIFY(session.press("Resume"));
        QVERIFY(session.says("Training: step"));
        QVERIFY(session.press("Stop and keep the best…"));
        QVERIFY(session.press("Stop and keep"));
        QVERIFY(session.press("See the result"));
        QVERIFY(session.says("stopped before its end"));
        QVERIFY(session.press("Keep beside"));
        QVERIFY(Session::waits([&] { return !session.wizard->isVisible(); }));
    }
};

QTEST_MAIN(TestWizardWithWorker)
#include "test_wizard_with_worker.moc"

#include "support/temp_dir.h"
#include "ui/key_clashes.h"
#include "ui/stand_in_training.h"
#include "ui/translation.h"
#include "ui/views/library/library_page.h"
#include "ui/views/main_window.h"
#include "ui/views/metrics/metrics_dock.h"
#include "ui/views/preview/preview_dialog.h"
#include "ui/views/search/query_box.h"
#include "ui/views/search/result_view.h"
#include "ui/views/search/search_page.h"
#include "ui/views/settings/settings_dialog.h"
#include "ui/views/start_page.h"
#include "ui/views/train/spaces_dialog.h"
#include "ui/views/train/train_wizard.h"

#include <QtCore/QStandardPaths>
#include <QtGui/QAccessible>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>
#include <set>

using namespace fusefind;

namespace {

struct Fixture {
    explicit Fixture(bool withFolder = true) {
        serveLibrary(worker, 200, 20);
        library.emplace(worker);
        if (withFolder)
            library->setFolders({{"/library/Holidays", 120, false}});
        else
            library->setFolders({});
        // The offscreen platform warns when a least size changes, and a layout leaves alone what is set by hand.
        window.setMinimumSize(window.minimumSizeHint());
        client.start();
        window.show();
        window.activateWindow();
    }
    template <class Page>
    [[nodiscard]] Page* shown() {
        auto* page = window.findChild<Page*>();
        return QTest::qWaitFor([&] { return page->isVisible() && window.isActiveWindow(); }) ? page : nullptr;
    }

    StandInWorker worker;
    std::optional<StandInLibrary> library;
    WorkerClient client{worker.options()};
    MainWindow window{client};
};

QString describe(const QWidget* widget) {
    QString text = QLatin1String(widget->metaObject()->className());
    if (!widget->objectName().isEmpty()) text += QStringLiteral(" ") + widget->objectName();
    if (widget->parentWidget())
        text += QStringLiteral(" in ") + QLatin1String(widget->parentWidget()->metaObject()->className());
    return text;
}

// Qt's own parts of a larger control: the control itself is what has the name.
bool isPart(const QWidget* widget) {
    return widget->objectName().startsWith(QStringLiteral("qt_")) || qobject_cast<const QTabBar*>(widget);
}

bool isControl(const QWidget* widget) {
    return widget->isVisible() && !isPart(widget) &&
           (widget->focusPolicy() != Qt::NoFocus || qobject_cast<const QAbstractButton*>(widget));
}

QString nameOf(QWidget* widget) {
    const QAccessibleInterface* const seen = QAccessible::queryAccessibleInterface(widget);
    return seen ? seen->text(QAccessible::Name) : QString();
}

// What a screen reader or a pointer would meet without a word, and what two things wait for.
QStringList complaints(QWidget& top) {
    QStringList found = keyClashes(top);
    for (QWidget* widget : top.findChildren<QWidget*>()) {
        if (!isControl(widget)) continue;
        if (nameOf(widget).isEmpty()) found << describe(widget) + QStringLiteral(" has no name");
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const auto* tool = qobject_cast<QToolButton*>(widget);
        const bool iconOnly = button && !button->icon().isNull() &&
                              (button->text().isEmpty() || (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly));
        if (iconOnly && button->toolTip().isEmpty()) found << describe(widget) + QStringLiteral(" has no tool tip");
    }
    return found;
}

// Of a group of radio buttons Tab reaches one; the arrows go to the others.
bool isReachedByArrows(const QWidget* widget) {
    const auto* radio = qobject_cast<const QRadioButton*>(widget);
    return radio && !radio->isChecked();
}

QStringList notReachedByTab(QWidget& page) {
    constexpr int kMostSteps = 200;
    std::set<const QWidget*> reached;
    for (int step = 0; step < kMostSteps; ++step) {
        QWidget* const focused = QApplication::focusWidget();
        if (!focused) break;
        reached.insert(focused);
        QTest::keyClick(focused, Qt::Key_Tab);
    }
    QStringList missed;
    for (const QWidget* widget : page.findChildren<QWidget*>())
        if (isControl(widget) && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
            !widget->focusProxy() && !isReachedByArrows(widget) && !reached.contains(widget))
            missed << describe(widget) + QStringLiteral(" is not reached");
    return missed;
}

#define VERIFY_NONE(list)                                                                                              \
    do {                                                                                                               \
        const QStringList found = list;                                                                                \
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));                                          \
    } while (false)

} // namespace

// Every control of every page, dock and dialog can be named and reached, in each language.
class TestAccessibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<QString>("language");
        for (const char* language : {"en", "de", "ja"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() {
        QFETCH_GLOBAL(QString, language);
        installTranslation(language);
    }

    void theStartPage() {
        Fixture fixture(false);
        auto* page = fixture.shown<StartPage>();
        QVERIFY(page);
        VERIFY_NONE(complaints(fixture.window));
        page->setFocus();
        VERIFY_NONE(notReachedByTab(*page));
    }

    void theSearchPageWithChipsFiltersAndInspector() {
        Fixture fixture;
        auto* page = fixture.shown<SearchPage>();
        QVERIFY(page);
        auto* box = page->findChild<QueryBox*>();
        const TempDir files;
        box->addFiles({files.write("picture.jpg", "any")});
        QTRY_COMPARE(box->terms().size(), size_t{1});
        box->addText(QStringLiteral("sea"));
        fixture.window.findChild<MetricsDock*>()->show();
        auto* results = page->findChild<ResultView*>();
        QTRY_COMPARE(results->model()->rowCount(), 20);
        results->select(0);
        VERIFY_NONE(complaints(fixture.window));
        page->setFocus();
        box->focusText();
        VERIFY_NONE(notReachedByTab(*page));
    }

    void theLibraryPage() {
        Fixture fixture;
        QVERIFY(fixture.shown<SearchPage>());
        QTest::keyClick(&fixture.window, Qt::Key_2, Qt::AltModifier);
        auto* page = fixture.shown<LibraryPage>();
        QVERIFY(page);
        VERIFY_NONE(complaints(fixture.window));
        VERIFY_NONE(notReachedByTab(*page));
    }

    void theSettings() {
        Fixture fixture;
        LibraryState state(fixture.client);
        SettingsDialog dialog(fixture.client, state, Preferences());
        dialog.setMinimumSize(dialog.size());
        dialog.show();
        auto* tabs = dialog.findChild<QTabWidget*>();
        for (int page = 0; page < tabs->count(); ++page) {
            tabs->setCurrentIndex(page);
            VERIFY_NONE(complaints(dialog));
        }
    }

    void theWizardOnEachOfItsPages() {
        Fixture fixture;
        StandInTraining training(fixture.worker);
        TrainingJob job(fixture.client);
        TrainWizard wizard(fixture.client, job);
        const auto isAt = [&](TrainWizard::Page page) {
            return QTest::qWaitFor([&] { return wizard.currentId() == page && wizard.isActiveWindow(); });
        };
        const auto next = [&](QWizard::WizardButton which) {
            return QTest::qWaitFor([&] { return wizard.button(which)->isEnabled(); }) &&
                   (wizard.button(which)->click(), true);
        };
        wizard.present();
        QVERIFY(isAt(TrainWizard::pairsPage));
        VERIFY_NONE(complaints(wizard));
        wizard.addFolders({"/pairs"});
        QVERIFY(QTest::qWaitFor([&] { return wizard.button(QWizard::NextButton)->isEnabled(); }));
        VERIFY_NONE(complaints(wizard));
        VERIFY_NONE(notReachedByTab(wizard));
        QVERIFY(next(QWizard::NextButton));
        QVERIFY(isAt(TrainWizard::recipePage));
        for (QRadioButton* one : wizard.findChildren<QRadioButton*>())
            one->click(); // the last one shows the options
        VERIFY_NONE(complaints(wizard));
        VERIFY_NONE(notReachedByTab(wizard));
        QVERIFY(next(QWizard::CommitButton));
        QVERIFY(isAt(TrainWizard::trainingPage));
        for (const TrainingState& state : {StandInTraining::training(5), StandInTraining::failed()}) {
            training.tell(state);
            QTRY_COMPARE(job.state().phase, state.phase);
            VERIFY_NONE(complaints(wizard));
            VERIFY_NONE(notReachedByTab(wizard));
        }
        training.tell(StandInTraining::done());
        QVERIFY(next(QWizard::NextButton));
        QVERIFY(isAt(TrainWizard::resultPage));
        VERIFY_NONE(complaints(wizard));
        VERIFY_NONE(notReachedByTab(wizard));
    }

    void theSpaces() {
        Fixture fixture;
        SpacesDialog dialog(fixture.client);
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitFor([&] { return dialog.isActiveWindow(); }));
        VERIFY_NONE(complaints(dialog));
        VERIFY_NONE(notReachedByTab(dialog));
    }

    void thePreviewOfAPictureAndOfASound() {
        Fixture fixture;
        PreviewDialog dialog(fixture.client);
        LibraryHit hit;
        for (const int64_t number : {0, 1}) {
            hit.item = madeUpItem(number);
            dialog.preview(hit);
            VERIFY_NONE(complaints(dialog));
        }
    }
};

QTEST_MAIN(TestAccessibility)
#include "test_accessibility.moc"

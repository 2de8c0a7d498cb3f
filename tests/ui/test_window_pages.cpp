#include "ui/main_window_fixture.h"
#include "ui/views/library/library_page.h"
#include "ui/views/metrics/metrics_dock.h"
#include "ui/views/preview/inspector.h"
#include "ui/views/search/search_page.h"
#include "ui/views/start_page.h"

#include <QtCore/QStandardPaths>

using namespace fusefind;
using Fixture = MainWindowFixture;

// Which page is shown, with what beside it, and how the window comes back.
class TestWindowPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void theLastFolderTakenOutBringsTheStartPageBack() {
        Fixture fixture;
        QVERIFY(fixture.shows<SearchPage>());
        fixture.library->setFolders({});
        fixture.library->tellChanged();
        QVERIFY(fixture.shows<StartPage>());
    }

    void altAndADigitChangeThePage() {
        Fixture fixture;
        QVERIFY(fixture.shows<SearchPage>());
        QTest::keyClick(&fixture.window, Qt::Key_2, Qt::AltModifier);
        QVERIFY(fixture.shows<LibraryPage>());
        QTest::keyClick(&fixture.window, Qt::Key_1, Qt::AltModifier);
        QVERIFY(fixture.shows<SearchPage>());
    }

    void theWindowComesBackAsItWasLeft() {
        Fixture fixture;
        const Preferences preferences(fixture.files.path());
        fixture.window.usePreferences(preferences);
        QVERIFY(fixture.shows<SearchPage>());
        fixture.window.resize(901, 702);
        fixture.window.findChild<MetricsDock*>()->show();
        QVERIFY(fixture.window.close());

        MainWindow again(fixture.client);
        again.usePreferences(Preferences(fixture.files.path()));
        again.show();
        QTRY_COMPARE(again.size(), QSize(901, 702));
        QVERIFY(again.findChild<MetricsDock*>()->isVisible());
        QVERIFY(again.findChild<SearchPage*>()->isVisible()); // before the engine has answered
    }

    void theInspectorStandsBesideTheSearchPageAlone() {
        Fixture fixture;
        QVERIFY(fixture.shows<SearchPage>());
        auto* const inspector = fixture.window.findChild<Inspector*>();
        QAction* const toggle = fixture.menuAction(QStringLiteral("Inspector"));
        QVERIFY(inspector->isVisible());
        QTest::keyClick(&fixture.window, Qt::Key_2, Qt::AltModifier);
        QVERIFY(fixture.shows<LibraryPage>());
        QVERIFY(!inspector->isVisible());
        QTest::keyClick(&fixture.window, Qt::Key_I, Qt::ControlModifier);
        QVERIFY(!inspector->isVisible() && !toggle->isEnabled());
        QTest::keyClick(&fixture.window, Qt::Key_1, Qt::AltModifier);
        QVERIFY(fixture.shows<SearchPage>());
        QVERIFY(inspector->isVisible());

        toggle->trigger(); // and closed it stays closed
        QTest::keyClick(&fixture.window, Qt::Key_2, Qt::AltModifier);
        QTest::keyClick(&fixture.window, Qt::Key_1, Qt::AltModifier);
        QVERIFY(fixture.shows<SearchPage>());
        QVERIFY(!inspector->isVisible() && toggle->isEnabled());
    }

    void theStartPageHasNoInspector() {
        Fixture fixture(std::vector<FolderFacet>{});
        QVERIFY(fixture.shows<StartPage>());
        QVERIFY(!fixture.window.findChild<Inspector*>()->isVisible());
        QVERIFY(fixture.says(QStringLiteral("Ready on cpu"))); // and can be told of a change
        fixture.library->setFolders({{"/library/Holidays", 120, false}});
        fixture.library->tellChanged();
        QVERIFY(fixture.shows<SearchPage>());
        QVERIFY(fixture.window.findChild<Inspector*>()->isVisible());
    }

    void aWindowClosedOnTheLibraryPageRemembersTheInspectorOfTheSearchPage_data() {
        QTest::addColumn<bool>("wanted");
        QTest::newRow("open") << true;
        QTest::newRow("closed") << false;
    }

    void aWindowClosedOnTheLibraryPageRemembersTheInspectorOfTheSearchPage() {
        QFETCH(bool, wanted);
        Fixture fixture;
        fixture.window.usePreferences(Preferences(fixture.files.path()));
        QVERIFY(fixture.shows<SearchPage>());
        if (!wanted) fixture.menuAction(QStringLiteral("Inspector"))->trigger();
        QTest::keyClick(&fixture.window, Qt::Key_2, Qt::AltModifier);
        QVERIFY(fixture.shows<LibraryPage>());
        QVERIFY(fixture.window.close());

        MainWindow again(fixture.client);
        again.usePreferences(Preferences(fixture.files.path()));
        again.show();
        QTRY_VERIFY(again.findChild<SearchPage*>()->isVisible());
        QCOMPARE(again.findChild<Inspector*>()->isVisible(), wanted);
    }
};

QTEST_MAIN(TestWindowPages)
#include "test_window_pages.moc"

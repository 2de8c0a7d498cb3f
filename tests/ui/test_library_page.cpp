#include "ui/models/folder_model.h"
#include "ui/models/skipped_model.h"
#include "ui/on_screen.h"
#include "ui/stand_in_library.h"
#include "ui/views/library/library_page.h"
#include "ui/views/widgets/scan_bar.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

using namespace fusefind;

namespace {

const std::vector<FolderFacet> kNoFolders;

ScanState encoding() {
    ScanState state;
    state.phase = ScanPhase::encode;
    state.done = 30;
    state.total = 120;
    state.perSecond = 4.5;
    state.remainingSeconds = 20;
    state.folders = {{"/photos", 30, 120}};
    return state;
}

// The page with the area for its notices above it, as the window has them.
struct Fixture {
    explicit Fixture(const std::vector<FolderFacet>& shown = {{"/photos", 120, false}}) {
        library.setFolders(shown);
        client.start();
        rows.addWidget(&notices);
        rows.addWidget(&page);
        window.resize(1000, 700);
        content.resize(window.size());
        window.show();
        window.activateWindow();
    }
    ~Fixture() {
        notices.setParent(nullptr);
        page.setParent(nullptr);
    }

    QTreeView& table(const char* name) {
        for (QTreeView* one : page.findChildren<QTreeView*>())
            if (one->accessibleName() == QLatin1String(name)) return *one;
        qFatal("no table is called %s", name);
    }
    [[nodiscard]] bool listsFolders(int count) {
        return QTest::qWaitFor([&] { return folders.model()->rowCount() == count; });
    }
    [[nodiscard]] bool says(const QString& text) { return saysOnScreen(window, text); }
    QPushButton* button(const QString& text) { return buttonOnScreen(window, text); }
    [[nodiscard]] QString cell(const QTreeView& table, int row, int column) const {
        return table.model()->index(row, column).data().toString();
    }
    void removeTheFirst() {
        folders.setCurrentIndex(folders.model()->index(0, 0));
        folders.setFocus();
        QTest::keyClick(&folders, Qt::Key_Delete);
    }

    StandInWorker worker;
    StandInLibrary library{worker};
    WorkerClient client{worker.options()};
    LibraryState state{client};
    QWidget window; // without a layout: the offscreen platform warns of a window's least size
    QWidget content{&window};
    QVBoxLayout rows{&content};
    NoticeArea notices;
    LibraryPage page{client, state, notices};
    QTreeView& folders = table("Folders of the library");
    QTreeView& skipped = table("Skipped files");
};

} // namespace

class TestLibraryPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldersAreListedWithTheirFilesAndHowFarTheyAre() {
        Fixture fixture({{"/photos", 120, false}, {"/sounds", 61, false}});
        QVERIFY(fixture.listsFolders(2));
        QCOMPARE(fixture.cell(fixture.folders, 0, FolderModel::folderColumn), QStringLiteral("/photos"));
        QCOMPARE(fixture.cell(fixture.folders, 1, FolderModel::filesColumn), QStringLiteral("61"));
        QTRY_COMPARE(fixture.cell(fixture.folders, 0, FolderModel::progressColumn), QStringLiteral("Up to date"));
        QVERIFY(fixture.says(QStringLiteral("Pictures: 240")));
    }

    void aFolderThatIsNotThereIsMarkedAndKept() {
        Fixture fixture({{"/media/drive", 9000, true}});
        QVERIFY(fixture.listsFolders(1));
        QVERIFY(fixture.cell(fixture.folders, 0, FolderModel::progressColumn).contains(QLatin1String("Not connected")));
        QCOMPARE(fixture.cell(fixture.folders, 0, FolderModel::filesColumn), QStringLiteral("9,000"));
    }

    void withoutAFolderThePageSaysHowToAddOne() {
        Fixture fixture(kNoFolders);
        QVERIFY(fixture.says(QStringLiteral("No folder yet")));
        QVERIFY(!fixture.folders.isVisible());
    }

    void aScanShowsItsPhaseItsRateAndTheTimeThatIsLeft() {
        Fixture fixture;
        QVERIFY(fixture.listsFolders(1));
        fixture.library.tellScan(encoding());
        QVERIFY(fixture.says(QStringLiteral("Reading files: 30 of 120 · 4.5 files/s · about 20 s left")));
        QCOMPARE(fixture.cell(fixture.folders, 0, FolderModel::progressColumn), QStringLiteral("30 of 120"));
        auto* bar = fixture.page.findChild<ScanBar*>();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->value() * 4, bar->maximum());
    }

    void theScanIsPausedAndResumed() {
        Fixture fixture;
        QVERIFY(fixture.listsFolders(1));
        fixture.library.tellScan(encoding());
        QTRY_VERIFY(fixture.button(QStringLiteral("Pause")) && fixture.button(QStringLiteral("Pause"))->isEnabled());
        QTest::mouseClick(fixture.button(QStringLiteral("Pause")), Qt::LeftButton);
        QVERIFY(fixture.says(QStringLiteral("Paused at 30 of 120")));
        QTest::mouseClick(fixture.button(QStringLiteral("Resume")), Qt::LeftButton);
        QVERIFY(fixture.says(QStringLiteral("Reading files")));
        QCOMPARE(fixture.worker.asked(method::kScan).size(), size_t{2});
    }

    void aRemovedFolderIsBackAfterCtrlZ() {
        Fixture fixture({{"/photos", 120, false}, {"/sounds", 61, false}});
        QVERIFY(fixture.listsFolders(2));
        fixture.removeTheFirst();
        QVERIFY(fixture.says(QStringLiteral("“photos” was removed from the library. The files stay where they are.")));
        QVERIFY(fixture.listsFolders(1));
        QVERIFY(fixture.library.wasRun({"library", "remove", "/photos"}));
        QTest::keyClick(&fixture.page, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(fixture.listsFolders(2));
        QVERIFY(fixture.library.wasRun({"library", "add", "/photos"}));
        QTRY_VERIFY(fixture.notices.findChildren<NoticeBar*>().isEmpty());
    }

    void theMessageOfARemovalOffersToUndoIt() {
        Fixture fixture;
        QVERIFY(fixture.listsFolders(1));
        fixture.removeTheFirst();
        QTRY_VERIFY(fixture.button(QStringLiteral("Undo")));
        QTest::mouseClick(fixture.button(QStringLiteral("Undo")), Qt::LeftButton);
        QTRY_VERIFY(fixture.library.wasRun({"library", "add", "/photos"}));
        QVERIFY(fixture.listsFolders(1));
    }

    void aFolderThatCannotBeAddedSaysWhy() {
        Fixture fixture;
        QVERIFY(fixture.listsFolders(1));
        fixture.library.addComplaint = "part of the library already: /photos/2023";
        fixture.page.addFolders({"/photos/2023"});
        QVERIFY(fixture.says(QStringLiteral("part of the library already: /photos/2023")));
        QVERIFY(fixture.listsFolders(1));
    }

    void skippedFilesAreListedWithTheirReasonsAndCanBeTriedAgain() {
        Fixture fixture;
        fixture.library.status["skipped"] = {{{"path", "/photos/torn.jpg"}, {"reason", "the picture is truncated"}}};
        fixture.library.status["skipped"].push_back({{"path", "/photos/<b>.png"}, {"reason", "not a picture"}});
        QVERIFY(fixture.listsFolders(1));
        fixture.library.tellChanged();
        QVERIFY(fixture.says(QStringLiteral("Skipped files (2)")));
        QCOMPARE(fixture.cell(fixture.skipped, 0, SkippedModel::fileColumn), QStringLiteral("/photos/torn.jpg"));
        QCOMPARE(fixture.cell(fixture.skipped, 0, SkippedModel::reasonColumn),
                 QStringLiteral("the picture is truncated"));
        QTest::mouseClick(fixture.button(QStringLiteral("Retry")), Qt::LeftButton);
        QTRY_COMPARE(fixture.worker.asked(method::kScan).size(), size_t{1});
        QVERIFY(!fixture.worker.asked(method::kScan).front().contains("pause"));
    }

    void aSkippedFileIsShownInItsFolder() {
        Fixture fixture;
        fixture.library.status["skipped"] = {{{"path", "/photos/torn.jpg"}, {"reason", "the picture is truncated"}}};
        fixture.library.status["skipped"].push_back({{"path", "/photos/two.jpg"}, {"reason", "not a picture"}});
        QVERIFY(fixture.listsFolders(1));
        fixture.library.tellChanged();
        QTRY_COMPARE(fixture.skipped.model()->rowCount(), 2);
        QSignalSpy reveal(&fixture.page, &LibraryPage::revealRequested);
        fixture.skipped.setCurrentIndex(fixture.skipped.model()->index(1, 0));
        fixture.skipped.setFocus();
        QTest::keyClick(&fixture.skipped, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(reveal.size(), 1);
        QCOMPARE(reveal[0][0].value<std::filesystem::path>(), std::filesystem::path("/photos/two.jpg"));
    }

    void anAnswerThatCannotBeReadIsSaidAndNothingStops() {
        Fixture fixture;
        QVERIFY(fixture.listsFolders(1));
        fixture.library.status.erase("library");
        fixture.library.tellChanged();
        QVERIFY(fixture.says(QStringLiteral("the engine's status cannot be read")));
        fixture.library.setFolders({{"/photos", 120, false}, {"/sounds", 61, false}});
        fixture.library.tellChanged();
        QVERIFY(fixture.listsFolders(2));
    }
};

QTEST_MAIN(TestLibraryPage)
#include "test_library_page.moc"

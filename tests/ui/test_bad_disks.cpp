#include "support/media_files.h"
#include "support/private_disk.h"
#include "ui/on_screen.h"
#include "ui/real_window.h"
#include "ui/views/library/library_page.h"

#include <QtCore/QStandardPaths>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace fusefind;

// The data directory on a disk that is full, or that may not be written to: the window says so, and stays usable.
class TestBadDisks : public QObject {
    Q_OBJECT

    PrivateDisk disk_{size_t{512} << 20U};
    RealLibrary library_{disk_.path() / "data"};

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        const QString problem = library_.prepare();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    void cleanup() { disk_.makeRoom(); }

    void onAFullDiskSearchesGoOnAndAFolderComesInOnceThereIsRoom() {
        const TempDir more;
        (void)more.write("odd.png", encodePicture(quarters(90, 90, "rwbg"), ".png"));
        RealWindow window(library_.worker());
        QVERIFY(window.settles());
        disk_.fill();
        window.type(QStringLiteral("red and red above red and red"));
        QVERIFY(window.findsFirst(QStringLiteral("red.png")));
        auto& page = *window.window->findChild<LibraryPage*>();
        page.addFolders({more.path()});
        QVERIFY(window.says(QStringLiteral("the disk is full")));
        disk_.makeRoom();
        page.addFolders({more.path()});
        QVERIFY(window.settles(RealLibrary::size() + 1));
        window.removeFolder(more.path());
    }

    void newFilesWaitForRoomOnAFullDisk() {
        const TempDir more;
        RealWindow window(library_.worker());
        window.addFolder(more.path());
        QVERIFY(window.settles());
        disk_.fill();
        (void)more.write("odd.png", encodePicture(quarters(90, 90, "rwbg"), ".png"));
        window.state.rescan();
        QVERIFY(window.says(QStringLiteral("The last scan failed: cannot save: the disk is full")));
        disk_.makeRoom();
        window.state.rescan();
        QVERIFY(window.settles(RealLibrary::size() + 1));
        window.removeFolder(more.path());
    }

    void aReadOnlyDataDirectoryIsSaidAndTriedAgain() {
        QTRY_VERIFY_WITH_TIMEOUT(disk_.setReadOnly(true), 20'000); // when the last worker has left
        RealWindow window(library_.worker());
        QVERIFY(window.says(QStringLiteral("cannot write in the data directory (Read-only file system)")));
        QVERIFY(disk_.setReadOnly(false));
        buttonOnScreen(*window.window, QStringLiteral("Try again"))->click();
        QVERIFY(window.settles());
        window.type(QStringLiteral("red and red above red and red"));
        QVERIFY(window.findsFirst(QStringLiteral("red.png")));
    }
};

int main(int argc, char** argv) {
    if (!PrivateDisk::allow()) return qInfo("not run: this user may mount nothing here"), 0;
    QApplication application(argc, argv);
    TestBadDisks test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_bad_disks.moc"

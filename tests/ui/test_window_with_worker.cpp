#include "core/base/data_dir.h"
#include "support/media_files.h"
#include "ui/models/folder_model.h"
#include "ui/real_window.h"
#include "ui/views/library/folder_panel.h"
#include "ui/views/library/library_page.h"
#include "ui/views/preview/preview_dialog.h"
#include "ui/views/search/query_box.h"
#include "ui/views/search/result_view.h"
#include "ui/views/search/search_page.h"

#include <fmt/format.h>

#include <QtCore/QMimeData>
#include <QtCore/QStandardPaths>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeView>
#include <csignal>

using namespace fusefind;
using State = WorkerClient::State;

namespace {

constexpr int kMany = 240; // files whose scan can be caught under way

// Black pictures of all widths, and one that looks like no other. Contents that were read once are not read again, so
// each test takes a height of its own.
void writeManyPictures(const std::filesystem::path& folder, uint32_t height, const TempDir& files) {
    for (int i = 1; i < kMany; ++i)
        (void)files.write(folder / fmt::format("{}.png", i), flatPng(32 + static_cast<uint32_t>(i), height));
    (void)files.write(folder / "odd.png", encodePicture(quarters(90, 90, "rwbg"), ".png"));
}

bool isReading(const RealWindow& window) {
    return window.state.scan().phase == ScanPhase::encode && window.state.scan().done > 0;
}

QCheckBox* kindBox(const RealWindow& window, const char* name) {
    for (QCheckBox* box : window.page.findChildren<QCheckBox*>())
        if (box->isVisible() && box->text() == QLatin1String(name)) return box;
    return nullptr;
}

} // namespace

// A person's session with the whole program: the real widgets, the real worker, real encoders. The tests share one
// worker, which stays for some seconds between two windows.
class TestWindowWithWorker : public QObject {
    Q_OBJECT

    RealLibrary library_;
    std::unique_ptr<TempDir> files_;
    std::filesystem::path added_; // to the library, by this test

    void add(RealWindow& window, const std::filesystem::path& folder) {
        added_ = folder;
        window.addFolder(folder);
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        const QString problem = library_.prepare();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    void init() { files_ = std::make_unique<TempDir>(); }
    void cleanup() {
        if (!added_.empty()) RealWindow(library_.worker()).removeFolder(std::exchange(added_, {}));
    }

    void typingFindsPictures() {
        RealWindow window(library_.worker());
        QVERIFY(window.lists(RealLibrary::size()));
        window.type(QStringLiteral("red and red above red and red"));
        QVERIFY(window.findsFirst(QStringLiteral("red.png")));
        QVERIFY(window.says(QStringLiteral("Searching by “red and red above red and red”")));
    }

    void theInspectorSaysWhichCaptionsAreNearest() {
        RealWindow window(library_.worker());
        window.type(QStringLiteral("green and green above green and green"));
        QVERIFY(window.findsFirst(QStringLiteral("green.png")));
        window.results.select(0);
        QVERIFY(window.says(QStringLiteral("green and green above"))); // as the pairs' captions are written
    }

    void aDroppedSoundIsSearchedBy() {
        RealWindow window(library_.worker());
        window.drop({library_.media("high.wav")});
        QVERIFY(window.says(QStringLiteral("Searching by high.wav")));
        QVERIFY(window.findsFirst(QStringLiteral("high.wav")));
    }

    void aDroppedJpegIsSearchedBy() {
        RealWindow window(library_.worker());
        window.drop({files_->write("blue.jpg", encodePicture(quarters(80, 80, "bbbb"), ".jpg"))});
        QVERIFY(window.says(QStringLiteral("Searching by blue.jpg")));
        QVERIFY(window.findsFirst(QStringLiteral("blue.png")));
    }

    void escapeClearsAndTheLibraryIsBack() {
        RealWindow window(library_.worker());
        window.drop({library_.media("low.wav")});
        window.type(QStringLiteral("a tone"));
        QVERIFY(window.says(QStringLiteral("Searching by low.wav")));
        window.press(Qt::Key_Escape);
        QVERIFY(window.line.text().isEmpty());
        QVERIFY(window.box.chips().empty());
        QVERIFY(window.says(QStringLiteral("6 files")));
    }

    void aFilterOfKindsNarrows() {
        RealWindow window(library_.worker());
        QVERIFY(window.waits([&] { return kindBox(window, "Sounds"); }));
        kindBox(window, "Sounds")->click();
        QVERIFY(window.lists(3));
        window.type(QStringLiteral("red"));
        QVERIFY(window.says(QStringLiteral("Searching by “red”")));
        QVERIFY(window.waits(
            [&] { return window.results.model()->index(0, 0).data().toString().endsWith(QStringLiteral(".wav")); }));
        QCOMPARE(window.results.model()->rowCount(), 3);
    }

    void spacePreviewsAndTheArrowsMove() {
        RealWindow window(library_.worker());
        QVERIFY(window.lists(RealLibrary::size()));
        window.press(Qt::Key_Down);
        QVERIFY(window.results.hasFocus());
        window.press(Qt::Key_Space);
        QVERIFY(window.shows<PreviewDialog>());
        auto* preview = window.window->findChild<PreviewDialog*>();
        const auto title = [&](int row) { return window.results.model()->index(row, 0).data().toString(); };
        QCOMPARE(preview->windowTitle(), title(0));
        for (int row = 1; row < RealLibrary::size(); ++row) {
            QTest::keyClick(preview, Qt::Key_Right);
            QCOMPARE(preview->windowTitle(), title(row));
        }
        QTest::keyClick(preview, Qt::Key_Left);
        QCOMPARE(window.results.currentIndex().row(), RealLibrary::size() - 2);
        QTest::keyClick(preview, Qt::Key_Space);
        QVERIFY(!preview->isVisible());
    }

    void theKeyboardAloneIsEnough() {
        RealWindow window(library_.worker());
        QVERIFY(window.settles());
        window.press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(window.line.hasFocus());
        for (const Qt::Key key : {Qt::Key_R, Qt::Key_E, Qt::Key_D})
            window.press(key);
        QVERIFY(window.findsFirst(QStringLiteral("red.png")));
        window.press(Qt::Key_Return);
        QVERIFY(window.results.hasFocus());
        window.press(Qt::Key_Space);
        QVERIFY(window.shows<PreviewDialog>());
        window.press(Qt::Key_Escape);
        QVERIFY(!window.window->findChild<PreviewDialog*>()->isVisible());
        QVERIFY(window.hasKeyboard());
        QVERIFY(window.results.hasFocus());
        window.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(window.says(QStringLiteral("Similar to red.png")));
        window.press(Qt::Key_Escape);
        QVERIFY(window.says(QStringLiteral("6 files")));
        window.press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(window.shows<LibraryPage>());
        window.press(Qt::Key_F5);
        QVERIFY(window.says(QStringLiteral("Up to date")));
        window.press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(window.shows<SearchPage>());
        window.press(Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(!window.window->isVisible());
    }

    void whatAScanFoundIsListedWhileItIsRead() {
        RealWindow window(library_.worker());
        QVERIFY(window.settles());
        writeManyPictures("found", 56, *files_);
        add(window, *files_ / "found");
        QVERIFY(window.waits([&] {
            return isReading(window) && window.results.model()->rowCount() == RealLibrary::size() + kMany;
        }));
    }

    void aWorkerKilledInAScanComesBackAndFinishesIt() {
        RealWindow window(library_.worker());
        QVERIFY(window.settles());
        writeManyPictures("many", 48, *files_);
        add(window, *files_ / "many");
        QVERIFY(window.waits([&] { return isReading(window); }));
        QSignalSpy restarting(&window.client, &WorkerClient::restarting);
        window.signalWorker(SIGKILL);
        QVERIFY(window.says(QStringLiteral("The engine stopped and is being started again")));
        QCOMPARE(restarting.size(), 1);
        QVERIFY(window.settles(RealLibrary::size() + kMany));
        QVERIFY(window.lists(RealLibrary::size() + kMany));
        window.drop({*files_ / "many" / "odd.png"});
        QVERIFY(window.findsFirst(QStringLiteral("odd.png")));
    }

    void aSearchThatTheWorkerDiedOverIsAnswered() {
        RealWindow window(library_.worker());
        QVERIFY(window.settles());
        window.signalWorker(SIGSTOP); // so that it cannot answer before it dies
        window.type(QStringLiteral("red and red above red and red"));
        QVERIFY(window.says(QStringLiteral("Searching…")));
        window.signalWorker(SIGKILL);
        QVERIFY(window.says(QStringLiteral("The engine stopped and is being started again")));
        QVERIFY(window.findsFirst(QStringLiteral("red.png")));
    }

    void aFolderThatVanishesIsMarkedAndItsEntriesStay() {
        RealWindow window(library_.worker());
        const auto folder = *files_ / "drive";
        (void)files_->write("drive/far.png", flatPng(300, 200));
        add(window, folder);
        QVERIFY(window.settles(RealLibrary::size() + 1));
        QVERIFY(window.lists(RealLibrary::size() + 1)); // without being asked
        std::filesystem::rename(folder, *files_ / "unplugged");
        window.press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(window.shows<LibraryPage>());
        window.press(Qt::Key_F5);
        const auto& folders = *window.window->findChild<FolderPanel*>()->findChild<QTreeView*>()->model();
        const auto rowSays = [&](int row) { return folders.index(row, FolderModel::progressColumn).data().toString(); };
        const QString kept = QStringLiteral("Not connected; its files are kept");
        QVERIFY2(window.waits([&] { return rowSays(0) == kept || rowSays(1) == kept; }),
                 qPrintable(rowSays(0) + rowSays(1)));
        window.press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(window.lists(RealLibrary::size() + 1));
    }

    // The last one: its library stays as the closing window leaves it.
    void aWindowClosedInAScanEndsCleanlyAndTheWorkerLeaves() {
        {
            RealWindow window(library_.worker());
            QVERIFY(window.settles());
            writeManyPictures("more", 64, *files_);
            window.addFolder(*files_ / "more");
            QVERIFY(window.waits([&] { return isReading(window); }));
            QVERIFY(window.window->close());
        }
        QVERIFY(RealWindow::waits([&] { return DataDir::open(library_.dataDir()).has_value(); }));
    }
};

QTEST_MAIN(TestWindowWithWorker)
#include "test_window_with_worker.moc"

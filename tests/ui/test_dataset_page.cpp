#include "core/library/pairs/paired_data.h"
#include "support/pair_fixture.h"
#include "support/small_data.h"
#include "ui/models/file_names.h"
#include "ui/real_window.h"
#include "ui/views/dataset/dataset_list.h"
#include "ui/views/dataset/dataset_page.h"
#include "ui/views/dataset/pair_filters.h"
#include "ui/views/dataset/pair_table.h"
#include "ui/views/dataset/statistics_panel.h"
#include "ui/views/train/pairs_page.h"
#include "ui/views/train/train_wizard.h"

#include <QtCore/QStandardPaths>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>

using namespace fusefind;
namespace fs = std::filesystem;

namespace {

// The whole window at its data page, on the real worker with a fresh data directory, and a folder of 20 pictures and 4
// sounds.
struct Fixture {
    Fixture() {
        writePairs(pairs.root(), 20, 4);
        window.window->resize(1400, 900);
        (void)window.hasKeyboard();
        window.press(Qt::Key_3, Qt::AltModifier);
    }

    [[nodiscard]] bool shows(int rows) const {
        return RealWindow::waits([&] { return model.rowCount() == rows && (rows == 0 || model.pair(0)); });
    }
    [[nodiscard]] bool add() {
        page.addFolders({pairs.root()});
        return shows(24);
    }
    QAbstractButton* button(const QString& text) const {
        for (QAbstractButton* one : window.window->findChildren<QAbstractButton*>())
            if (one->isVisible() && one->text() == text) return one;
        qFatal("there is no button %s", qPrintable(text));
    }
    void press(const char* text) const {
        QAbstractButton* const found = button(QString::fromUtf8(text));
        QVERIFY(RealWindow::waits([&] { return found->isEnabled(); }));
        QTest::mouseClick(found, Qt::LeftButton);
    }
    void choose(int first, int last) const {
        table.setCurrentIndex(model.index(first, PairModel::captionColumn));
        QItemSelection rows(model.index(first, 0), model.index(last, PairModel::columnCountOf - 1));
        table.selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    }
    [[nodiscard]] QString cell(int row, int column) const { return model.index(row, column).data().toString(); }
    [[nodiscard]] bool becomes(int row, int column, const QString& text) const {
        return RealWindow::waits([&] { return cell(row, column) == text; });
    }

    TempDir data;
    PairFixture pairs;
    RealWindow window{
        {QStringLiteral(FUSEFIND_WORKER), data.path(), {QStringLiteral("--device"), QStringLiteral("cpu")}}};
    DatasetPage& page = *window.window->findChild<DatasetPage*>();
    PairTable& table = *page.findChild<PairTable*>();
    PairModel& model = *qobject_cast<PairModel*>(table.model());
    QLineEdit& words = *page.findChild<PairFilters*>()->findChild<QLineEdit*>();
};

} // namespace

class TestDatasetPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void withoutADataSetThePageSaysHowToAddOne() {
        Fixture fixture;
        QVERIFY(fixture.window.shows<DatasetPage>());
        QVERIFY(fixture.window.says(QStringLiteral("Add a folder of pictures or sounds with their captions")));
        QVERIFY(fixture.button(QStringLiteral("Add a folder…"))->isEnabled());
    }

    void aFolderIsBrowsedChangedTakenBackAndExported() {
        Fixture fixture;
        const QAbstractItemModelTester tester(&fixture.model);
        QVERIFY(fixture.add());
        QVERIFY(fixture.window.says(QStringLiteral("24 pairs, read as: metadata.csv")));
        const QString caption = fixture.cell(0, PairModel::captionColumn);

        // Two are excluded, and found under "Excluded".
        fixture.choose(0, 1);
        fixture.press("Exclude from training");
        QVERIFY(fixture.becomes(1, PairModel::noteColumn, QStringLiteral("excluded")));
        fixture.press("Excluded");
        QVERIFY(fixture.shows(2));
        fixture.press("Excluded");
        QVERIFY(fixture.shows(24));

        // A caption is mended in place, by the keyboard.
        fixture.choose(2, 2);
        fixture.table.setFocus();
        const QString before = fixture.cell(2, PairModel::captionColumn);
        QTest::keyClick(&fixture.table, Qt::Key_F2);
        auto* const editor = fixture.table.findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->setText(QStringLiteral("a very odd barn"));
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(fixture.becomes(2, PairModel::captionColumn, QStringLiteral("a very odd barn")));
        fixture.words.setText(QStringLiteral("odd bar"));
        QVERIFY(fixture.shows(1));
        fixture.words.clear();
        QVERIFY(fixture.shows(24));

        // Both are taken back, and one is done again.
        fixture.press("Undo");
        QVERIFY(fixture.becomes(2, PairModel::captionColumn, before));
        fixture.press("Undo");
        QVERIFY(fixture.becomes(1, PairModel::noteColumn, QString()));
        QVERIFY(!fixture.button(QStringLiteral("Undo"))->isEnabled());
        fixture.press("Redo");
        QVERIFY(fixture.becomes(1, PairModel::noteColumn, QStringLiteral("excluded")));
        QCOMPARE(fixture.cell(0, PairModel::captionColumn), caption);

        // What is selected is exported.
        fixture.choose(2, 6);
        const fs::path target = fs::canonical(fixture.data.path()) / "exported";
        fixture.page.exportTo(target, true, false);
        QVERIFY(fixture.window.says(QStringLiteral("5 pairs were exported to")));
        QCOMPARE(readPairedFolders(std::span(&target, 1)).value().imageText.size(), size_t{5});
        QVERIFY(fs::exists(fixture.pairs / "picture-0.png"));
    }

    void aPairMovesToTheOtherPartAndBack() {
        Fixture fixture;
        QVERIFY(fixture.add());
        fixture.press("Validation");
        QVERIFY(RealWindow::waits([&] { return fixture.model.rowCount() < 24 && fixture.model.pair(0); }));
        const int held = fixture.model.rowCount(); // one of the pictures at least, and one of the sounds
        QVERIFY(held >= 2);
        fixture.choose(0, 0);
        fixture.press("Move to training");
        QVERIFY(fixture.shows(held - 1));
        fixture.press("Undo");
        QVERIFY(fixture.shows(held));
    }

    void theInspectorShowsTheFileAndTheSideWhatBelongsToIt() {
        Fixture fixture;
        QVERIFY(fixture.add());
        fixture.choose(3, 3);
        QVERIFY(fixture.window.says(QStringLiteral("Belongs together (1)")));
        QVERIFY(fixture.window.says(fixture.cell(3, PairModel::fileColumn)));
        fixture.page.findChild<QTabWidget*>()->setCurrentIndex(1);
        QVERIFY(fixture.window.says(QStringLiteral("Different words:")));
    }

    void aDataSetIsRemovedAndBroughtBackWithWhatWasChanged() {
        Fixture fixture;
        QVERIFY(fixture.add());
        fixture.choose(0, 0);
        fixture.press("Exclude from training");
        QVERIFY(fixture.becomes(0, PairModel::noteColumn, QStringLiteral("excluded")));
        fixture.press("Remove");
        QVERIFY(fixture.window.says(QStringLiteral("was removed from the data sets")));
        QVERIFY(fixture.window.says(QStringLiteral("Add a folder of pictures or sounds")));
        QPushButton* undo = nullptr;
        for (QPushButton* one : fixture.window.window->findChild<NoticeArea*>()->findChildren<QPushButton*>())
            if (one->text() == QLatin1String("Undo")) undo = one;
        QVERIFY(undo);
        undo->click();
        QVERIFY(fixture.shows(24));
        QVERIFY(fixture.becomes(0, PairModel::noteColumn, QStringLiteral("excluded")));
    }

    void aFolderWithoutPairsIsRefusedInASentence() {
        Fixture fixture;
        const TempDir empty;
        fixture.page.addFolders({empty.path()});
        QVERIFY(fixture.window.says(QStringLiteral("no pairs found")));
    }

    void aFileThatVanishedIsMissingAndNoError() {
        Fixture fixture;
        fs::remove(fixture.pairs / "picture-1.png");
        writePairs(fixture.pairs.root(), 20, 4);
        QVERIFY(fixture.add());
        const QString name = fixture.cell(0, PairModel::fileColumn);
        fs::remove(fixture.pairs / name.toStdString());
        fixture.model.reload();
        QVERIFY(fixture.becomes(0, PairModel::noteColumn, QStringLiteral("file missing")));
    }

    void theWizardOpensItsPairsHere() {
        Fixture fixture;
        fixture.window.press(Qt::Key_T, Qt::ControlModifier);
        auto* const wizard = fixture.window.window->findChild<TrainWizard*>();
        QVERIFY(wizard);
        wizard->addFolders({fixture.pairs.root()});
        auto* const pairs = wizard->findChild<PairsPage*>();
        QVERIFY(RealWindow::waits([&] { return pairs->pairs().has_value(); }));
        for (QPushButton* one : pairs->findChildren<QPushButton*>())
            if (one->text() == QLatin1String("Browse these pairs")) one->click();
        QVERIFY(fixture.shows(24));
        QVERIFY(fixture.page.isVisible());
    }
};

QTEST_MAIN(TestDatasetPage)
#include "test_dataset_page.moc"

#include "support/temp_dir.h"
#include "ui/on_screen.h"
#include "ui/stand_in_library.h"
#include "ui/views/train/spaces_dialog.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>

using namespace fusefind;

namespace {

struct Fixture {
    explicit Fixture(std::vector<std::string> spaces = {"sample", "older"}) {
        library.spaces = std::move(spaces);
        client.start();
        dialog.show();
    }

    [[nodiscard]] bool lists(int rows) {
        return QTest::qWaitFor([&] {
            return table.topLevelItemCount() == rows && (rows == 0 || !table.topLevelItem(rows - 1)->text(4).isEmpty());
        });
    }
    [[nodiscard]] bool says(const QString& text) { return saysOnScreen(dialog, text); }
    QPushButton* button(const QString& text) { return buttonOnScreen(dialog, text); }
    void choose(int row) { table.setCurrentItem(table.topLevelItem(row)); }

    StandInWorker worker;
    StandInLibrary library{worker};
    WorkerClient client{worker.options()};
    SpacesDialog dialog{client};
    QTreeWidget& table = *dialog.findChild<QTreeWidget*>();
};

} // namespace

class TestSpacesDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSpacesAreListedWithWhatTheyAreMadeOfAndTheirRecall() {
        Fixture fixture;
        QVERIFY(fixture.lists(2));
        QCOMPARE(fixture.table.topLevelItem(0)->text(1), QStringLiteral("yes"));
        QCOMPARE(fixture.table.topLevelItem(1)->text(1), QString());
        QCOMPARE(fixture.table.topLevelItem(0)->text(2), QStringLiteral("53.4 %"));
        QCOMPARE(fixture.table.topLevelItem(0)->text(4),
                 QStringLiteral("efficientnet-lite0 + efficientnet-lite2, minilm-l6"));
        QVERIFY(!fixture.button(QStringLiteral("Use"))->isEnabled()); // it is in use
    }

    void anotherIsPutToUse() {
        Fixture fixture;
        QVERIFY(fixture.lists(2));
        fixture.choose(1);
        fixture.button(QStringLiteral("Use"))->click();
        QVERIFY(fixture.says(QStringLiteral("“older” is in use.")));
        QTRY_COMPARE(fixture.table.topLevelItem(1)->text(1), QStringLiteral("yes"));
    }

    void oneIsDeletedAfterAQuestionAndTheOneInUseCannotBe() {
        Fixture fixture;
        QVERIFY(fixture.lists(2));
        QVERIFY(!fixture.button(QStringLiteral("Delete…"))->isEnabled());
        fixture.choose(1);
        fixture.button(QStringLiteral("Delete…"))->click();
        QVERIFY(!fixture.library.wasRun({"spaces", "remove", "older"}));
        QTRY_VERIFY(fixture.button(QStringLiteral("Delete")));
        fixture.button(QStringLiteral("Delete"))->click();
        QVERIFY(fixture.lists(1));
        QVERIFY(fixture.says(QStringLiteral("“older” was deleted.")));
    }

    void anExportedSpaceIsTakenInUnderAFreeName() {
        Fixture fixture;
        QVERIFY(fixture.lists(2));
        const TempDir folder;
        const auto file = folder.write("sample.safetensors", "weights");
        fixture.dialog.importFrom(file);
        QVERIFY(fixture.says(QStringLiteral("“sample-2” was taken in.")));
        QVERIFY(fixture.library.wasRun({"spaces", "import", file.native(), "--name", "sample-2"}));
        QVERIFY(fixture.lists(3));
    }

    void withoutASpaceItSaysWhatToDo() {
        Fixture fixture(std::vector<std::string>{});
        QVERIFY(fixture.says(QStringLiteral("There is no space yet.")));
        QVERIFY(!fixture.button(QStringLiteral("Export…"))->isEnabled());
        QSignalSpy train(&fixture.dialog, &SpacesDialog::trainRequested);
        fixture.button(QStringLiteral("Train on my data…"))->click();
        QCOMPARE(train.size(), 1);
    }
};

QTEST_MAIN(TestSpacesDialog)
#include "test_spaces_dialog.moc"

#include "support/temp_dir.h"
#include "ui/views/settings/models_page.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>

using namespace fusefind;

// The page of the models with the real worker and a real encoder.
class TestModelsWithWorker : public QObject {
    Q_OBJECT

    static constexpr int kPatienceMs = 60000; // loading Torch on a busy machine

    static bool says(const QWidget& page, const QString& text) {
        return QTest::qWaitFor(
            [&] {
                for (const QLabel* label : page.findChildren<QLabel*>())
                    if (label->isVisible() && label->text().contains(text)) return true;
                return false;
            },
            kPatienceMs);
    }
    static QPushButton* button(const QWidget& page, const char* text) {
        for (QPushButton* one : page.findChildren<QPushButton*>())
            if (one->isVisible() && one->text() == QString::fromUtf8(text)) return one;
        return nullptr;
    }

private Q_SLOTS:
    void aModelIsAddedRefusedAndRemoved() {
        const TempDir folder;
        WorkerClient client({QStringLiteral(FUSEFIND_WORKER), folder / "data", {}});
        client.start();
        QWidget window; // without a layout: its smallest size stays what it is
        auto& page = *new ModelsPage(client, &window);
        page.resize(700, 400);
        window.show();
        QVERIFY(says(page, QStringLiteral("No model is installed.")));

        page.addFrom(folder.path());
        QVERIFY(says(page, QStringLiteral("there is no config.json in this folder")));

        page.addFrom(FUSEFIND_MODELS_DIR "/efficientnet-lite0");
        QVERIFY(says(page, QStringLiteral("“efficientnet-lite0” was added.")));
        auto& table = *page.findChild<QTreeWidget*>();
        QVERIFY(QTest::qWaitFor([&] { return table.topLevelItemCount() == 1; }, kPatienceMs));
        QCOMPARE(table.topLevelItem(0)->text(1), QStringLiteral("Picture"));
        QCOMPARE(table.topLevelItem(0)->text(4), QStringLiteral("Apache-2.0"));

        table.setCurrentItem(table.topLevelItem(0));
        button(page, "Remove…")->click();
        QVERIFY(button(page, "Remove"));
        button(page, "Remove")->click();
        QVERIFY(says(page, QStringLiteral("No model is installed.")));
    }

    void aProgramIsAddedAfterAYes() {
        const TempDir folder;
        WorkerClient client({QStringLiteral(FUSEFIND_WORKER), folder / "data", {}});
        client.start();
        QWidget window;
        auto& page = *new ModelsPage(client, &window);
        page.resize(700, 400);
        window.show();
        QVERIFY(says(page, QStringLiteral("No model is installed.")));

        page.addFrom(FUSEFIND_GOLDEN_DIR "/script/image");
        QVERIFY(says(page, QStringLiteral("is a program: it can do with your files whatever you can.")));
        QVERIFY(!std::filesystem::exists(folder / "data/models/image"));
        button(page, "Trust and add")->click();
        QVERIFY(says(page, QStringLiteral("“image” was added.")));
        auto& table = *page.findChild<QTreeWidget*>();
        QVERIFY(QTest::qWaitFor([&] { return table.topLevelItemCount() == 1; }, kPatienceMs));
        QCOMPARE(table.topLevelItem(0)->text(2), QStringLiteral("12"));
        QVERIFY(table.topLevelItem(0)->toolTip(0).contains(QStringLiteral("A program")));
    }
};

QTEST_MAIN(TestModelsWithWorker)
#include "test_models_with_worker.moc"

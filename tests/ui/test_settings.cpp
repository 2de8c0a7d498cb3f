#include "support/temp_dir.h"
#include "ui/models/latency_log.h"
#include "ui/on_screen.h"
#include "ui/preferences.h"
#include "ui/stand_in_library.h"
#include "ui/theme/icons.h"
#include "ui/views/metrics/metrics_dock.h"
#include "ui/views/settings/models_page.h"
#include "ui/views/settings/settings_dialog.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QTreeWidget>
#include <cmath>

using namespace fusefind;

namespace {

struct Fixture {
    Fixture() { client.start(); }

    SettingsDialog& open() {
        dialog = std::make_unique<SettingsDialog>(client, state, preferences);
        dialog->show();
        return *dialog;
    }
    template <class Control>
    Control& control(const char* name) {
        for (Control* one : dialog->findChildren<Control*>())
            if (one->accessibleName() == QLatin1String(name)) return *one;
        qFatal("no control is called %s", name);
    }
    QTreeWidget& openModels() {
        open();
        showTab("Models");
        return control<QTreeWidget>("Installed models");
    }
    template <class T>
    T& child() {
        return *dialog->findChild<T*>();
    }
    QPushButton& button(const char* text) {
        for (QPushButton* one : dialog->findChildren<QPushButton*>())
            if (one->isVisible() && one->text() == QString::fromUtf8(text)) return *one;
        qFatal("no button says %s", text);
    }
    [[nodiscard]] bool says(const QString& text) { return saysOnScreen(*dialog, text); }
    void showTab(const char* name) {
        auto* tabs = dialog->findChild<QTabWidget*>();
        for (int i = 0; i < tabs->count(); ++i)
            if (tabs->tabText(i) == QLatin1String(name)) tabs->setCurrentIndex(i);
    }

    TempDir dataDir;
    StandInWorker worker;
    StandInLibrary library{worker};
    WorkerClient client{worker.options()};
    LibraryState state{client};
    Preferences preferences{dataDir.path()};
    std::unique_ptr<SettingsDialog> dialog;
};

// Contrast of two colours, 1 to 21 (WCAG 2.1).
double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAppearanceChangesAtOnceAndIsKept() {
        Fixture fixture;
        fixture.open();
        auto& appearance = fixture.control<QComboBox>("Appearance");
        appearance.setCurrentText(QStringLiteral("Dark"));
        QCOMPARE(QApplication::palette().color(QPalette::Window), darkPalette().color(QPalette::Window));
        appearance.setCurrentText(QStringLiteral("Light"));
        QCOMPARE(QApplication::palette().color(QPalette::Window), lightPalette().color(QPalette::Window));
        fixture.dialog.reset();
        QCOMPARE(Preferences(fixture.dataDir.path()).appearance(), Appearance::light);
    }

    void textCanBeReadInBothAppearances() {
        using P = QPalette;
        const std::vector<std::pair<P::ColorRole, P::ColorRole>> pairs{{P::WindowText, P::Window},
                                                                       {P::Text, P::Base},
                                                                       {P::Text, P::AlternateBase},
                                                                       {P::ButtonText, P::Button},
                                                                       {P::PlaceholderText, P::Window},
                                                                       {P::PlaceholderText, P::Base},
                                                                       {P::Link, P::Window},
                                                                       {P::HighlightedText, P::Highlight},
                                                                       {P::ToolTipText, P::ToolTipBase}};
        for (const QPalette& palette : {lightPalette(), darkPalette()}) {
            for (const auto& [front, back] : pairs) {
                const double seen = contrast(palette.color(front), palette.color(back));
                QVERIFY2(seen >= 4.5, qPrintable(QStringLiteral("role %1 on %2: %3").arg(front).arg(back).arg(seen)));
            }
            const double faint = contrast(palette.color(P::Disabled, P::Text), palette.color(P::Base));
            QVERIFY2(faint >= 3, qPrintable(QString::number(faint)));
        }
    }

    void iconsAreDrawnInTheColoursOfTheMoment() {
        const auto brightest = [] {
            const QImage image = icon("plus").pixmap(QSize(24, 24), 2.0).toImage();
            return image.pixelColor(image.rect().center()).lightness();
        };
        applyAppearance(Appearance::light);
        const int onLight = brightest();
        applyAppearance(Appearance::dark);
        QVERIFY(onLight < 100);
        QVERIFY(brightest() > 150);
        QCOMPARE(icon("plus").pixmap(QSize(24, 24), 2.0).size(), QSize(48, 48));
        applyAppearance(Appearance::light);
    }

    void whatTheEngineMayUseGoesToTheWorkerAtItsNextStart() {
        Fixture fixture;
        QCOMPARE(fixture.preferences.workerArguments().join(QLatin1Char(' ')),
                 QStringLiteral("--device auto --threads 0 --memory-limit 0"));
        fixture.open();
        fixture.control<QComboBox>("Device").setCurrentText(QStringLiteral("Processor (CPU)"));
        fixture.control<QSpinBox>("Threads").setValue(1);
        fixture.control<QSpinBox>("Memory for encoders").setValue(500);
        fixture.control<QComboBox>("Language").setCurrentText(QStringLiteral("Deutsch"));
        fixture.dialog.reset();
        const Preferences kept(fixture.dataDir.path());
        QCOMPARE(kept.workerArguments().join(QLatin1Char(' ')),
                 QStringLiteral("--device cpu --threads 1 --memory-limit 500"));
        QCOMPARE(kept.language(), QStringLiteral("de"));
    }

    void aFileOfPreferencesThatMakesNoSenseGivesTheDefaults() {
        const TempDir folder;
        (void)folder.write("window.ini", "[General]\nappearance=pink\ndevice=toaster\nthreads=-7\nlanguage=xx\n\xff[");
        const Preferences preferences(folder.path());
        QCOMPARE(preferences.appearance(), Appearance::system);
        QCOMPARE(preferences.workerArguments().join(QLatin1Char(' ')),
                 QStringLiteral("--device auto --threads 0 --memory-limit 0"));
        QCOMPARE(preferences.language(), QString());
    }

    void theModelsAreListedWithSizeLicenceAndLanguages() {
        Fixture fixture;
        const auto& table = fixture.openModels();
        QTRY_COMPARE(table.topLevelItemCount(), 4);
        const auto row = [&](int number) {
            QStringList texts;
            for (int column = 0; column < table.columnCount(); ++column)
                texts << table.topLevelItem(number)->text(column);
            return texts.join(QStringLiteral(" | "));
        };
        QCOMPARE(row(0), QStringLiteral("minilm-l6 | Text | 384 | 87 MiB | apache-2.0 | English"));
        QCOMPARE(row(2), QStringLiteral("aisfx | Sound | 512 | 24 MiB | cc-by-4.0 | –"));
        QVERIFY(!fixture.button("Remove…").isEnabled()); // nothing is chosen
    }

    void aModelIsAddedFromItsFolder() {
        Fixture fixture;
        const auto& table = fixture.openModels();
        QTRY_COMPARE(table.topLevelItemCount(), 4);
        fixture.child<ModelsPage>().addFrom("/models/e5-small");
        QVERIFY(!fixture.button("Add from folder…").isEnabled()); // until it is done
        QTRY_COMPARE(table.topLevelItemCount(), 5);
        QVERIFY(fixture.says(QStringLiteral("“e5-small” was added.")));
        QVERIFY(fixture.library.wasRun({"models", "add", "/models/e5-small"}));
        QVERIFY(fixture.button("Add from folder…").isEnabled());
    }

    void aProgramIsAddedOnlyAfterAQuestion() {
        Fixture fixture;
        fixture.library.programFolder = "/models/program";
        const auto& table = fixture.openModels();
        QTRY_COMPARE(table.topLevelItemCount(), 4);
        fixture.child<ModelsPage>().addFrom("/models/program");
        QVERIFY(fixture.says(QStringLiteral(
            "The model in “/models/program” is a program: it can do with your files whatever you can.")));
        QVERIFY(!fixture.library.wasRun({"models", "add", "/models/program"}));
        QVERIFY(!fixture.library.wasRun({"models", "add", "/models/program", "--trust-program"}));
        fixture.button("Trust and add").click();
        QTRY_COMPARE(table.topLevelItemCount(), 5);
        QVERIFY(fixture.library.wasRun({"models", "add", "/models/program", "--trust-program"}));
    }

    void aFolderThatIsNoModelIsRefusedInASentence() {
        Fixture fixture;
        fixture.library.addComplaint = "there is no config.json in this folder: /models/empty";
        const auto& table = fixture.openModels();
        QTRY_COMPARE(table.topLevelItemCount(), 4);
        fixture.child<ModelsPage>().addFrom("/models/empty");
        QVERIFY(fixture.says(QStringLiteral("there is no config.json in this folder: /models/empty")));
        QCOMPARE(table.topLevelItemCount(), 4);
        QVERIFY(fixture.button("Add from folder…").isEnabled());
    }

    void aModelIsRemovedAfterAQuestionThatNamesTheSpacesThatNeedIt() {
        Fixture fixture;
        auto& table = fixture.openModels();
        QTRY_COMPARE(table.topLevelItemCount(), 4);
        table.setCurrentItem(table.topLevelItem(0));
        fixture.button("Remove…").click();
        QVERIFY(fixture.says(QStringLiteral("Remove the model “minilm-l6”? These spaces cannot be searched in without "
                                            "it: sample. It can be added again from its folder.")));
        QVERIFY(!fixture.library.wasRun({"models", "remove", "minilm-l6"}));
        table.setCurrentItem(table.topLevelItem(3)); // which no space needs
        fixture.button("Remove…").click();
        QVERIFY(fixture.says(QStringLiteral("Remove the model “whisper-tiny-en”? It can be added again")));
        fixture.button("Remove").click();
        QTRY_COMPARE(table.topLevelItemCount(), 3);
        QVERIFY(fixture.says(QStringLiteral("“whisper-tiny-en” was removed.")));
    }

    void aModelThatIsGoneAlreadyIsSaidToBeSo() {
        Fixture fixture;
        auto& table = fixture.openModels();
        QTRY_COMPARE(table.topLevelItemCount(), 4);
        fixture.library.models["models"].clear();
        table.setCurrentItem(table.topLevelItem(1));
        fixture.button("Remove…").click();
        fixture.button("Remove").click();
        QVERIFY(fixture.says(QStringLiteral("there is no model \"efficientnet-lite0\"")));
    }

    void withoutAModelThePageSaysHowToAddOne() {
        Fixture fixture;
        fixture.library.models = {{"models", Json::array()}};
        (void)fixture.openModels();
        QVERIFY(fixture.says(QStringLiteral("No model is installed. Get one, or add one from its folder")));
    }

    void theDataFolderIsNamedAndMeasured() {
        Fixture fixture;
        (void)fixture.dataDir.write("latents/rows.f16", std::string(3'000'000, 'x'));
        fixture.open();
        fixture.showTab("Data");
        QCOMPARE(fixture.control<QLabel>("Folder").text(), QString::fromStdString(fixture.dataDir.path().native()));
        QTRY_COMPARE(fixture.control<QLabel>("Size").text(), QLocale().formattedDataSize(3'000'000));
    }

    void theMetricsShowTheStatusAndTheSearchesOfTheSession() {
        Fixture fixture;
        QWidget window; // without a layout: the offscreen platform warns of a window's least size
        const LiveRecall recall(fixture.client);
        MetricsDock dock(fixture.state, recall, &window);
        window.show();
        const auto& table = *dock.findChild<QTableWidget*>();
        QTRY_COMPARE(table.rowCount(), 3);
        QCOMPARE(table.item(0, 0)->text(), QStringLiteral("Text → Picture"));
        QCOMPARE(table.item(0, 3)->text(), QStringLiteral("59.7"));
        const auto value = [&](const char* name) {
            for (const QLabel* label : dock.findChildren<QLabel*>())
                if (label->accessibleName() == QLatin1String(name)) return label->text();
            return QString();
        };
        QCOMPARE(value("Space in use"), QStringLiteral("sample"));
        QCOMPARE(value("Index, recall@10"), QStringLiteral("99.7 %"));
        for (int i = 1; i <= 20; ++i)
            dock.addSearch(i * 10);
        QCOMPARE(value("Searches"), QStringLiteral("20"));
        QCOMPARE(value("Median"), QStringLiteral("100 ms"));
        QCOMPARE(value("95 % within"), QStringLiteral("190 ms"));
    }

    void theHistogramOfSearchesCountsEachOnce() {
        LatencyLog log;
        QCOMPARE(log.quantile(0.5), 0.0);
        for (const double time : {1.0, 10.0, 10.1, 499.0, 501.0, 9000.0})
            log.add(time);
        const LatencyLog::Histogram bins = log.histogram();
        QCOMPARE(bins, (LatencyLog::Histogram{2, 1, 0, 0, 0, 1, 2}));
        for (int i = 0; i < 5000; ++i)
            log.add(3);
        QCOMPARE(log.count(), size_t{5006});
        QCOMPARE(log.quantile(1), 3.0); // the newest thousand
    }
};

QTEST_MAIN(TestSettings)
#include "test_settings.moc"

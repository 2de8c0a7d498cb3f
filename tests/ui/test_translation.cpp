#include "support/temp_dir.h"
#include "ui/models/item_text.h"
#include "ui/preferences.h"
#include "ui/stand_in_training.h"
#include "ui/translation.h"
#include "ui/views/main_window.h"
#include "ui/views/search/search_page.h"
#include "ui/views/settings/settings_dialog.h"
#include "ui/views/shortcuts_dialog.h"
#include "ui/views/train/spaces_dialog.h"
#include "ui/views/train/train_wizard.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTranslator>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>

using namespace fusefind;

namespace {

const std::filesystem::path kRoot = FUSEFIND_SOURCE_DIR;

struct TranslatedText {
    [[nodiscard]] QString name() const { return QStringLiteral("%1: %2").arg(context, source); }
    [[nodiscard]] bool finished() const { return marked.isEmpty() && !forms.contains(QString()); }

    QString context;
    QString source;
    QString marked;    // "unfinished", "vanished", "obsolete"
    QStringList forms; // one, or one for each form of the plural
};

QStringList readForms(QXmlStreamReader& xml) {
    QStringList forms;
    QString text;
    while (xml.readNext() != QXmlStreamReader::EndElement) {
        if (xml.isCharacters()) text += xml.text();
        if (xml.isStartElement()) forms << xml.readElementText(); // <numerusform>
    }
    return forms.isEmpty() ? QStringList{text} : forms;
}

TranslatedText readText(QXmlStreamReader& xml, const QString& context) {
    TranslatedText text{context, {}, {}, {}};
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            text.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            text.marked = xml.attributes().value(QLatin1String("type")).toString();
            text.forms = readForms(xml);
        } else {
            xml.skipCurrentElement();
        }
    }
    return text;
}

QList<TranslatedText> readTranslation(const std::filesystem::path& path) {
    QFile file(QFile::decodeName(path.c_str()));
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s cannot be read", path.c_str());
    QXmlStreamReader xml(&file);
    QList<TranslatedText> texts;
    QString context;
    xml.readNextStartElement(); // <TS>
    while (xml.readNextStartElement()) {
        while (xml.readNextStartElement()) {
            if (xml.name() == QLatin1String("name"))
                context = xml.readElementText();
            else if (xml.name() == QLatin1String("message"))
                texts << readText(xml, context);
            else
                xml.skipCurrentElement();
        }
    }
    if (xml.hasError()) qFatal("%s: %s", path.c_str(), qPrintable(xml.errorString()));
    return texts;
}

std::string fileOf(const QString& language) {
    return "fusefind_" + language.toStdString() + ".ts";
}

// What a translation must take over from its source as it is: placeholders, line breaks, space at the ends, and
// whether there is a mnemonic.
QStringList skeleton(const QString& text) {
    static const QRegularExpression kept(QStringLiteral("%L?\\d|%L?n|\\n|^\\s+|\\s+$"));
    static const QRegularExpression mnemonic(QStringLiteral("&\\w"));
    QStringList parts;
    for (auto match = kept.globalMatch(text); match.hasNext();)
        parts << match.next().captured();
    parts.sort();
    for (auto match = mnemonic.globalMatch(text); match.hasNext(); match.next())
        parts << QStringLiteral("&");
    return parts;
}

// Looks on as texts are asked for, and remembers those that its translation does not have.
class Onlooker : public QTranslator {
public:
    Onlooker() {
        if (!translation_.load(QStringLiteral(":/i18n/fusefind_de.qm"))) qFatal("there is no German translation");
        QCoreApplication::installTranslator(this);
    }

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                    int n) const override {
        static const QRegularExpression qtsOwn(QStringLiteral("^Q(?!Object$)[A-Z]"));
        const QString where = QString::fromUtf8(context);
        if (qtsOwn.match(where).hasMatch()) return {};
        ++asked;
        if (translation_.translate(context, source, disambiguation, n).isEmpty())
            missing << QStringLiteral("%1: %2").arg(where, QString::fromUtf8(source));
        return {};
    }

    mutable QStringList missing;
    mutable int asked = 0;

private:
    QTranslator translation_;
};

struct Fixture {
    Fixture() {
        serveLibrary(worker, 1, 1);
        library.emplace(worker);
        library->setFolders({{"/library/Holidays", 1, false}});
        client.start();
    }
    [[nodiscard]] static bool says(const QWidget& page, const QString& text) {
        return QTest::qWaitFor([&] {
            for (const QLabel* label : page.findChildren<QLabel*>())
                if (label->text() == text) return true;
            return false;
        });
    }

    StandInWorker worker;
    std::optional<StandInLibrary> library;
    WorkerClient client{worker.options()};
};

} // namespace

class TestTranslation : public QObject {
    Q_OBJECT

private:
    static void forEachLanguage() {
        QTest::addColumn<QString>("language");
        for (const char* language : {"en", "de", "ja"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }

private Q_SLOTS:
    void initTestCase() {
        const std::filesystem::path from = kRoot / "resources/translations";
        for (const auto& entry : std::filesystem::directory_iterator(from))
            std::filesystem::copy_file(entry.path(), fresh_ / entry.path().filename());
        QProcess update;
        update.start(QFile::decodeName((kRoot / "packaging/update_translations.sh").c_str()),
                     {QFile::decodeName(fresh_.path().c_str())});
        QVERIFY(update.waitForFinished());
        QVERIFY2(update.exitCode() == 0, update.readAllStandardError());
    }
    void cleanup() { installTranslation(QStringLiteral("en")); }

    void everyTextOfTheSourcesIsTranslated_data() { forEachLanguage(); }
    void everyTextOfTheSourcesIsTranslated() {
        QFETCH(QString, language);
        QStringList unfinished;
        for (const TranslatedText& text : readTranslation(fresh_ / fileOf(language)))
            if (!text.finished()) unfinished << text.name();
        QCOMPARE(unfinished.join(QLatin1Char('\n')), QString());
    }

    void noTranslationOutlivesItsText_data() { forEachLanguage(); }
    void noTranslationOutlivesItsText() {
        QFETCH(QString, language);
        QStringList known;
        for (const TranslatedText& text : readTranslation(fresh_ / fileOf(language)))
            known << text.name();
        QVERIFY(!known.isEmpty());
        QStringList left;
        for (const TranslatedText& text : readTranslation(kRoot / "resources/translations" / fileOf(language)))
            if (!known.contains(text.name())) left << text.name();
        QCOMPARE(left.join(QLatin1Char('\n')), QString());
    }

    void aTranslationKeepsPlaceholdersMnemonicsAndLines_data() { forEachLanguage(); }
    void aTranslationKeepsPlaceholdersMnemonicsAndLines() {
        QFETCH(QString, language);
        QStringList broken;
        for (const TranslatedText& text : readTranslation(kRoot / "resources/translations" / fileOf(language)))
            for (const QString& form : text.forms)
                if (skeleton(form) != skeleton(text.source)) broken << text.name();
        QCOMPARE(broken.join(QLatin1Char('\n')), QString());
    }

    void theWindowAsksForNoTextThatIsNotTranslated() {
        installTranslation(QStringLiteral("en"));
        const Onlooker onlooker;
        Fixture fixture;
        MainWindow window(fixture.client);
        LibraryState state(fixture.client);
        const ShortcutsDialog shortcuts;
        const SettingsDialog settings(fixture.client, state, Preferences());
        window.show();
        QVERIFY(Fixture::says(window, QStringLiteral("1 file")));
        QVERIFY(Fixture::says(settings, QStringLiteral("cpu")));
        StandInTraining training(fixture.worker);
        TrainingJob job(fixture.client);
        TrainWizard wizard(fixture.client, job);
        const SpacesDialog spaces(fixture.client);
        wizard.addFolders({"/pairs"});
        QVERIFY(Fixture::says(wizard, QStringLiteral("Problems (2)")));
        wizard.next();
        QVERIFY(Fixture::says(wizard, QStringLiteral("Measuring on this computer how long it will take…")));
        for (const TrainingState& step : {StandInTraining::encoding(), StandInTraining::training(5),
                                          StandInTraining::failed(), StandInTraining::done()}) {
            training.tell(step);
            QTRY_COMPARE(job.state().phase, step.phase);
        }
        wizard.present();
        QCOMPARE(wizard.currentId(), static_cast<int>(TrainWizard::resultPage));
        QVERIFY(onlooker.asked > 100);
        QCOMPARE(onlooker.missing.join(QLatin1Char('\n')), QString());
    }

    void germanIsSpokenByWidgetsNumbersAndDates() {
        installTranslation(QStringLiteral("de"));
        QCOMPARE(ShortcutsDialog().windowTitle(), QStringLiteral("Tastenkürzel"));
        QCOMPARE(SearchPage::tr("%Ln files", nullptr, 1), QStringLiteral("1 Datei"));
        QCOMPARE(SearchPage::tr("%Ln files", nullptr, 1200), QStringLiteral("1.200 Dateien"));
        QCOMPARE(scoreText(0.5F), QStringLiteral("0,50"));
        QCOMPARE(QLocale().monthName(10), QStringLiteral("Oktober"));
    }

    void japaneseIsSpokenByWidgetsNumbersAndDates() {
        installTranslation(QStringLiteral("ja"));
        QCOMPARE(ShortcutsDialog().windowTitle(), QStringLiteral("キーボードショートカット"));
        QCOMPARE(SearchPage::tr("%Ln files", nullptr, 1200), QStringLiteral("1,200 個のファイル"));
        QCOMPARE(QLocale().monthName(10), QStringLiteral("10月"));
    }

    void englishCountsOneFileAndTwoFiles() {
        installTranslation(QStringLiteral("en"));
        QCOMPARE(SearchPage::tr("%Ln files", nullptr, 1), QStringLiteral("1 file"));
        QCOMPARE(SearchPage::tr("%Ln files", nullptr, 2), QStringLiteral("2 files"));
        QCOMPARE(SearchPage::tr("%Ln files", nullptr, 1200), QStringLiteral("1,200 files"));
    }

    void anotherLanguageTakesThePlaceOfTheFirst() {
        installTranslation(QStringLiteral("de"));
        installTranslation(QStringLiteral("en"));
        QCOMPARE(ShortcutsDialog().windowTitle(), QStringLiteral("Keyboard shortcuts"));
        QCOMPARE(QLocale().language(), QLocale::English);
    }

private:
    TempDir fresh_; // what the script makes of the translations as they are
};

QTEST_MAIN(TestTranslation)
#include "test_translation.moc"

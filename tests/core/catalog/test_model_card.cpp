#include "core/catalog/model_card.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>

using namespace fusefind;

using Words = std::vector<std::string>;

namespace {

ModelCard cardOf(std::string_view text) {
    const TempDir folder;
    (void)folder.write("README.md", text);
    return readModelCard(folder.path());
}

} // namespace

class TestModelCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void licenceAndLanguageStandInTheHead() {
        const ModelCard card =
            cardOf("---\npipeline_tag: similarity\nlanguage: en\nlicense: apache-2.0 # or later\n---\n# A model\n");
        QCOMPARE(card.license, std::string("apache-2.0"));
        QCOMPARE(card.languages, (Words{"en"}));
    }

    void severalLanguagesStandInLinesOrInBrackets() {
        const Words both{"en", "de"};
        QCOMPARE(cardOf("---\r\nlanguage:\r\n- en\r\n  - \"de\"\r\ntags:\r\n- text\r\n---\r\n").languages, both);
        QCOMPARE(cardOf("---\nlanguage: [en, 'de']\n---\n").languages, both);
    }

    void aKeyIsNotFoundInsideAnother() {
        const ModelCard card = cardOf("---\nlanguage_creators: expert\nmodel:\n  license: mit\n---\nlanguage: fr\n");
        QVERIFY(card.license.empty());
        QVERIFY(card.languages.empty());
    }

    void whatIsNotACardSaysNothing() {
        for (const char* text :
             {"", "# A model\nlanguage: en\n", "---\nlanguage: en\n", "---\n---\n", "---\nlanguage:"}) {
            const ModelCard card = cardOf(text);
            QVERIFY2(card.license.empty() && card.languages.empty(), text);
        }
        QVERIFY(readModelCard("/nowhere").languages.empty());
    }

    void aStrangeCardIsTakenWithinLimits() {
        std::string many = "---\nlicense: " + std::string(1000, 'x') + "\nlanguage:\n";
        for (int i = 0; i < 5000; ++i)
            many += "- en\n";
        const ModelCard card = cardOf(many + "---\n");
        QVERIFY(card.license.empty());
        QVERIFY(card.languages.size() <= 200);
        QCOMPARE(cardOf("---\nlanguage: \xff\x01\n---\n").languages, (Words{"\xEF\xBF\xBD "}));
        QCOMPARE(cardOf("---\nlanguage: [en\n---\n").languages, (Words{"en"}));
    }
};

QTEST_APPLESS_MAIN(TestModelCard)
#include "test_model_card.moc"

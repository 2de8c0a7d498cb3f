#include "core/base/atomic_file.h"
#include "core/catalog/catalogue.h"
#include "support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <QtTest/QTest>
#include <set>

using namespace fusefind;
using Json = nlohmann::json;

namespace {

const std::filesystem::path kShipped = FUSEFIND_SOURCE_DIR "/resources/catalogue.json";

Json shippedJson() {
    return Json::parse(readFile(kShipped).value());
}

// What reading the catalogue says after a change of one place, "/models/0/id".
std::string errorAfter(const std::string& place, const Json& value) {
    const TempDir folder;
    Json json = shippedJson();
    json[Json::json_pointer(place)] = value;
    const auto read = readCatalogue(folder.write("catalogue.json", json.dump()));
    return read ? "" : read.error().text();
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class TestCatalogue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theShippedOneHasASmallAMediumAndALargeModelOfEachModality() {
        const auto catalogue = readCatalogue(kShipped);
        QVERIFY2(catalogue, catalogue ? "" : catalogue.error().text().c_str());
        std::set<std::pair<Modality, ModelSize>> sizes;
        std::set<Modality> inPaper;
        bool multilingual = false;
        for (const CatalogueModel& model : catalogue->models)
            for (const auto& [modality, dim] : model.modalities) {
                sizes.emplace(modality, model.size);
                if (model.inPaper) inPaper.insert(modality);
                const bool many = std::ranges::find(model.languages, "multilingual") != model.languages.end();
                multilingual = multilingual || many;
                QCOMPARE(model.languages.empty(), !model.modalities.contains(Modality::text));
            }
        QCOMPARE(sizes.size(), size_t{9});
        QCOMPARE(inPaper.size(), size_t{3});
        QVERIFY(multilingual);
    }
    // What is not pinned could change under a name that people rely on.
    void theShippedOneNamesACommitOfEachModel() {
        const Catalogue catalogue = readCatalogue(kShipped).value();
        for (const CatalogueModel& model : catalogue.models) {
            QCOMPARE(model.revision.size(), size_t{40});
            QVERIFY(model.revision.find_first_not_of("0123456789abcdef") == std::string::npos);
        }
    }
    void aModelIsFoundByItsNameAndByItsRepository() {
        const auto catalogue = readCatalogue(kShipped);
        QVERIFY(catalogue->find("dinov2-small") != nullptr);
        QCOMPARE(catalogue->find("facebook/dinov2-small"), catalogue->find("dinov2-small"));
        QCOMPARE(catalogue->find("dinov2"), nullptr);
        QCOMPARE(*catalogue->find("dinov2-small")->bytes(), uint64_t{547 + 436 + 88249960});
        QVERIFY(!catalogue->find("e5-large-v2")->bytes());
    }

    void aDamagedOneIsRefusedAndSaysWhere_data() {
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* place, const char* value, const char* words) {
            QTest::addRow("%s = %s", place, value) << QByteArray(place) << QByteArray(value) << QByteArray(words);
        };
        row("/format", "2", "in format 2");
        row("/format", "null", "no catalogue");
        row("/server", "\"http://huggingface.co\"", "https://");
        row("/server", "\"https://huggingface.co/?x=\"", "https://");
        row("/server", "\"https://me@huggingface.co\"", "https://");
        row("/models/1/id", "\"dinov2-small\"", "two models dinov2-small");
        row("/models/0/id", "\"../escape\"", "\"id\"");
        row("/models/0/id", "7", "\"id\"");
        row("/models/0/repository", "\"facebook/../evil\"", "\"repository\"");
        row("/models/0/repository", "\"facebook\"", "\"repository\"");
        row("/models/0/repository", "\"facebook/a?b\"", "\"repository\"");
        row("/models/0/revision", "\"a b\"", "\"revision\"");
        row("/models/0/revision", "\"\"", "\"revision\"");
        row("/models/0/size", "\"huge\"", "\"size\"");
        row("/models/0/license", "null", "\"license\"");
        row("/models/0/non_commercial", "null", "\"non_commercial\"");
        row("/models/0/modalities", "{}", "\"modalities\"");
        row("/models/0/modalities", "{\"smell\": 3}", "\"modalities\"");
        row("/models/0/modalities", "{\"image\": -3}", "\"modalities\"");
        row("/models/0/memory_mb", "\"much\"", "\"memory_mb\"");
        row("/models/0/languages", "\"en\"", "\"languages\"");
        row("/models/0/files", "[]", "\"files\"");
        row("/models/0/files/0/path", "\"../../.bashrc\"", "\"files\"");
        row("/models/0/files/0/path", "\"pytorch_model.bin\"", "\"files\"");
        row("/models/0/files/0/path", "\"config.json\"", "\"files\"");
        row("/models/0/files/0/size", "-1", "\"files\"");
        row("/models/0/files/0/sha256", "\"abc\"", "\"files\"");
        row("/models/0", "null", "\"id\"");
    }
    void aDamagedOneIsRefusedAndSaysWhere() {
        QFETCH(QByteArray, place);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, words);
        const std::string error = errorAfter(place.toStdString(), Json::parse(value.toStdString()));
        QVERIFY2(has(error, words.toStdString()) && has(error, "catalogue.json"), error.c_str());
    }
    void aMissingOneIsAnError() { QVERIFY(!readCatalogue("/nowhere/catalogue.json")); }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "test_catalogue.moc"

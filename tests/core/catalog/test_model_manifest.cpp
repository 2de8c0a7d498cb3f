#include "core/base/atomic_file.h"
#include "core/base/json_file.h"
#include "core/catalog/model_manifest.h"
#include "support/temp_dir.h"

#include <QtTest/QTest>

using namespace fusefind;

namespace {

ModelManifest sample(const std::string& id) {
    ModelManifest manifest;
    manifest.id = id;
    manifest.architecture = "clip";
    manifest.modalities = {{Modality::image, 512}, {Modality::text, 512}};
    manifest.license = "MIT";
    manifest.credit = "somebody";
    manifest.pooling = Pooling::cls;
    manifest.prompt = "query: ";
    manifest.files = {{"config.json", 3, Sha256{std::byte{0xA5}}}, {"model.safetensors", uint64_t{1} << 40, Sha256{}}};
    manifest.addedAt = "2024-05-31T12:00:00Z";
    return manifest;
}

} // namespace

class TestModelManifest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aManifestIsReadBack() {
        const TempDir folder;
        const auto manifest = sample(folder.path().filename());
        QVERIFY(writeManifest(folder.path(), manifest).has_value());
        const auto read = readManifest(folder.path()).value();
        QCOMPARE(read.modalities, manifest.modalities);
        QCOMPARE(read.license, manifest.license);
        QCOMPARE(read.credit, manifest.credit);
        QCOMPARE(read.addedAt, manifest.addedAt);
        QVERIFY(read.pooling == Pooling::cls);
        QCOMPARE(read.prompt, manifest.prompt);
        QCOMPARE(read.files.at(1).size, uint64_t{1} << 40);
        QCOMPARE(read.fingerprint(), manifest.fingerprint());
    }

    void theFingerprintFollowsWhatMakesTheLatents() {
        const auto manifest = sample("a");
        QCOMPARE(sample("b").fingerprint(), manifest.fingerprint());
        auto other = manifest;
        other.pooling = Pooling::mean;
        QVERIFY(other.fingerprint() != manifest.fingerprint());
        other = manifest;
        other.prompt = "passage: ";
        QVERIFY(other.fingerprint() != manifest.fingerprint());
        other = manifest;
        other.files[1].hash[5] = std::byte{1};
        QVERIFY(other.fingerprint() != manifest.fingerprint());
    }

    void aManifestOfAnotherFormatOrADamagedOneIsRefused_data() {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("words");
        const auto one = [](const char* patch, const char* words) {
            QTest::newRow(patch) << QByteArray(patch) << QByteArray(words);
        };
        one(R"({"format":2})", "written in format 2, which this version cannot read");
        one(R"({"format":null})", "not the manifest of a model");
        for (const char* patch :
             {R"({"id":"other"})", R"({"architecture":null})", R"({"pooling":"max"})", R"({"modalities":{"smell":3}})",
              R"({"modalities":{"text":0}})", R"({"modalities":{"text":4000000000}})", R"({"modalities":null})",
              R"({"files":[]})", R"({"files":[{"path":"../../x","size":1,"sha256":"HASH"}]})",
              R"({"files":[{"path":"config.json","size":-1,"sha256":"HASH"}]})",
              R"({"files":[{"path":"config.json","size":1,"sha256":"00"}]})", R"({"files":[1]})", R"({"files":3})"})
            one(patch, "the manifest is damaged");
    }

    void aManifestOfAnotherFormatOrADamagedOneIsRefused() {
        QFETCH(QByteArray, patch);
        QFETCH(QByteArray, words);
        const TempDir folder;
        QVERIFY(writeManifest(folder.path(), sample(folder.path().filename())).has_value());
        auto json = readJsonFile(folder / kManifestName).value();
        json.merge_patch(nlohmann::json::parse(patch.replace("HASH", QByteArray(64, '0')).toStdString()));
        QVERIFY(writeFileAtomically(folder / kManifestName, json.dump()).has_value());
        const auto read = readManifest(folder.path());
        QVERIFY(!read);
        QVERIFY2(read.error().text().find(words.toStdString()) != std::string::npos, read.error().text().c_str());
    }

    void anIdIsMadeOfTheFoldersName() {
        QCOMPARE(modelIdFor("/a/All-MiniLM_L6.v2/"), std::string("all-minilm_l6.v2"));
        QCOMPARE(modelIdFor("/a/..weird näme\n"), std::string("weird-n--me-"));
        QCOMPARE(modelIdFor("/a/b/../c/."), std::string("c"));
        QCOMPARE(modelIdFor("/"), std::string());
        QCOMPARE(modelIdFor("/" + std::string(200, 'x')).size(), size_t{64});
    }
};

QTEST_GUILESS_MAIN(TestModelManifest)
#include "test_model_manifest.moc"

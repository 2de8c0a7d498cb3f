#include "core/base/atomic_file.h"
#include "core/catalog/model_card.h"
#include "core/catalog/model_import.h"
#include "core/catalog/model_store.h"
#include "core/tensors/safetensors.h"
#include "support/filling_disk.h"
#include "support/temp_dir.h"

#include <sys/stat.h>

#include <QtTest/QTest>

using namespace fusefind;

namespace {

using std::filesystem::path;

void writeText(const path& file, std::string_view text) {
    std::filesystem::create_directories(file.parent_path());
    if (!writeFileAtomically(file, text)) qFatal("cannot write the fixture");
}

// A small model in Hugging Face's layout.
path makeModel(const path& folder, float weight = 1) {
    writeText(folder / "config.json", R"({"model_type": "bert", "hidden_size": 4, "license": "MIT"})");
    writeText(folder / "vocab.txt", "[UNK]\n[CLS]\n[SEP]\n");
    writeText(folder / "1_Pooling/config.json",
              R"({"pooling_mode_cls_token": false, "pooling_mode_mean_tokens": true})");
    writeText(folder / "NOTICE.txt", "A model by somebody.\n");
    writeText(folder / "LICENSE.md", "MIT");
    const std::vector<float> values(1000, weight);
    const std::vector<NamedTensor> tensors{{"w", DType::f32, {1000}, std::as_bytes(std::span(values))}};
    if (!writeSafetensors(folder / "model.safetensors", tensors)) qFatal("cannot write the fixture");
    return folder;
}

Result<std::map<Modality, int>> fourText(const path&) {
    return std::map<Modality, int>{{Modality::text, 4}};
}

size_t entriesOf(const path& folder) {
    std::error_code error;
    return static_cast<size_t>(
        std::distance(std::filesystem::directory_iterator(folder, error), std::filesystem::directory_iterator()));
}

// Nothing here is about power cuts, so that waiting for the disk would only cost time.
class UnsyncedDisk : public FileOps {
public:
    int fsync(int) override { return 0; }
};

// A store and a model beside it.
struct Fixture {
    UnsyncedDisk disk;
    ScopedFileOps unsynced{disk};
    TempDir folder;
    path root = folder / "models";
    ModelStore store{root};
    path model = makeModel(folder / "My Model");
};

// True for a failure with these words.
template <class T>
bool says(const Result<T>& result, std::string_view words) {
    if (result) return false;
    if (result.error().text().find(words) != std::string::npos) return true;
    qWarning("%s", result.error().text().c_str());
    return false;
}

} // namespace

class TestModelStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aModelIsAddedFoundListedAndRemoved() {
        Fixture f;
        QVERIFY(f.store.list().empty());
        path loaded;
        const auto added = f.store.add(f.model, {}, [&](const path& folder) {
            loaded = folder;
            return std::filesystem::exists(folder / "model.safetensors") ? fourText(folder) : std::map<Modality, int>{};
        });
        QVERIFY2(added.has_value(), added ? "" : added.error().text().c_str());
        QVERIFY(loaded.parent_path() == f.root); // what was loaded is the copy
        QCOMPARE(added->id, std::string("my-model"));
        QCOMPARE(added->files.size(), size_t{6});
        const auto found = f.store.find("my-model").value();
        QCOMPARE(found.architecture, std::string("bert"));
        QCOMPARE(found.license, std::string("MIT"));
        QCOMPARE(found.credit, std::string("A model by somebody."));
        QCOMPARE(found.modalities.at(Modality::text), 4);
        QVERIFY(found.pooling == Pooling::mean);
        QVERIFY(found.addedAt.starts_with("20") && found.addedAt.ends_with("Z"));
        QCOMPARE(found.fingerprint(), added->fingerprint());
        QCOMPARE(f.store.list().size(), size_t{1});
        QVERIFY(f.store.verify()->empty());
        QCOMPARE(readFile(f.store.folderOf("my-model") / "1_Pooling/config.json").value(),
                 readFile(f.model / "1_Pooling/config.json").value());
        QVERIFY(f.store.remove("my-model").has_value());
        QCOMPARE(entriesOf(f.root), size_t{0});
        QCOMPARE(f.store.find("my-model").error().code, ErrorCode::notFound);
        QCOMPARE(f.store.remove("my-model").error().code, ErrorCode::notFound);
    }

    void onlyKnownFilesAreCopied() {
        Fixture f;
        for (const char* name :
             {"pytorch_model.bin", "run.py", ".git/config", "2_Normalize/x", "LICENSE to kill", "onnx/model.onnx"})
            writeText(f.model / name, "x");
        QVERIFY(f.store.add(f.model, {}, fourText).has_value());
        QCOMPARE(entriesOf(f.root / "my-model"), size_t{7}); // five files, 1_Pooling and the manifest
    }

    void weightsInSeveralFilesAreAddedWithTheirIndex() {
        Fixture f;
        const char* const shard = "model-00001-of-00001.safetensors";
        std::filesystem::rename(f.model / "model.safetensors", f.model / shard);
        writeText(f.model / "model.safetensors.index.json",
                  R"({"weight_map": {"w": "model-00001-of-00001.safetensors"}})");
        const auto added = f.store.add(f.model, {}, fourText);
        QVERIFY2(added.has_value(), added ? "" : added.error().text().c_str());
        QVERIFY(std::filesystem::exists(f.root / "my-model" / shard));
        QVERIFY(std::filesystem::exists(f.root / "my-model/model.safetensors.index.json"));
        std::filesystem::remove(f.model / shard);
        QVERIFY(says(f.store.add(f.model, {"other", {}, {}}, fourText), shard));
    }

    void theCardIsKeptAndSaysTheLicenceWhereTheConfigurationDoesNot() {
        Fixture f;
        const auto without = f.store.add(f.model, {"x", {}, {}}, fourText).value();
        writeText(f.model / "config.json", R"({"model_type": "bert", "hidden_size": 4})");
        const auto silent = f.store.add(f.model, {"silent", {}, {}}, fourText).value();
        writeText(f.model / "README.md", "---\nlanguage: en\nlicense: apache-2.0\n---\n");
        const auto carded = f.store.add(f.model, {"carded", {}, {}}, fourText).value();
        QCOMPARE(without.license, std::string("MIT"));
        QCOMPARE(silent.license, std::string());
        QCOMPARE(carded.license, std::string("apache-2.0"));
        QCOMPARE(readModelCard(f.store.folderOf("carded")).languages, std::vector<std::string>{"en"});
        QCOMPARE(carded.fingerprint(), silent.fingerprint()); // its latents are the same
    }

    void theSameModelMayComeTwiceButAnotherMayNotTakeItsId() {
        Fixture f;
        const auto first = f.store.add(f.model, {"x", {}, {}}, fourText).value();
        const auto again = f.store.add(f.model, {"x", {}, {}}, fourText);
        QVERIFY(again.has_value());
        QCOMPARE(again->addedAt, first.addedAt);
        const auto other = f.store.add(makeModel(f.folder / "other", 2), {"x", {}, {}}, fourText);
        QVERIFY(says(other, "another model has the id x"));
        const auto pooled = f.store.add(f.model, {"x", Pooling::cls, {}}, fourText);
        QVERIFY(!pooled);
        QCOMPARE(entriesOf(f.root), size_t{1});
        QCOMPARE(f.store.find("x")->fingerprint(), first.fingerprint());
    }

    void poolingIsWhatWasAskedElseWhatTheFolderSays() {
        Fixture f;
        QVERIFY(f.store.add(f.model, {"asked", Pooling::cls, {}}, fourText)->pooling == Pooling::cls);
        writeText(f.model / "1_Pooling/config.json", R"({"pooling_mode_max_tokens": true})");
        QVERIFY(says(f.store.add(f.model, {}, fourText), "neither cls nor mean"));
        std::filesystem::remove_all(f.model / "1_Pooling");
        QVERIFY(!f.store.add(f.model, {"silent", {}, {}}, fourText)->pooling);
        QVERIFY(!f.store.find("silent")->pooling);
    }

    void idsCannotLeaveTheStore() {
        Fixture f;
        for (const char* id : {"..", ".", "a/b", "../x", "/etc", "Upper", "a b", ".hidden", "-x", "é", "a\nb"}) {
            const auto added = f.store.add(f.model, {id, {}, {}}, fourText);
            QVERIFY(says(added, "cannot be the id of a model"));
            QCOMPARE(f.store.find(id).error().code, ErrorCode::notFound);
            QCOMPARE(f.store.remove(id).error().code, ErrorCode::notFound);
        }
        QVERIFY(!f.store.add(f.model, {std::string(65, 'a'), {}, {}}, fourText));
        QVERIFY(f.store.add(f.model, {std::string(64, 'a'), {}, {}}, fourText).has_value());
        QVERIFY(std::filesystem::exists(f.model / "config.json"));
    }

    void incompleteOrDamagedFoldersAreRefusedAndLeaveNothing_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("contents"); // null: the file is deleted
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no config") << QByteArray("config.json") << QByteArray() << QByteArray("no config.json");
        QTest::newRow("config is not JSON")
            << QByteArray("config.json") << QByteArray("{") << QByteArray("not a JSON object");
        QTest::newRow("no model_type") << QByteArray("config.json") << QByteArray("{}") << QByteArray("model_type");
        QTest::newRow("model_type is a number")
            << QByteArray("config.json") << QByteArray("{\"model_type\":1}") << QByteArray("model_type");
        QTest::newRow("no weights") << QByteArray("model.safetensors") << QByteArray()
                                    << QByteArray("no model.safetensors");
        QTest::newRow("a pickle") << QByteArray("model.safetensors") << QByteArray("\x80\x04\x95 and more of it")
                                  << QByteArray("Python pickle");
        QTest::newRow("a zipped pickle") << QByteArray("model.safetensors") << QByteArray("PK\x03\x04 and more of it")
                                         << QByteArray("Python pickle");
        QTest::newRow("empty weights") << QByteArray("model.safetensors") << QByteArray("")
                                       << QByteArray("ends inside its header");
    }

    void incompleteOrDamagedFoldersAreRefusedAndLeaveNothing() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, contents);
        QFETCH(QByteArray, words);
        Fixture f;
        std::filesystem::remove(f.model / file.toStdString());
        if (!contents.isNull()) writeText(f.model / file.toStdString(), contents.toStdString());
        const auto added = f.store.add(f.model, {}, fourText);
        QVERIFY(!added);
        QVERIFY(says(added, words.toStdString()));
        QVERIFY(!added.error().file.empty());
        QCOMPARE(entriesOf(f.root), size_t{0});
    }

    void aProgramIsAddedOnlyWhereItIsTrusted() {
        Fixture f;
        writeText(f.model / kProgramName, "a program"); // beside a model of another type it is a file like any other
        const auto published = f.store.add(f.model, {}, fourText).value();
        QVERIFY(!published.program);
        QVERIFY(!std::filesystem::exists(f.root / "my-model" / kProgramName));

        const path program = f.folder / "Program";
        writeText(program / "config.json", R"({"model_type": "torchscript", "license": "MIT"})");
        writeText(program / kProgramName, "a program");
        bool ran = false;
        const ModelDims run = [&](const path& folder) {
            ran = true;
            return std::filesystem::exists(folder / kProgramName) ? fourText(folder) : std::map<Modality, int>{};
        };
        QVERIFY(describeModelFolder(program, {})->program);
        QVERIFY(says(f.store.add(program, {}, run), "it can do with your files whatever you can"));
        QVERIFY(says(f.store.add(program, {}, run), "say --trust-program"));
        QVERIFY(!ran);
        QCOMPARE(entriesOf(f.root), size_t{1});
        AddModelOptions trusted;
        trusted.trustProgram = true;
        const auto added = f.store.add(program, trusted, run);
        QVERIFY2(added.has_value(), added ? "" : added.error().text().c_str());
        QVERIFY(f.store.find("program")->program);
        QVERIFY(f.store.verify()->empty());
        std::filesystem::remove(program / kProgramName);
        QVERIFY(says(f.store.add(program, trusted, run), "there is no model.pt in this folder"));
    }

    void aManifestThatHidesAProgramIsDamaged() {
        Fixture f;
        QVERIFY(f.store.add(f.model, {}, fourText).has_value());
        const path manifest = f.store.folderOf("my-model") / kManifestName;
        const std::string good = readFile(manifest).value();
        for (const auto& [part, other] : {std::pair<std::string, std::string>{"\"bert\"", "\"torchscript\""},
                                          {"vocab.txt", "model.pt"},
                                          {"\"format\"", "\"program\": true, \"format\""}}) {
            std::string changed = good;
            QVERIFY(changed.find(part) != std::string::npos);
            writeText(manifest, changed.replace(changed.find(part), part.size(), other));
            QVERIFY2(says(f.store.find("my-model"), "the manifest is damaged"), part.c_str());
        }
    }

    void aPickleBesideMissingWeightsIsNamed() {
        Fixture f;
        std::filesystem::rename(f.model / "model.safetensors", f.model / "pytorch_model.bin");
        QVERIFY(says(f.store.add(f.model, {}, fourText), "pytorch_model.bin"));
        QVERIFY(says(f.store.add(f.folder / "none", {}, fourText), "no such folder"));
    }

    void aPipeAmongTheFilesIsRefusedWithoutWaiting() {
        Fixture f;
        std::filesystem::remove(f.model / "vocab.txt");
        QCOMPARE(::mkfifo((f.model / "vocab.txt").c_str(), 0600), 0);
        QVERIFY(says(f.store.add(f.model, {}, fourText), "not a file"));
        QCOMPARE(entriesOf(f.root), size_t{0});
    }

    void aModelThatCannotBeLoadedOrIsCancelledLeavesNothing() {
        Fixture f;
        const auto refused = f.store.add(f.model, {}, [](const path& folder) -> Result<std::map<Modality, int>> {
            return fail(ErrorCode::unsupported, "no such architecture", folder);
        });
        QCOMPARE(refused.error().what, std::string("no such architecture"));
        QVERIFY(!f.store.add(f.model, {}, [](const path&) { return std::map<Modality, int>{}; }));
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(f.store.add(f.model, {"x", {}, stop.get_token()}, fourText).error().code, ErrorCode::cancelled);
        QCOMPARE(entriesOf(f.root), size_t{0});
    }

    void aFullDiskLeavesNothing() {
        Fixture f;
        for (const size_t room : {size_t{0}, size_t{100}, size_t{4000}}) {
            FillingDisk disk(room);
            const ScopedFileOps faults(disk);
            QCOMPARE(f.store.add(f.model, {}, fourText).error().code, ErrorCode::io);
            QCOMPARE(entriesOf(f.root), size_t{0});
        }
        QVERIFY(f.store.add(f.model, {}, fourText).has_value());
    }

    void whatAKillLeftBehindIsIgnoredAndCleaned() {
        Fixture f;
        makeModel(f.root / ".tmp-12345");
        QVERIFY(f.store.list().empty());
        QVERIFY(f.store.verify()->empty());
        QVERIFY(f.store.add(f.model, {}, fourText).has_value());
        QCOMPARE(entriesOf(f.root), size_t{1});
    }

    void verifyNamesEveryFileThatChangedOrVanished() {
        Fixture f;
        QVERIFY(f.store.add(f.model, {}, fourText).has_value());
        const path folder = f.store.folderOf("my-model");
        std::string weights = readFile(folder / "model.safetensors").value();
        weights.back() = static_cast<char>(weights.back() ^ 1);
        writeText(folder / "model.safetensors", weights);
        std::filesystem::remove(folder / "vocab.txt");
        const auto problems = f.store.verify().value();
        QCOMPARE(problems.size(), size_t{2});
        QCOMPARE(problems[0].file, folder / "model.safetensors");
        QCOMPARE(problems[1].file, folder / "vocab.txt");
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(f.store.verify(stop.get_token()).error().code, ErrorCode::cancelled);
    }

    void aBrokenManifestHidesOneModelAlone() {
        Fixture f;
        QVERIFY(f.store.add(f.model, {"good", {}, {}}, fourText).has_value());
        QVERIFY(f.store.add(f.model, {"bad", {}, {}}, fourText).has_value());
        writeText(f.store.folderOf("bad") / kManifestName, "{\"format\":2}");
        QVERIFY(says(f.store.find("bad"), "written in format 2"));
        QCOMPARE(f.store.list().size(), size_t{1});
        QCOMPARE(f.store.verify()->size(), size_t{1});
        QVERIFY(!f.store.add(f.model, {"bad", {}, {}}, fourText));
        QVERIFY(f.store.remove("bad").has_value());
        QVERIFY(f.store.add(f.model, {"bad", {}, {}}, fourText).has_value());
    }

    void aFileThatIsNoFolderInTheStoreIsNoModel() {
        Fixture f;
        writeText(f.root / "stray", "x");
        QVERIFY(f.store.list().empty());
        QVERIFY(!f.store.find("stray"));
    }

    void theConvertedEncodersHaveTheLayoutOfTheStore() {
        Fixture f;
        const auto added = f.store.add(path(FUSEFIND_MODELS_DIR) / "minilm-l6", {}, fourText);
        QVERIFY2(added.has_value(), added ? "" : added.error().text().c_str());
        QCOMPARE(added->id, std::string("minilm-l6"));
        QVERIFY(added->pooling == Pooling::mean);
        QVERIFY(added->credit.starts_with("all-MiniLM-L6-v2 by"));
    }
};

QTEST_GUILESS_MAIN(TestModelStore)
#include "test_model_store.moc"

#include "core/base/atomic_file.h"
#include "core/catalog/model_download.h"
#include "support/private_disk.h"
#include "support/served_model.h"

#include <QtTest/QTest>

using namespace fusefind;

namespace {

using std::filesystem::path;

bool mayMount = false; // disks of its own

const path kModel = FUSEFIND_GOLDEN_DIR "/published/roberta";
constexpr auto kWeights = "model.safetensors";

// A model on a server, a catalogue that has it, and a data directory.
struct Fixture {
    HttpsServer server;
    ServedModel served{server, kModel, "tiny"};
    TempDir data;
    std::vector<Progress> seen;

    [[nodiscard]] CatalogueModel model() const { return readCatalogue(served.catalogue()).value().models.front(); }
    [[nodiscard]] ModelDownload open() const { return ModelDownload::open(data.path(), model()).value(); }
    Status fetch(const ModelDownload& download) {
        return download.fetch({server.address(), server.authority()}, {},
                              [&](const Progress& progress) { seen.push_back(progress); });
    }
    [[nodiscard]] size_t requestsFor(const std::string& name) const {
        return server.requestsFor(ServedModel::pathOf(name)).size();
    }
};

bool says(const Status& status, ErrorCode code, std::string_view words) {
    return !status && status.error().code == code && status.error().text().find(words) != std::string::npos;
}

} // namespace

class TestModelDownload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "localhost"); }

    void everyFileArrivesWithItsProgress() {
        Fixture f;
        const ModelDownload download = f.open();
        const CatalogueModel model = f.model();
        QVERIFY(f.fetch(download));
        for (const auto& file : model.files)
            QCOMPARE(readFile(download.folder() / file.path).value(), readFile(kModel / file.path).value());
        QVERIFY(!f.seen.empty());
        QCOMPARE(f.seen.back().phase, std::string("download"));
        download.remove();
        QVERIFY(!std::filesystem::exists(download.folder()));
    }
    void filesThatAreThereAreNotLoadedAgain() {
        Fixture f;
        f.server.serve(ServedModel::pathOf(kWeights),
                       [](HttpsExchange& exchange) { exchange.answer("503 Later", ""); });
        QVERIFY(says(f.fetch(f.open()), ErrorCode::io, kWeights));
        f.server.serveFile(ServedModel::pathOf(kWeights), readFile(kModel / kWeights).value());
        QVERIFY(f.fetch(f.open()));
        QCOMPARE(f.requestsFor("config.json"), size_t{1});
        QCOMPARE(f.requestsFor(kWeights), size_t{2});
    }
    void filesOfTwoRevisionsNeverMeet() {
        Fixture f;
        const path first = f.open().folder();
        f.served.entry["revision"] = "main";
        QVERIFY(f.open().folder() != first);
    }
    void aRevisionWithASlashIsOnePartOfTheAddress() {
        Fixture f;
        f.served.entry["revision"] = "refs/pr/1";
        QVERIFY(says(f.fetch(f.open()), ErrorCode::notFound, "/resolve/refs%2Fpr%2F1/"));
    }
    void aModelIsLoadedByOneAtATime() {
        Fixture f;
        const ModelDownload one = f.open();
        const auto two = ModelDownload::open(f.data.path(), f.model());
        QVERIFY(!two && two.error().code == ErrorCode::busy);
    }
    void whatWasLoadedCanBeForgotten() {
        Fixture f;
        QVERIFY(!ModelDownload::forget(f.data.path(), "tiny").value());
        QVERIFY(f.fetch(f.open()));
        QVERIFY(!ModelDownload::forget(f.data.path(), "tin").value());
        QVERIFY(ModelDownload::forget(f.data.path(), "tiny").value());
        QVERIFY(std::filesystem::is_empty(f.data / "downloads"));
    }
    void withoutRoomForAllOfItNothingIsLoaded() {
        if (!mayMount) QSKIP("this user may mount nothing here");
        Fixture f;
        PrivateDisk disk(64 * 1024);
        const auto download = ModelDownload::open(disk.path(), f.model());
        QVERIFY(says(f.fetch(*download), ErrorCode::limit, "MB are needed"));
        QCOMPARE(f.requestsFor("config.json"), size_t{0});
    }
    void aMirrorStandsInForTheServer() {
        qputenv("HF_ENDPOINT", "https://mirror.example/");
        qputenv("SSL_CERT_FILE", "/some/authority.pem");
        const ModelServer server = ModelServer::of({"https://huggingface.co", {}});
        qunsetenv("HF_ENDPOINT");
        qunsetenv("SSL_CERT_FILE");
        QCOMPARE(server.address, std::string("https://mirror.example"));
        QCOMPARE(server.authorities, path("/some/authority.pem"));
        QCOMPARE(ModelServer::of({"https://huggingface.co", {}}).address, std::string("https://huggingface.co"));
    }
};

int main(int argc, char** argv) {
    mayMount = PrivateDisk::allow(); // before there are threads
    const QCoreApplication application(argc, argv);
    TestModelDownload test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_model_download.moc"

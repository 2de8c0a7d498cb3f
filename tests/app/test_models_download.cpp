#include "app/cli.h"
#include "core/base/atomic_file.h"
#include "support/served_model.h"

#include <QtCore/QProcess>
#include <QtTest/QTest>
#include <csignal>
#include <future>

using namespace fusefind;

namespace {

const std::filesystem::path kModel = FUSEFIND_GOLDEN_DIR "/published/dinov2";
constexpr auto kWeights = "model.safetensors";

QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

// A data directory of its own, and a model on the server whose certificate the environment names.
struct Fixture {
    explicit Fixture(HttpsServer& server) : served(server, kModel, "tiny"), before(weightRequests(server).size()) {
        useCatalogue();
    }

    // Again after changes of the entry.
    void useCatalogue() const { qputenv("FUSEFIND_CATALOGUE", text(served.catalogue()).toUtf8()); }

    ServedModel served;
    TempDir data;
    Cli cli{data.path()};
    size_t before; // requests for the weights

    [[nodiscard]] static std::vector<std::string> weightRequests(const HttpsServer& server) {
        return server.requestsFor(ServedModel::pathOf(kWeights));
    }
    [[nodiscard]] QStringList adding(const QStringList& more = {}) const {
        return QStringList{QStringLiteral("--json"), QStringLiteral("models"), QStringLiteral("add"),
                           QStringLiteral("tiny")} +
               more;
    }
    void start(QProcess& process) const {
        process.start(QStringLiteral(FUSEFIND_CLI), QStringList{QStringLiteral("--data-dir"), text(data.path()),
                                                                QStringLiteral("--device"), QStringLiteral("cpu")} +
                                                        adding());
    }
    [[nodiscard]] bool installed() const {
        return std::filesystem::exists(data / "models/tiny/manifest.json") &&
               std::filesystem::is_empty(data / "downloads") && cli.run({"models", "verify"}).status == 0;
    }
    [[nodiscard]] bool nothingIsInstalled() const {
        return !std::filesystem::exists(data / "models") || std::filesystem::is_empty(data / "models");
    }
    // What has come of the weights so far.
    [[nodiscard]] uintmax_t loaded() const {
        std::error_code error;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(data / "downloads", error))
            if (entry.path().filename() == "model.safetensors.part") return entry.file_size(error);
        return 0;
    }
};

bool goneOnWith(const std::string& request) {
    return request.find("\r\nrange: bytes=") != std::string::npos;
}

} // namespace

class TestModelsDownload : public QObject {
    Q_OBJECT

    HttpsServer server_;
    std::string weights_ = readFile(kModel / kWeights).value();

    // Half of the weights, and then nothing more.
    void serveHalfOfTheWeights() {
        server_.serve(ServedModel::pathOf(kWeights), [this](HttpsExchange& exchange) {
            exchange.send("HTTP/1.1 200 OK\r\nETag: \"one\"\r\nContent-Length: " + std::to_string(weights_.size()) +
                          "\r\n\r\n" + weights_.substr(0, weights_.size() / 2));
            exchange.waitForClient();
        });
    }
    void serveTheWeights() {
        server_.serve(ServedModel::pathOf(kWeights),
                      [this](HttpsExchange& exchange) { exchange.answerFile(weights_, "\"one\""); });
    }

private Q_SLOTS:
    void initTestCase() {
        qputenv("NO_PROXY", "localhost");
        qputenv("SSL_CERT_FILE", text(server_.authority()).toUtf8());
    }

    void aModelIsLoadedByItsName() {
        const Fixture f(server_);
        const CliRun run = f.cli.run(f.adding());
        QVERIFY2(run.status == 0, run.err);
        QVERIFY(run.json()["id"] == "tiny");
        QVERIFY(run.json()["modalities"]["image"] == 32);
        QVERIFY(run.err.contains("licence apache-2.0"));
        QVERIFY(f.installed());
        QVERIFY(f.cli.run(f.adding()).json()["id"] == "tiny");
        QCOMPARE(Fixture::weightRequests(server_).size(), f.before + 1);
    }
    void theCatalogueSaysWhatThereIs() {
        const Fixture f(server_);
        QCOMPARE(f.cli.run(f.adding()).status, 0);
        const QStringList list{QStringLiteral("--json"), QStringLiteral("models"), QStringLiteral("list"),
                               QStringLiteral("--available")};
        const auto own = f.cli.run(list).json();
        QCOMPARE(own["models"].size(), size_t{1});
        QVERIFY(own["models"][0]["installed"] == true);
        qunsetenv("FUSEFIND_CATALOGUE");
        const auto shipped = f.cli.run(list).json()["models"];
        QVERIFY(shipped.size() > 10);
        QVERIFY(shipped[0]["installed"] == false);
        QVERIFY(f.cli.run({"models", "list", "--available"}).out.contains("dinov2-small"));
    }
    void aMirrorStandsInForTheServer() {
        const Fixture f(server_);
        auto catalogue = nlohmann::json::parse(readFile(f.served.catalogue()).value());
        catalogue["server"] = "https://models.invalid";
        qputenv("FUSEFIND_CATALOGUE", text(f.data.write("catalogue.json", catalogue.dump())).toUtf8());
        qputenv("HF_ENDPOINT", server_.address().c_str());
        const CliRun run = f.cli.run({"models", "add", "somebody/model"});
        qunsetenv("HF_ENDPOINT");
        QVERIFY2(run.status == 0, run.err);
        QVERIFY(f.installed());
    }

    void whatAKilledProgramLoadedIsGoneOnWith() {
        const Fixture f(server_);
        serveHalfOfTheWeights();
        QProcess process;
        f.start(process);
        QTRY_VERIFY_WITH_TIMEOUT(f.loaded() > 0, 60'000);
        process.kill();
        QVERIFY(process.waitForFinished());
        serveTheWeights();
        QCOMPARE(f.cli.run(f.adding()).status, 0);
        QVERIFY(f.installed() && goneOnWith(Fixture::weightRequests(server_).back()));
    }
    void controlCKeepsWhatWasLoaded() {
        const Fixture f(server_);
        serveHalfOfTheWeights();
        QProcess process;
        f.start(process);
        QTRY_VERIFY_WITH_TIMEOUT(f.loaded() > 0, 60'000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(f.loaded() > 0 && f.nothingIsInstalled());
        serveTheWeights();
        QCOMPARE(f.cli.run(f.adding()).status, 0);
        QVERIFY(f.installed() && goneOnWith(Fixture::weightRequests(server_).back()));
    }
    void whatWasLoadedSoFarCanBeRemoved() {
        const Fixture f(server_);
        server_.serve(ServedModel::pathOf(kWeights), [](HttpsExchange& exchange) { exchange.answer("503 Later", ""); });
        QCOMPARE(f.cli.run(f.adding()).status, 1);
        QCOMPARE(f.cli.run({"models", "remove", "tiny"}).status, 0);
        QVERIFY(std::filesystem::is_empty(f.data / "downloads"));
        QCOMPARE(f.cli.run({"models", "remove", "tiny"}).status, 1);
        serveTheWeights();
    }

    void aRunningWorkerLoadsAndAnswersOthersMeanwhile() {
        const Fixture f(server_);
        QProcess worker;
        QVERIFY(f.cli.startWorker(worker));
        std::promise<void> asked;
        std::promise<void> mayGoOn;
        server_.serve(ServedModel::pathOf(kWeights), [&](HttpsExchange& exchange) {
            asked.set_value();
            mayGoOn.get_future().wait();
            exchange.answerFile(weights_, "\"one\"");
        });
        QProcess adding;
        f.start(adding);
        asked.get_future().wait();
        QCOMPARE(f.cli.run({"models", "list"}).status, 0);
        mayGoOn.set_value();
        QVERIFY(adding.waitForFinished(-1));
        QVERIFY2(adding.exitCode() == 0, adding.readAllStandardError());
        QVERIFY(f.installed());
        worker.terminate();
        QVERIFY(worker.waitForFinished());
        serveTheWeights();
    }

    void aLicenceThatForbidsCommercialUseIsShownBeforeTheDownload() {
        Fixture f(server_);
        f.served.entry["non_commercial"] = true;
        f.served.entry["license"] = "cc-by-nc-4.0";
        f.useCatalogue();
        const CliRun run = f.cli.run(f.adding());
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.contains("cc-by-nc-4.0") && run.err.contains("--accept-licence"), run.err);
        QCOMPARE(Fixture::weightRequests(server_).size(), f.before);
        QCOMPARE(f.cli.run(f.adding({QStringLiteral("--accept-licence")})).status, 0);
        QVERIFY(f.installed());
    }
    void aFileThatIsNotWhatTheCatalogueSaysIsRefused() {
        Fixture f(server_);
        f.served.file(kWeights)["sha256"] = std::string(64, '0');
        f.useCatalogue();
        const CliRun run = f.cli.run(f.adding());
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.contains("not what the catalogue says") && run.err.contains(kWeights), run.err);
        QVERIFY(f.nothingIsInstalled());
    }
    void aModelThatCannotBeUsedIsThrownAway() {
        Fixture f(server_);
        server_.serveFile(ServedModel::pathOf("config.json"), R"({"model_type": "unheard-of"})");
        f.served.file("config.json")["sha256"] = nullptr;
        f.served.file("config.json")["size"] = nullptr;
        f.useCatalogue();
        const CliRun run = f.cli.run(f.adding());
        server_.serveFile(ServedModel::pathOf("config.json"), readFile(kModel / "config.json").value());
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.contains("unheard-of"), run.err);
        QVERIFY(f.nothingIsInstalled() && std::filesystem::is_empty(f.data / "downloads"));
    }
    void anotherModelOfTheNameIsNotTouched() {
        Fixture f(server_);
        QCOMPARE(f.cli.run({"models", "add", FUSEFIND_GOLDEN_DIR "/published/vit", "--id", "tiny"}).status, 0);
        const CliRun run = f.cli.run(f.adding());
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.contains("another model has the id tiny"), run.err);
        QCOMPARE(Fixture::weightRequests(server_).size(), f.before);
        QVERIFY(f.cli.run(f.adding({QStringLiteral("--id"), QStringLiteral("other")})).json()["id"] == "other");
    }
    void anUnknownNameSaysWhereToLook() {
        const Fixture f(server_);
        const CliRun run = f.cli.run({"models", "add", "unheard-of"});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.contains("unheard-of") && run.err.contains("models list --available"), run.err);
    }
};

QTEST_GUILESS_MAIN(TestModelsDownload)
#include "test_models_download.moc"

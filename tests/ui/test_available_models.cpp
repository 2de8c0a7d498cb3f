#include "core/base/atomic_file.h"
#include "support/served_model.h"
#include "ui/on_screen.h"
#include "ui/views/settings/available_models.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>

using namespace fusefind;

namespace {

constexpr int kPatienceMs = 60'000; // loading Torch on a busy machine

const std::filesystem::path kModel = FUSEFIND_GOLDEN_DIR "/published/dinov2";
constexpr auto kWeights = "model.safetensors";

// The dialog on the real worker, and a server with one model.
struct Fixture {
    explicit Fixture(bool nonCommercial = false) {
        served.entry["non_commercial"] = nonCommercial;
        qputenv("NO_PROXY", "localhost");
        qputenv("SSL_CERT_FILE", QByteArray::fromStdString(server.authority().native()));
        qputenv("FUSEFIND_CATALOGUE", QByteArray::fromStdString(served.catalogue().native()));
        client.start();
        dialog = std::make_unique<AvailableModelsDialog>(client);
        dialog->show();
    }

    [[nodiscard]] bool listsTheModel() {
        return QTest::qWaitFor([&] { return table().topLevelItemCount() == 1; }, kPatienceMs);
    }
    [[nodiscard]] QTreeWidget& table() const { return *dialog->findChild<QTreeWidget*>(); }
    void choose() const { table().setCurrentItem(table().topLevelItem(0)); }
    [[nodiscard]] QPushButton& button(const char* text) const {
        return *buttonOnScreen(*dialog, QString::fromUtf8(text));
    }
    [[nodiscard]] bool says(const char* text) const {
        return saysOnScreen(*dialog, QString::fromUtf8(text), kPatienceMs);
    }

    HttpsServer server;
    ServedModel served{server, kModel, "tiny"};
    std::string weights = readFile(kModel / kWeights).value();
    TempDir folder;
    WorkerClient client{{QStringLiteral(FUSEFIND_WORKER), folder / "data", {}}};
    std::unique_ptr<AvailableModelsDialog> dialog;
};

} // namespace

// Models from the catalogue: shown, loaded and stopped, by the real worker from a server of the test's own.
class TestAvailableModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aModelIsLoadedAfterADownloadWasStopped() {
        Fixture f;
        f.server.serve(ServedModel::pathOf(kWeights), [&](HttpsExchange& exchange) {
            exchange.send("HTTP/1.1 200 OK\r\nETag: \"one\"\r\nContent-Length: " + std::to_string(f.weights.size()) +
                          "\r\n\r\n" + f.weights.substr(0, f.weights.size() / 2));
            exchange.waitForClient();
        });
        QVERIFY(f.listsTheModel());
        QVERIFY(!f.button("Load").isEnabled()); // nothing is chosen
        f.choose();
        QVERIFY(f.says("for tests https://huggingface.co/somebody/model"));
        f.button("Load").click();
        QVERIFY(f.dialog->findChild<QProgressBar*>()->isVisible() && !f.button("Load").isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(!f.server.requestsFor(ServedModel::pathOf(kWeights)).empty(), kPatienceMs);
        f.button("Stop").click();
        QVERIFY(f.says("Stopped. What came of “tiny” is kept"));
        QVERIFY(!f.dialog->findChild<QProgressBar*>()->isVisible());

        f.server.serve(ServedModel::pathOf(kWeights),
                       [&](HttpsExchange& exchange) { exchange.answerFile(f.weights, "\"one\""); });
        QSignalSpy loaded(f.dialog.get(), &AvailableModelsDialog::loaded);
        f.button("Load").click();
        QVERIFY(f.says("“tiny” was added."));
        QCOMPARE(loaded.count(), 1);
        QTRY_COMPARE(f.table().topLevelItem(0)->text(0), QStringLiteral("tiny (installed)"));
        QVERIFY(!f.button("Load").isEnabled());
    }
    void aModelThatIsNotForCommercialUseAsksForAWord() {
        Fixture f(true);
        QVERIFY(f.listsTheModel());
        auto* word = f.dialog->findChild<QCheckBox*>();
        QVERIFY(!word->isVisible());
        f.choose();
        QVERIFY(word->isVisible() && !f.button("Load").isEnabled());
        word->click();
        f.button("Load").click();
        QVERIFY(f.says("“tiny” was added."));
    }
    void aDamagedDownloadIsToldOf() {
        Fixture f;
        f.served.file(kWeights)["sha256"] = std::string(64, '0');
        (void)f.served.catalogue();
        QVERIFY(f.listsTheModel());
        f.choose();
        f.button("Load").click();
        QVERIFY(f.says("its contents are not what the catalogue says"));
        QVERIFY(f.button("Load").isEnabled());
    }
};

QTEST_MAIN(TestAvailableModels)
#include "test_available_models.moc"

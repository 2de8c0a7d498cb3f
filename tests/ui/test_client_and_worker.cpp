#include "core/base/data_dir.h"
#include "core/protocol/endpoint.h"
#include "core/protocol/library_messages.h"
#include "core/protocol/methods.h"
#include "ui/client_fixture.h"

#include <QtCore/QFile>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <csignal>

using namespace fusefind;
using State = WorkerClient::State;

// The client with the real worker, on data directories without models: what holds for any library.
class TestClientAndWorker : public QObject {
    Q_OBJECT

    std::unique_ptr<TempDir> folder_;
    static constexpr int kPatienceMs = 60000; // loading Torch on a busy machine

    static std::unique_ptr<WorkerClient> started(const std::filesystem::path& dataDir) {
        const QStringList onProcessor{QStringLiteral("--device"), QStringLiteral("cpu")};
        auto client = std::make_unique<WorkerClient>(
            WorkerClient::Options{QStringLiteral(FUSEFIND_WORKER), dataDir, onProcessor});
        client->start();
        return client;
    }
    static bool reaches(WorkerClient& client, State state) {
        return QTest::qWaitFor([&] { return client.state() == state; }, kPatienceMs);
    }
    static Result<Json> status(WorkerClient& client) {
        Heard heard;
        client.command({QStringLiteral("status")}, &heard, heard.done());
        if (!QTest::qWaitFor([&] { return !heard.results.empty(); }, kPatienceMs))
            return fail(ErrorCode::internal, "no answer came");
        return heard.results[0];
    }
    static bool hasLeft(const std::filesystem::path& dataDir) {
        return QTest::qWaitFor([&] { return DataDir::open(dataDir).has_value(); }, kPatienceMs);
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<TempDir>(); }

    void theWorkerIsStartedJoinedAndLeavesWithItsLastClient() {
        auto first = started(folder_->path());
        QVERIFY(reaches(*first, State::ready));
        QVERIFY(status(*first).value().is_object());
        auto second = started(folder_->path());
        QVERIFY(reaches(*second, State::ready));
        QCOMPARE(second->workerPid(), first->workerPid());
        QVERIFY(!DataDir::open(folder_->path()));
        first.reset();
        second.reset();
        QVERIFY(hasLeft(folder_->path()));
    }

    void aWorkerThatIsKilledComesBack() {
        const auto client = started(folder_->path());
        QVERIFY(reaches(*client, State::ready));
        QSignalSpy restarting(client.get(), &WorkerClient::restarting);
        QCOMPARE(::kill(static_cast<pid_t>(client->workerPid()), SIGKILL), 0);
        QVERIFY(restarting.wait());
        QVERIFY(status(*client).value().is_object());
    }

    // It has lost its standard error with that window, and complains about a stranger.
    void theWorkerSurvivesTheWindowThatStartedIt() {
        auto starter = started(folder_->path());
        QVERIFY(reaches(*starter, State::ready));
        const auto client = started(folder_->path());
        QVERIFY(reaches(*client, State::ready));
        starter.reset();
        QSignalSpy restarting(client.get(), &WorkerClient::restarting);
        QLocalSocket stranger;
        stranger.connectToServer(QFile::decodeName(workerSocket(folder_->path()).c_str()));
        stranger.write("GET / HTTP/1.1\r\n\r\n");
        QTRY_COMPARE(stranger.state(), QLocalSocket::UnconnectedState);
        QVERIFY(status(*client).value().is_object());
        QVERIFY(restarting.isEmpty());
    }

    void aDataDirectoryWithALongNameIsServed() {
        const auto client = started(*folder_ / std::string(200, 'd'));
        QVERIFY(status(*client).value().is_object());
    }

    void aCommandThatFailsSaysWhy() {
        const auto client = started(folder_->path());
        Heard heard;
        client->command({QStringLiteral("library"), QStringLiteral("add"), QStringLiteral("/nonexistent/folder")},
                        &heard, heard.done());
        QVERIFY(QTest::qWaitFor([&] { return !heard.results.empty(); }, kPatienceMs));
        QVERIFY(!heard.results[0]);
        QVERIFY(heard.results[0].error().what.find("/nonexistent/folder") != std::string::npos);
    }

    void whatTheWorkerDoesNotUnderstandIsAnError() {
        const auto client = started(folder_->path());
        QCOMPARE(ask(*client, "reboot").error().code, ErrorCode::unsupported);
        QCOMPARE(ask(*client, method::kSearch, 5).error().code, ErrorCode::invalidInput);
        QVERIFY(scanStateFromJson(ask(*client, method::kScanState, Json::object()).value()).has_value());
    }

    void aDataDirectoryThatIsInUseIsNamedWithItsHolder() {
        const auto held = DataDir::open(folder_->path());
        QVERIFY(held.has_value());
        const auto client = started(folder_->path());
        QVERIFY(reaches(*client, State::failed));
        const std::string text = client->problem().text();
        QVERIFY2(text.find("in use by process " + std::to_string(::getpid())) != std::string::npos, text.c_str());
    }

    void aDataDirectoryThatCannotBeMadeIsNamed() {
        (void)folder_->write("file", "");
        const auto client = started(*folder_ / "file" / "data");
        QVERIFY(reaches(*client, State::failed));
        const std::string text = client->problem().text();
        QVERIFY2(text.find("file/data") != std::string::npos, text.c_str());
    }
};

QTEST_GUILESS_MAIN(TestClientAndWorker)
#include "test_client_and_worker.moc"

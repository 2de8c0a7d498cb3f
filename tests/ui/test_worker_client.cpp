#include "core/protocol/endpoint.h"
#include "ui/client/worker_process.h"
#include "ui/client_fixture.h"

#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <csignal>

using namespace fusefind;
using State = WorkerClient::State;

// The client with a worker process that has no engine.
class TestWorkerClient : public QObject {
    Q_OBJECT

    std::unique_ptr<TempDir> folder_; // a data directory a test

    [[nodiscard]] std::unique_ptr<WorkerClient> started(const char* behaviour = "plain") const {
        auto client = std::make_unique<WorkerClient>(fakeWorker(folder_->path(), behaviour));
        client->start();
        return client;
    }
    static bool reaches(WorkerClient& client, State state) {
        return QTest::qWaitFor([&] { return client.state() == state; }, 30000);
    }
    static bool says(const Error& problem, const char* what) { return problem.text().find(what) != std::string::npos; }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<TempDir>(); }

    void aWorkerIsStartedAndAnswers() {
        const auto client = started();
        QCOMPARE(client->state(), State::starting);
        QCOMPARE(client->workerPid(), 0);
        const Json params{{"path", "/a\xff"}, {"bytes", Json::binary({0, 255})}};
        QVERIFY(ask(*client, "echo", params).value() == params);
        QCOMPARE(client->state(), State::ready);
        QVERIFY(client->workerPid() > 0);
    }

    void whatIsAskedBeforeTheWorkerIsReadyWaits() {
        WorkerClient client(fakeWorker(folder_->path()));
        Heard first;
        Heard second;
        client.call("echo", 1, &first, first.done());
        client.start();
        client.call("echo", 2, &second, second.done());
        QTRY_VERIFY(first.value(1));
        QTRY_VERIFY(second.value(2));
    }

    void aWorkerThatHangsBeforeItIsReadyIsKilled() {
        WorkerProcess process(std::chrono::milliseconds(500));
        const QSignalSpy failed(&process, &WorkerProcess::failed);
        const QString pidFile = QFile::decodeName((*folder_ / "pid").c_str());
        process.start(QStringLiteral("/bin/sh"),
                      {QStringLiteral("-c"), QStringLiteral("echo $$ > \"$0\"; exec sleep 1000"), pidFile});
        QTRY_COMPARE(failed.count(), 1);
        QFile file(pidFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto pid = static_cast<pid_t>(file.readAll().trimmed().toLongLong());
        QVERIFY(pid > 0);
        QTRY_VERIFY(::kill(pid, 0) != 0);
    }

    void anAnswerOfManyMegabytesArrivesWhole() {
        const auto client = started();
        const Json picture = Json::binary(std::vector<uint8_t>(20'000'000, 7));
        QVERIFY(ask(*client, "echo", picture).value() == picture);
    }

    void aWorkerThatRunsIsJoinedAndOutlivesItsStarter() {
        auto first = started();
        QVERIFY(reaches(*first, State::ready));
        const auto pid = first->workerPid();
        const auto second = started("unable");
        QVERIFY(reaches(*second, State::ready));
        QCOMPARE(second->workerPid(), pid);
        first.reset();
        QVERIFY(ask(*second, "echo", 1).has_value());
    }

    void aDataDirectoryWithALongNameIsServedAsWell() {
        qputenv("XDG_RUNTIME_DIR", folder_->path().c_str());
        WorkerClient client(fakeWorker(*folder_ / std::string(200, 'd')));
        client.start();
        QVERIFY(ask(client, "echo", 1).has_value());
        qunsetenv("XDG_RUNTIME_DIR");
    }

    void aSocketThatNobodyListensAtIsTakenOver() {
        const auto name = QFile::decodeName(workerSocket(folder_->path()).c_str());
        {
            QLocalServer dead;
            QVERIFY(dead.listen(name));
            std::filesystem::create_hard_link(workerSocket(folder_->path()), *folder_ / "kept");
        }
        std::filesystem::rename(*folder_ / "kept", workerSocket(folder_->path()));
        const auto client = started();
        QVERIFY(ask(*client, "echo", 1).has_value());
    }

    void errorsArriveAsTheyAre() {
        const auto client = started();
        const auto answer = ask(*client, "fail");
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::limit);
        QCOMPARE(answer.error().text(), std::string("too much: /a; ask for less"));
    }

    void progressComesBeforeTheAnswer() {
        const auto client = started();
        Heard heard;
        client->call("progress", nullptr, &heard, heard.done(), [&](const Progress& progress) {
            QVERIFY(heard.results.empty());
            heard.progress.push_back(progress);
        });
        QTRY_VERIFY(heard.value(nullptr));
        QCOMPARE(heard.progress.size(), size_t{3});
        QCOMPARE(heard.progress[2].done, 3);
        QCOMPARE(heard.progress[2].phase, std::string("encode"));
    }

    void eventsArrive() {
        const auto client = started();
        QSignalSpy events(client.get(), &WorkerClient::eventArrived);
        QVERIFY(ask(*client, "event", Json{{"a", 1}}).has_value());
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0][0].toString(), QStringLiteral("changed"));
        const Json sent{{"a", 1}};
        QVERIFY(events[0][1].value<Json>() == sent);
    }

    void aCancelledRequestHearsOfItOnce() {
        const auto client = started();
        QVERIFY(reaches(*client, State::ready));
        Heard heard;
        const auto id = client->call("wait", nullptr, &heard, heard.done());
        client->cancel(id);
        client->cancel(id);
        QTRY_VERIFY(heard.failure(ErrorCode::cancelled));
        QVERIFY(ask(*client, "counts").value()["cancels"] == 1);
        QCOMPARE(heard.results.size(), size_t{1});
    }

    void whatIsCancelledBeforeItIsSentIsNeverSent() {
        const auto client = started();
        Heard heard;
        client->cancel(client->call("crash", nullptr, &heard, heard.done()));
        QVERIFY(heard.results.empty()); // later
        QTRY_VERIFY(heard.failure(ErrorCode::cancelled));
        QVERIFY(ask(*client, "counts").value()["asked"] == 1);
    }

    void aDroppedRequestIsStoppedAndForgotten() {
        const auto client = started();
        QVERIFY(reaches(*client, State::ready));
        Heard heard;
        client->drop(client->call("wait", nullptr, &heard, heard.done()));
        QVERIFY(ask(*client, "counts").value()["cancels"] == 1);
        QVERIFY(heard.results.empty());
        client->drop(12345); // and one that there never was
    }

    void aContextThatIsGoneHearsNothing() {
        const auto client = started();
        bool called = false;
        auto context = std::make_unique<QObject>();
        client->call(
            "progress", nullptr, context.get(), [&](const Result<Json>&) { called = true; },
            [&](const Progress&) { called = true; });
        context.reset();
        QVERIFY(ask(*client, "echo").has_value());
        QVERIFY(!called);
    }

    void afterTheClientIsGoneNobodyHearsAnything() {
        Heard heard;
        auto client = started();
        QVERIFY(reaches(*client, State::ready));
        client->call("echo", 1, &heard, heard.done());
        client->cancel(client->call("wait", nullptr, &heard, heard.done()));
        client.reset();
        const auto other = started();
        QVERIFY(ask(*other, "echo", 1).has_value());
        QVERIFY(heard.results.empty());
    }

    void theClientMayBeDestroyedByAnAnswer() {
        auto client = started();
        QObject context;
        client->call("echo", nullptr, &context, [&](const Result<Json>&) { client.reset(); });
        client->call("echo", nullptr, &context, [](const Result<Json>&) { QFAIL("the client is gone"); });
        QTRY_VERIFY(!client);
        auto failing = started("newer");
        connect(failing.get(), &WorkerClient::stateChanged, &context, [&] { failing.reset(); });
        QTRY_VERIFY(!failing);
    }

    // An answer may open a dialog, which runs an event loop of its own.
    void answersGoOnArrivingInsideOfAnAnswer() {
        const auto client = started();
        Heard inner;
        bool finished = false;
        client->call("echo", 1, &inner, [&](const Result<Json>&) {
            client->call("echo", 2, &inner, inner.done());
            QVERIFY(QTest::qWaitFor([&] { return inner.value(2); }));
            finished = true;
        });
        QTRY_VERIFY(finished);
    }

    void aWorkerThatDiesIsStartedAgain() {
        const auto client = started();
        QVERIFY(reaches(*client, State::ready));
        const auto pid = client->workerPid();
        QSignalSpy restarting(client.get(), &WorkerClient::restarting);
        QSignalSpy states(client.get(), &WorkerClient::stateChanged);
        Heard waiting;
        Heard later;
        client->call("wait", nullptr, &waiting, waiting.done());
        connect(client.get(), &WorkerClient::restarting, &later,
                [&] { client->call("echo", 5, &later, later.done()); });
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
        QTRY_VERIFY(waiting.failure(ErrorCode::io));
        QTRY_VERIFY(later.value(5));
        QCOMPARE(restarting.size(), 1);
        QVERIFY(!restarting[0][0].toString().isEmpty());
        QCOMPARE(states.size(), 2); // starting, ready
        QVERIFY(client->workerPid() != pid);
    }

    void aWorkerThatAsksForTheImpossibleIsHungUpOn() {
        const auto client = started();
        QVERIFY(reaches(*client, State::ready));
        QCOMPARE(ask(*client, "babble").error().code, ErrorCode::io);
        QVERIFY(ask(*client, "echo", 1).has_value()); // from the next, or the same that was joined again
    }

    void afterFiveDeathsTheClientGivesUpAndMayBeStartedAgain() {
        const auto client = started("mortal");
        Heard heard;
        client->call("wait", nullptr, &heard, heard.done());
        QVERIFY(reaches(*client, State::failed));
        QVERIFY2(says(client->problem(), "5 times"), client->problem().text().c_str());
        QTRY_COMPARE(heard.results.size(), size_t{1});
        QCOMPARE(client->workerPid(), 0);
        QCOMPARE(ask(*client, "echo", 1).error().text(), client->problem().text());
        client->start();
        QCOMPARE(client->state(), State::starting);
        QVERIFY(reaches(*client, State::failed));
    }

    void aWorkerThatCannotStartIsQuoted_data() {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("unable") << QByteArray("unable") << QByteArray("the data directory is in use; wait");
        QTest::newRow("mute") << QByteArray("mute") << QByteArray("before it was ready");
        QTest::newRow("deaf") << QByteArray("deaf") << QByteArray("does not listen");
    }
    void aWorkerThatCannotStartIsQuoted() {
        QFETCH(QByteArray, behaviour);
        QFETCH(QByteArray, words);
        const auto client = started(behaviour);
        QCOMPARE(ask(*client, "echo", 1).error().code, ErrorCode::io);
        QCOMPARE(client->state(), State::failed);
        QVERIFY2(says(client->problem(), words), client->problem().text().c_str());
    }

    void aProgramThatIsNotThereIsNamed() {
        WorkerClient client({QStringLiteral("/nonexistent/worker"), folder_->path(), {}});
        client.start();
        QVERIFY(reaches(client, State::failed));
        QVERIFY2(says(client.problem(), "/nonexistent/worker"), client.problem().text().c_str());
    }

    void aWorkerOfAnotherVersionIsRefusedWithBothNames() {
        QCoreApplication::setApplicationVersion(QStringLiteral("0.1"));
        const auto client = started("newer");
        QVERIFY(reaches(*client, State::failed));
        QCOMPARE(client->problem().code, ErrorCode::unsupported);
        for (const char* word : {"FuseFind 0.1 (protocol 1)", "FuseFind 9.9 (protocol 99)", "close"})
            QVERIFY2(says(client->problem(), word), client->problem().text().c_str());
    }

    void whoeverElseListensThereIsNotTakenForAWorker_data() {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::newRow("says nothing") << QByteArray("silent");
        QTest::newRow("speaks something else") << QByteArray("garbage");
    }
    void whoeverElseListensThereIsNotTakenForAWorker() {
        QFETCH(QByteArray, behaviour);
        const auto client = started(behaviour);
        QVERIFY(reaches(*client, State::failed));
        QVERIFY2(says(client->problem(), "not FuseFind's worker"), client->problem().text().c_str());
    }

    void aDirectoryThatQtCannotNameIsRefused() {
        WorkerClient client(fakeWorker(*folder_ / "\xff"));
        client.start();
        QCOMPARE(client.state(), State::failed);
        QVERIFY(!std::filesystem::exists(*folder_ / "\xef\xbf\xbd"));
    }

    void aCommandGivesItsDocument() {
        const auto client = started();
        Heard heard;
        client->command({QStringLiteral("work"), QStringLiteral("ä")}, &heard, heard.done());
        const Json expected{{"args", {"work", "ä", "--json"}}, {"cwd", std::filesystem::current_path().native()}};
        QTRY_VERIFY(heard.value(expected));
        Heard skipped; // done, but for some files
        client->command({QStringLiteral("skip")}, &skipped, skipped.done());
        const Json document{{"skipped", 1}};
        QTRY_VERIFY(skipped.value(document));
    }

    void aCommandThatFailsSaysWhatItSaid() {
        const auto client = started();
        Heard failed;
        client->command({QStringLiteral("break")}, &failed, failed.done());
        QTRY_COMPARE(failed.results.size(), size_t{1});
        QCOMPARE(failed.results[0].error().text(), std::string("no such folder: /x; choose another"));
        Heard stopped;
        client->command({QStringLiteral("stop")}, &stopped, stopped.done());
        QTRY_VERIFY(stopped.failure(ErrorCode::cancelled));
        for (const char* odd : {"chat", ""}) { // an answer that is no document, or not of a command at all
            Heard heard;
            client->command(*odd ? QStringList{QString::fromLatin1(odd)} : QStringList(), &heard, heard.done());
            QTRY_VERIFY(heard.failure(ErrorCode::internal));
        }
    }
};

QTEST_GUILESS_MAIN(TestWorkerClient)
#include "test_worker_client.moc"

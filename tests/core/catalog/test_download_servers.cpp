#include "core/catalog/download_fixture.h"

using namespace fusefind;

// Servers that lie, send too much, too little or something else, or send on to where nobody should go.
class TestDownloadServers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "localhost"); }

    void aServerThatSendsAnotherPartThanAskedIsNotBelieved_data() {
        QTest::addColumn<QByteArray>("range");
        QTest::newRow("from elsewhere") << QByteArray("bytes 7-299999/300000");
        QTest::newRow("from elsewhere, and as much as fits") << QByteArray("bytes 7-50006/200000");
        QTest::newRow("not all of it") << QByteArray("bytes 150000-199999/300000");
        QTest::newRow("without a range") << QByteArray("?");
    }
    void aServerThatSendsAnotherPartThanAskedIsNotBelieved() {
        QFETCH(QByteArray, range);
        DownloadFixture f;
        f.server.serve(kFile, [&](HttpsExchange& exchange) {
            if (!has(exchange.request(), "\r\nrange:")) return exchange.answerFile(f.bytes, "\"one\"");
            exchange.answer("206 Partial Content", std::string(50'000, 'x'),
                            "ETag: \"one\"\r\nContent-Range: " + range.toStdString() + "\r\n");
        });
        (void)f.folder.write("weights.part", f.bytes.substr(0, kSize / 2));
        (void)f.folder.write("weights.part.tag", "\"one\"");
        QVERIFY(f.load());
        QVERIFY(f.arrived());
        QCOMPARE(f.requests().size(), 2);
    }

    void aFileOfAnotherLengthThanTheCataloguesIsRefused() {
        DownloadFixture f;
        f.request.size = kSize + 1;
        QVERIFY(says(f.load(), ErrorCode::invalidInput, "300000 bytes instead of 300001"));
        QVERIFY(f.nothingIsLeft());
    }
    void aServerThatSendsLessThanItSaidIsGivenUpAndNothingArrives() {
        DownloadFixture f;
        f.server.serve(kFile, [&](HttpsExchange& exchange) {
            exchange.send(fmt::format("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", f.bytes.size()));
            exchange.send(f.bytes.substr(1));
        });
        QVERIFY(says(f.load(), ErrorCode::io, "the connection broke"));
        QVERIFY(!std::filesystem::exists(f.to));
        QCOMPARE(f.requests().size(), static_cast<size_t>(f.options.attempts));
    }
    void aServerThatEndsEarlyWithoutSayingALengthIsNoticed() {
        DownloadFixture f;
        f.know();
        f.options.attempts = 1;
        f.server.serve(kFile, [&](HttpsExchange& exchange) {
            exchange.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            exchange.send(f.bytes.substr(1));
        });
        QVERIFY(says(f.load(), ErrorCode::io, "the connection broke"));
        QVERIFY(!std::filesystem::exists(f.to));
    }
    void anEndlessFileIsCutOff_data() {
        QTest::addColumn<bool>("sizeIsKnown");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("size known") << true << static_cast<int>(ErrorCode::invalidInput)
                                    << QByteArray("sends more than the file's 300000 bytes");
        QTest::newRow("size unknown") << false << static_cast<int>(ErrorCode::limit)
                                      << QByteArray("longer than 3000000 bytes");
    }
    void anEndlessFileIsCutOff() {
        QFETCH(bool, sizeIsKnown);
        QFETCH(int, code);
        QFETCH(QByteArray, words);
        DownloadFixture f;
        if (sizeIsKnown) f.request.size = kSize;
        f.server.serve(kFile, [&](HttpsExchange& exchange) {
            exchange.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (exchange.clientIsThere())
                exchange.send(fmt::format("{:x}\r\n{}\r\n", f.bytes.size(), f.bytes));
        });
        QVERIFY(says(f.load(), static_cast<ErrorCode>(code), words.toStdString()));
        QVERIFY(f.nothingIsLeft());
    }
    void aFileThatSaysItIsLongerThanAllowedIsNotBegunWith() {
        DownloadFixture f;
        f.request.limit = kSize - 1;
        QVERIFY(says(f.load(), ErrorCode::limit, "longer than 299999 bytes"));
        QVERIFY(f.nothingIsLeft());
    }
    void aDamagedFileIsThrownAway() {
        DownloadFixture f;
        f.know();
        std::string damaged = f.bytes;
        damaged[kSize / 2] ^= 1;
        f.server.serveFile(kFile, damaged);
        QVERIFY(says(f.load(), ErrorCode::invalidInput, "not what the catalogue says"));
        QVERIFY(f.nothingIsLeft());
    }
    void aDamagedPartIsNoticedAndNotKept() {
        DownloadFixture f;
        f.know();
        (void)f.folder.write("weights.part", "not the beginning of this file");
        QVERIFY(says(f.load(), ErrorCode::invalidInput, "not what the catalogue says"));
        QVERIFY(f.nothingIsLeft());
        QVERIFY(f.load());
        QVERIFY(f.arrived());
    }

    void redirectsAreFollowedUnlessTheyLeaveHttps_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("words"); // none: it works
        QTest::newRow("https") << QByteArray("{}/elsewhere") << QByteArray();
        QTest::newRow("http") << QByteArray("http://localhost:9/elsewhere") << QByteArray("without HTTPS");
        QTest::newRow("file") << QByteArray("file:///etc/hostname") << QByteArray("without HTTPS");
        QTest::newRow("circle") << QByteArray("{}/model/weights") << QByteArray("in a circle");
        QTest::newRow("nowhere") << QByteArray() << QByteArray("status 302");
    }
    void redirectsAreFollowedUnlessTheyLeaveHttps() {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, words);
        DownloadFixture f;
        f.server.serveFile("/elsewhere", f.bytes);
        target.replace("{}", QByteArray::fromStdString(f.server.address()));
        f.server.serve(kFile, [&](HttpsExchange& exchange) {
            exchange.answer("302 Found", "moved", target.isEmpty() ? "" : "Location: " + target.toStdString() + "\r\n");
        });
        const Status status = f.load();
        QVERIFY(words.isEmpty() ? f.arrived() : says(status, ErrorCode::io, words.toStdString()) && f.nothingIsLeft());
    }
    void addressesWithoutHttpsAreRefused() {
        DownloadFixture f;
        for (const std::string address : {"http://localhost/model/weights", "file:///model/weights",
                                          "nowhere/model/weights", "https://localhost/model/weights\r\nHost: evil"}) {
            f.request.address = address;
            QVERIFY(says(f.load(), ErrorCode::invalidInput, "over HTTPS only"));
        }
        QVERIFY(f.nothingIsLeft());
    }
    void aServerThatNobodyVouchesForIsNotAsked() {
        DownloadFixture f;
        const HttpsServer other;
        f.options.authorities = other.authority();
        QVERIFY(says(f.load(), ErrorCode::io, "cannot prove that it is the one"));
        QVERIFY(f.nothingIsLeft() && f.requests().empty());
    }
    void aMissingFileIsNamed() {
        DownloadFixture f;
        f.server.serve(kFile, [](HttpsExchange& exchange) { exchange.answer("404 Not Found", "not the file"); });
        QVERIFY(says(f.load(), ErrorCode::notFound, "no such file"));
        f.server.serve(kFile, [](HttpsExchange& exchange) { exchange.answer("503 Unavailable", "not the file"); });
        QVERIFY(says(f.load(), ErrorCode::io, "status 503"));
        QVERIFY(f.nothingIsLeft());
    }

    void aServerThatStopsSendingIsGivenUp() {
        DownloadFixture f;
        f.options.attempts = 1;
        f.server.serve(kFile, [&](HttpsExchange& exchange) {
            sendSome(exchange, f.bytes, 500); // so few that the mean of the last seconds falls at once
            exchange.waitForClient();
        });
        QVERIFY(says(f.load(), ErrorCode::io, "the server stopped sending"));
        f.server.serveFile(kFile, f.bytes);
        QVERIFY(f.load());
        QVERIFY(f.arrived());
    }
    void aServerThatNeverAnswersIsGivenUp() {
        DownloadFixture f;
        f.server.serve(kFile, [](HttpsExchange& exchange) { exchange.waitForClient(); });
        QVERIFY(says(f.load(), ErrorCode::io, "the server stopped sending"));
        QCOMPARE(f.requests().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDownloadServers)
#include "test_download_servers.moc"

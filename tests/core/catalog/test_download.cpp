#include "core/base/atomic_file.h"
#include "core/catalog/download.h"
#include "support/filling_disk.h"
#include "support/https_server.h"
#include "support/private_disk.h"

#include <fmt/format.h>

#include <QtTest/QTest>

using namespace fusefind;

namespace {

using std::filesystem::path;
using namespace std::chrono_literals;

bool mayMount = false; // disks of its own

constexpr size_t kSize = 300'000; // many times what comes at once
constexpr auto kFile = "/model/weights";

std::string someBytes(size_t size = kSize, char first = 'a') {
    std::string bytes(size, '\0');
    for (size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(first + i % 23 + i / 1000 % 3);
    return bytes;
}

Sha256 hashOf(const std::string& bytes) {
    return hashBytes(std::as_bytes(std::span(bytes)));
}

// A server with one file, and a folder for it.
struct Fixture {
    HttpsServer server;
    TempDir folder;
    path to = folder / "weights";
    std::string bytes = someBytes();
    DownloadRequest request{server.address() + kFile, to, std::nullopt, std::nullopt, 10 * kSize};
    DownloadOptions options;

    Fixture() {
        server.serveFile(kFile, bytes);
        options.authorities = server.authority();
        options.stallTimeout = 1s;
    }

    void know() { // as a catalogue that knows everything
        request.size = bytes.size();
        request.hash = hashOf(bytes);
    }
    [[nodiscard]] Status load() const { return download(request, options); }
    [[nodiscard]] bool arrived() const { return readFile(to).value_or("") == bytes && folder.entries().size() == 1; }
    [[nodiscard]] bool nothingIsLeft() const { return folder.entries().empty(); }
    [[nodiscard]] std::vector<std::string> requests() const { return server.requestsFor(kFile); }
};

// The beginning of the file, called "one", with the promise of all of it.
void sendSome(HttpsExchange& exchange, const std::string& bytes, size_t count) {
    exchange.send(fmt::format("HTTP/1.1 200 OK\r\nETag: \"one\"\r\nContent-Length: {}\r\n\r\n", bytes.size()));
    exchange.send(bytes.substr(0, count));
}
void sendHalf(HttpsExchange& exchange, const std::string& bytes) {
    sendSome(exchange, bytes, bytes.size() / 2);
}

// The first connection breaks, later ones do not.
HttpsServer::Handler breakingOnce(const std::string& bytes) {
    return [=, first = true](HttpsExchange& exchange) mutable {
        if (std::exchange(first, false))
            sendHalf(exchange, bytes);
        else
            exchange.answerFile(bytes, "\"one\"");
    };
}

bool has(const std::string& request, const std::string& text) {
    return request.find(text) != std::string::npos;
}

// True for a failure of this kind with these words and the file's address.
bool says(const Status& status, ErrorCode code, std::string_view words) {
    if (status) return false;
    const std::string text = status.error().text();
    if (status.error().code == code && has(text, std::string(words)) && has(text, kFile)) return true;
    qWarning("%s", text.c_str());
    return false;
}

} // namespace

class TestDownload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "localhost"); }

    void aFileArrivesWithItsProgress() {
        Fixture f;
        f.know();
        std::vector<uint64_t> seen;
        f.options.progress = [&](uint64_t done, uint64_t total) {
            QCOMPARE(total, f.bytes.size());
            seen.push_back(done);
        };
        QVERIFY(f.load());
        QVERIFY(f.arrived());
        QVERIFY(seen.size() > 1 && std::ranges::is_sorted(seen) && seen.back() == f.bytes.size());
    }
    void anEmptyFileAndOneOfUnknownSizeArrive() {
        Fixture f;
        QVERIFY(f.load());
        QVERIFY(f.arrived());
        f.server.serveFile(kFile, f.bytes = "");
        QVERIFY(f.load());
        QVERIFY(f.arrived());
    }

    void whatCameBeforeTheConnectionBrokeIsNotLoadedAgain() {
        Fixture f;
        f.server.serve(kFile, breakingOnce(f.bytes));
        QVERIFY(f.load());
        QVERIFY(f.arrived());
        QCOMPARE(f.requests().size(), 2);
        QVERIFY(has(f.requests()[1], "if-range: \"one\""));
        QVERIFY(!has(f.requests()[1], "range: bytes=0-"));
    }
    void aLaterRunGoesOnWhereTheFirstOneStopped() {
        Fixture f;
        f.options.attempts = 1;
        f.server.serve(kFile, breakingOnce(f.bytes));
        QVERIFY(says(f.load(), ErrorCode::io, "the connection broke"));
        const auto loaded = std::filesystem::file_size(f.folder / "weights.part");
        QVERIFY(loaded > 0 && loaded <= kSize / 2 && !std::filesystem::exists(f.to));
        QVERIFY(f.load());
        QVERIFY(f.arrived());
        QVERIFY(has(f.requests()[1], fmt::format("range: bytes={}-", loaded)));
    }
    void aFileThatChangedMeanwhileIsLoadedFromTheBeginning() {
        Fixture f;
        const std::string later = someBytes(kSize, 'A');
        f.server.serve(kFile, [&, first = true](HttpsExchange& exchange) mutable {
            if (std::exchange(first, false)) return sendHalf(exchange, f.bytes);
            exchange.answerFile(later, "\"two\"");
        });
        QVERIFY(f.load());
        f.bytes = later;
        QVERIFY(f.arrived());
    }
    void aPartThatNobodyCanVouchForIsNotGoneOnWith() {
        Fixture f;
        f.server.serve(kFile, [&](HttpsExchange& exchange) { exchange.answerFile(f.bytes, "W/\"weak\""); });
        (void)f.folder.write("weights.part", "something else");
        QVERIFY(f.load());
        QVERIFY(f.arrived());
        QVERIFY(!has(f.requests()[0], "range:"));
    }
    void aChecksumVouchesForAPart() {
        Fixture f;
        f.know();
        (void)f.folder.write("weights.part", f.bytes.substr(0, 1000));
        QVERIFY(f.load());
        QVERIFY(f.arrived());
        QVERIFY(has(f.requests()[0], "range: bytes=1000-"));
    }
    void aWholePartNeedsNoServer() {
        Fixture f;
        f.know();
        (void)f.folder.write("weights.part", f.bytes);
        QVERIFY(f.load());
        QVERIFY(f.arrived() && f.requests().empty());
    }
    void aPartThatIsLongerThanTheFileIsLoadedAnew() {
        Fixture f;
        (void)f.folder.write("weights.part", f.bytes + f.bytes);
        (void)f.folder.write("weights.part.tag",
                             fmt::format("\"{}\"", std::hash<std::string>()(f.bytes))); // 416, by the server's own tag
        QVERIFY(f.load());
        QVERIFY(f.arrived());
        QCOMPARE(f.requests().size(), 2);
    }
    void aServerThatSendsAnotherPartThanAskedIsNotBelieved_data() {
        QTest::addColumn<QByteArray>("range");
        QTest::newRow("from elsewhere") << QByteArray("bytes 7-299999/300000");
        QTest::newRow("not all of it") << QByteArray("bytes 150000-199999/300000");
        QTest::newRow("without a range") << QByteArray("?");
    }
    void aServerThatSendsAnotherPartThanAskedIsNotBelieved() {
        QFETCH(QByteArray, range);
        Fixture f;
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
        Fixture f;
        f.request.size = kSize + 1;
        QVERIFY(says(f.load(), ErrorCode::invalidInput, "300000 bytes instead of 300001"));
        QVERIFY(f.nothingIsLeft());
    }
    void aServerThatSendsLessThanItSaidIsGivenUpAndNothingArrives() {
        Fixture f;
        f.server.serve(kFile, [&](HttpsExchange& exchange) {
            exchange.send(fmt::format("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", f.bytes.size()));
            exchange.send(f.bytes.substr(1));
        });
        QVERIFY(says(f.load(), ErrorCode::io, "the connection broke"));
        QVERIFY(!std::filesystem::exists(f.to));
        QCOMPARE(f.requests().size(), static_cast<size_t>(f.options.attempts));
    }
    void aServerThatEndsEarlyWithoutSayingALengthIsNoticed() {
        Fixture f;
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
        Fixture f;
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
        Fixture f;
        f.request.limit = kSize - 1;
        QVERIFY(says(f.load(), ErrorCode::limit, "longer than 299999 bytes"));
        QVERIFY(f.nothingIsLeft());
    }
    void aDamagedFileIsThrownAway() {
        Fixture f;
        f.know();
        std::string damaged = f.bytes;
        damaged[kSize / 2] ^= 1;
        f.server.serveFile(kFile, damaged);
        QVERIFY(says(f.load(), ErrorCode::invalidInput, "not what the catalogue says"));
        QVERIFY(f.nothingIsLeft());
    }
    void aDamagedPartIsNoticedAndNotKept() {
        Fixture f;
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
        Fixture f;
        f.server.serveFile("/elsewhere", f.bytes);
        target.replace("{}", QByteArray::fromStdString(f.server.address()));
        f.server.serve(kFile, [&](HttpsExchange& exchange) {
            exchange.answer("302 Found", "moved", target.isEmpty() ? "" : "Location: " + target.toStdString() + "\r\n");
        });
        const Status status = f.load();
        QVERIFY(words.isEmpty() ? f.arrived() : says(status, ErrorCode::io, words.toStdString()) && f.nothingIsLeft());
    }
    void addressesWithoutHttpsAreRefused() {
        Fixture f;
        for (const std::string address : {"http://localhost/model/weights", "file:///model/weights",
                                          "nowhere/model/weights", "https://localhost/model/weights\r\nHost: evil"}) {
            f.request.address = address;
            QVERIFY(says(f.load(), ErrorCode::invalidInput, "over HTTPS only"));
        }
        QVERIFY(f.nothingIsLeft());
    }
    void aServerThatNobodyVouchesForIsNotAsked() {
        Fixture f;
        const HttpsServer other;
        f.options.authorities = other.authority();
        QVERIFY(says(f.load(), ErrorCode::io, "cannot prove that it is the one"));
        QVERIFY(f.nothingIsLeft() && f.requests().empty());
    }
    void aMissingFileIsNamed() {
        Fixture f;
        f.server.serve(kFile, [](HttpsExchange& exchange) { exchange.answer("404 Not Found", "not the file"); });
        QVERIFY(says(f.load(), ErrorCode::notFound, "no such file"));
        f.server.serve(kFile, [](HttpsExchange& exchange) { exchange.answer("503 Unavailable", "not the file"); });
        QVERIFY(says(f.load(), ErrorCode::io, "status 503"));
        QVERIFY(f.nothingIsLeft());
    }

    void aServerThatStopsSendingIsGivenUp() {
        Fixture f;
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
        Fixture f;
        f.server.serve(kFile, [](HttpsExchange& exchange) { exchange.waitForClient(); });
        QVERIFY(says(f.load(), ErrorCode::io, "the server stopped sending"));
        QCOMPARE(f.requests().size(), 1);
    }
    void aStopKeepsWhatCame() {
        Fixture f;
        std::stop_source stop;
        f.options.stop = stop.get_token();
        f.options.progress = [&](uint64_t, uint64_t) { stop.request_stop(); };
        f.server.serve(kFile, [&](HttpsExchange& exchange) {
            sendHalf(exchange, f.bytes);
            exchange.waitForClient();
        });
        const Status status = f.load();
        QVERIFY(!status && status.error().code == ErrorCode::cancelled);
        QVERIFY(std::filesystem::file_size(f.folder / "weights.part") > 0);
        f.options.stop = {};
        f.server.serve(kFile, [&](HttpsExchange& exchange) { exchange.answerFile(f.bytes, "\"one\""); });
        QVERIFY(f.load());
        QVERIFY(f.arrived() && has(f.requests()[1], "if-range: \"one\""));
    }

    void withoutRoomForItNothingIsAskedFor() {
        if (!mayMount) QSKIP("this user may mount nothing here");
        PrivateDisk disk(kSize / 3);
        Fixture f;
        f.request.to = disk.path() / "weights";
        f.request.size = kSize;
        const Status status = f.load();
        QVERIFY(!status && status.error().code == ErrorCode::limit);
        QVERIFY(has(status.error().text(), "0.3 MB are needed and 0.1 MB are free"));
        QVERIFY(f.requests().empty() && std::filesystem::is_empty(disk.path()));
    }
    void withoutRoomForWhatTheServerAnnouncesNothingIsWritten() {
        if (!mayMount) QSKIP("this user may mount nothing here");
        PrivateDisk disk(kSize / 3);
        Fixture f;
        f.request.to = disk.path() / "weights";
        const Status status = f.load();
        QVERIFY(!status && status.error().code == ErrorCode::limit);
        QVERIFY(std::filesystem::is_empty(disk.path()));
    }
    void aDiskThatFillsUpMeanwhileIsGoneOnWithWhenThereIsRoom() {
        Fixture f;
        {
            FillingDisk full(kSize / 2);
            const ScopedFileOps ops(full);
            const Status status = f.load();
            QVERIFY(!status && has(status.error().text(), "free some disk space"));
        }
        QCOMPARE(f.requests().size(), 1);
        QVERIFY(f.load());
        QVERIFY(f.arrived() && has(f.requests()[1], "range: bytes="));
    }
};

int main(int argc, char** argv) {
    mayMount = PrivateDisk::allow(); // before there are threads
    const QCoreApplication application(argc, argv);
    TestDownload test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_download.moc"

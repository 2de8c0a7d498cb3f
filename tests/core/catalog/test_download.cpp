#include "core/catalog/download_fixture.h"
#include "support/filling_disk.h"
#include "support/private_disk.h"

using namespace fusefind;

namespace {

bool mayMount = false; // disks of its own

} // namespace

// How a file comes from a server that means well, over connections, stops and disks that do not.
class TestDownload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "localhost"); }

    void aFileArrivesWithItsProgress() {
        DownloadFixture f;
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
        DownloadFixture f;
        QVERIFY(f.load());
        QVERIFY(f.arrived());
        f.server.serveFile(kFile, f.bytes = "");
        QVERIFY(f.load());
        QVERIFY(f.arrived());
    }

    void whatCameBeforeTheConnectionBrokeIsNotLoadedAgain() {
        DownloadFixture f;
        f.server.serve(kFile, breakingOnce(f.bytes));
        QVERIFY(f.load());
        QVERIFY(f.arrived());
        QCOMPARE(f.requests().size(), 2);
        QVERIFY(has(f.requests()[1], "if-range: \"one\""));
        QVERIFY(!has(f.requests()[1], "range: bytes=0-"));
    }
    void aLaterRunGoesOnWhereTheFirstOneStopped() {
        DownloadFixture f;
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
        DownloadFixture f;
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
        DownloadFixture f;
        f.server.serve(kFile, [&](HttpsExchange& exchange) { exchange.answerFile(f.bytes, "W/\"weak\""); });
        (void)f.folder.write("weights.part", "something else");
        QVERIFY(f.load());
        QVERIFY(f.arrived());
        QVERIFY(!has(f.requests()[0], "range:"));
    }
    void aChecksumVouchesForAPart() {
        DownloadFixture f;
        f.know();
        (void)f.folder.write("weights.part", f.bytes.substr(0, 1000));
        QVERIFY(f.load());
        QVERIFY(f.arrived());
        QVERIFY(has(f.requests()[0], "range: bytes=1000-"));
    }
    void aWholePartNeedsNoServer() {
        DownloadFixture f;
        f.know();
        (void)f.folder.write("weights.part", f.bytes);
        QVERIFY(f.load());
        QVERIFY(f.arrived() && f.requests().empty());
    }
    void aPartThatIsLongerThanTheFileIsLoadedAnew() {
        DownloadFixture f;
        (void)f.folder.write("weights.part", f.bytes + f.bytes);
        (void)f.folder.write("weights.part.tag",
                             fmt::format("\"{}\"", std::hash<std::string>()(f.bytes))); // 416, by the server's own tag
        QVERIFY(f.load());
        QVERIFY(f.arrived());
        QCOMPARE(f.requests().size(), 2);
    }
    void aStopKeepsWhatCame() {
        DownloadFixture f;
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
        DownloadFixture f;
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
        DownloadFixture f;
        f.request.to = disk.path() / "weights";
        const Status status = f.load();
        QVERIFY(!status && status.error().code == ErrorCode::limit);
        QVERIFY(std::filesystem::is_empty(disk.path()));
    }
    void aDiskThatFillsUpMeanwhileIsGoneOnWithWhenThereIsRoom() {
        DownloadFixture f;
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

#include "core/protocol/endpoint.h"
#include "support/temp_dir.h"

#include <sys/stat.h>
#include <sys/un.h>

#include <QtTest/QTest>

using namespace fusefind;
namespace fs = std::filesystem;

class TestEndpoint : public QObject {
    Q_OBJECT

    TempDir folder_;
    [[nodiscard]] fs::path longDir() const { return folder_ / std::string(200, 'd'); }

private Q_SLOTS:
    void init() { qputenv("XDG_RUNTIME_DIR", folder_.path().c_str()); } // user-only, as the real one

    void socketsLieInTheDataDirectory() {
        const auto dataDir = fs::canonical(folder_.path());
        QVERIFY(workerSocket(folder_.path()) == dataDir / "worker.socket");
        QVERIFY(windowSocket(folder_.path()) == dataDir / "window.socket");
    }

    void everySpellingOfADirectoryIsTheSamePlace() {
        fs::create_directory(folder_ / "data");
        fs::create_directory_symlink(folder_ / "data", folder_ / "link");
        const auto socket = workerSocket(folder_ / "data");
        QVERIFY(workerSocket(folder_ / "data" / "") == socket);
        QVERIFY(workerSocket(folder_ / "x" / ".." / "data") == socket);
        QVERIFY(workerSocket(folder_ / "link") == socket);
        const auto before = fs::current_path();
        fs::current_path(folder_.path());
        const auto relative = workerSocket("data");
        fs::current_path(before);
        QVERIFY(relative == socket);
    }

    void aLongDirectoryHasItsSocketsInTheRuntimeFolder() {
        const auto worker = workerSocket(longDir());
        QVERIFY(worker.parent_path() == folder_.path());
        QVERIFY(worker.native().size() < sizeof(sockaddr_un::sun_path));
        QVERIFY(worker == workerSocket(longDir() / ""));
        QVERIFY(worker != windowSocket(longDir()));
        QVERIFY(worker != workerSocket(longDir() / "other"));
    }

    void withoutARuntimeFolderThereIsOneOfTheUsersAlone() {
        qunsetenv("XDG_RUNTIME_DIR");
        const auto parent = workerSocket(longDir()).parent_path();
        QVERIFY(parent == "/tmp/fusefind-" + std::to_string(::getuid()));
        struct stat info {};
        QCOMPARE(::lstat(parent.c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t{0700});
    }

    void aRuntimeFolderThatOthersMayEnterIsNotUsed() {
        fs::create_directory(folder_ / "open");
        fs::permissions(folder_ / "open", fs::perms::all);
        qputenv("XDG_RUNTIME_DIR", (folder_ / "open").c_str());
        QVERIFY(workerSocket(longDir()).parent_path() != folder_ / "open");
    }
};

QTEST_GUILESS_MAIN(TestEndpoint)
#include "test_endpoint.moc"

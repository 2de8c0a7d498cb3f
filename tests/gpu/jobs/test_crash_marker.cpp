#include "gpu/jobs/crash_marker.h"
#include "support/temp_dir.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QtTest/QTest>
#include <csignal>

using namespace fusefind;

namespace {

// Ends a child process by `signal` while it reads `path`; what was marked.
std::optional<std::filesystem::path> markAfter(int signal, const std::filesystem::path& path) {
    const TempDir folder;
    const auto mark = folder / "crashed";
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit noCoreFile{0, 0};
        ::setrlimit(RLIMIT_CORE, &noCoreFile);
        std::signal(signal, SIG_DFL); // Qt Test's own handler would start a debugger
        if (!CrashMarker::install(mark)) ::_exit(1);
        const CrashMarker::Reading reading(path);
        ::raise(signal);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFSIGNALED(status) || WTERMSIG(status) != signal) return "the signal was swallowed";
    return CrashMarker::take(mark);
}

} // namespace

class TestCrashMarker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCrashNamesTheFileItHappenedIn() {
        QCOMPARE(markAfter(SIGSEGV, "/photos/bad.heic").value().string(), std::string("/photos/bad.heic"));
        QCOMPARE(markAfter(SIGABRT, "/photos/bad\n.heic").value().string(), std::string("/photos/bad\n.heic"));
    }

    void aKillIsNoFilesFault() { QVERIFY(!markAfter(SIGKILL, "/photos/good.jpg")); }
};

QTEST_GUILESS_MAIN(TestCrashMarker)
#include "test_crash_marker.moc"

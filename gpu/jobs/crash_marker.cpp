#include "gpu/jobs/crash_marker.h"

#include "core/base/atomic_file.h"
#include "core/base/unique_fd.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace fusefind {

namespace {

// Written by the thread, read by its own signal handler only.
thread_local const char* readingPath = nullptr;
thread_local size_t readingLength = 0;
int markFd = -1;

constexpr std::array kCrashSignals{SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
std::array<struct sigaction, kCrashSignals.size()> previousActions; // a sanitizer's, or the system's

extern "C" void writeMark(int signal) {
    // Only async-signal-safe calls.
    if (markFd >= 0 && readingPath != nullptr) {
        [[maybe_unused]] const ssize_t written = ::write(markFd, readingPath, readingLength);
        ::fsync(markFd);
    }
    for (size_t i = 0; i < kCrashSignals.size(); ++i)
        if (kCrashSignals[i] == signal) ::sigaction(signal, &previousActions[i], nullptr);
    ::raise(signal);
}

} // namespace

Status CrashMarker::install(const std::filesystem::path& file) {
    markFd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (markFd < 0) return fail(systemError("cannot write in the data directory", file, errno));
    struct sigaction action {};
    action.sa_handler = writeMark;
    action.sa_flags = SA_NODEFER;
    for (size_t i = 0; i < kCrashSignals.size(); ++i)
        ::sigaction(kCrashSignals[i], &action, &previousActions[i]);
    return {};
}

std::optional<std::filesystem::path> CrashMarker::take(const std::filesystem::path& file) {
    const auto mark = readFile(file, 1 << 16);
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    if (!mark || mark->empty()) return std::nullopt;
    return std::filesystem::path(*mark);
}

CrashMarker::Reading::Reading(const std::filesystem::path& path) {
    readingLength = path.native().size();
    readingPath = path.c_str();
}

CrashMarker::Reading::~Reading() {
    readingPath = nullptr;
}

} // namespace fusefind

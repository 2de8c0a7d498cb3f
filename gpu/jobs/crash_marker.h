#pragma once

#include "core/base/result.h"

#include <optional>

namespace fusefind {

// Remembers which file a crash happened in. A decoder that runs into SIGSEGV, SIGABRT, SIGBUS, SIGFPE or SIGILL cannot
// be caught, but the signal handler can still write down the file that its thread was reading, so that the next start
// counts a strike against exactly that file. A kill or a power cut leaves no mark: they are no file's fault.
class CrashMarker {
public:
    // Installs the handlers; `file` is where the mark goes. Call once per process.
    static Status install(const std::filesystem::path& file);

    // The path that the last process crashed in, if one did; clears the mark.
    static std::optional<std::filesystem::path> take(const std::filesystem::path& file);

    // While it lives, this thread is reading `path`.
    class Reading {
    public:
        explicit Reading(const std::filesystem::path& path);
        ~Reading();
        Reading(const Reading&) = delete;
        Reading& operator=(const Reading&) = delete;
    };
};

} // namespace fusefind

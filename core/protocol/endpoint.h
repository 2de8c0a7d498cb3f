#pragma once

#include <filesystem>

namespace fusefind {

// Where the worker of a data directory listens: `worker.socket` in it. The system takes 107 bytes for such a name;
// where the directory's is too long, it is a name made from it in $XDG_RUNTIME_DIR, else in /tmp/fusefind-<uid>, which
// is made here and is the user's alone. Always absolute, and the same for every spelling of the directory.
std::filesystem::path workerSocket(const std::filesystem::path& dataDir);

// The same for the window, which a second start of the program brings to the front.
std::filesystem::path windowSocket(const std::filesystem::path& dataDir);

} // namespace fusefind

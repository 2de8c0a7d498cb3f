#pragma once

#include <filesystem>

namespace fusefind {

// Where the worker of a data directory listens: "<data directory>/worker.socket" or, where a socket's name cannot be
// that long, a name made of the directory's hash in a folder of the user's own.
std::filesystem::path workerSocket(const std::filesystem::path& dataDir);

} // namespace fusefind

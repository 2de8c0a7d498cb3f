#include "core/protocol/endpoint.h"

#include "core/base/hash.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <span>
#include <string>
#include <system_error>

namespace fusefind {

namespace {

namespace fs = std::filesystem;

bool fits(const fs::path& socket) {
    return socket.native().size() < sizeof(sockaddr_un::sun_path); // which ends with a zero byte
}

fs::path absoluteOf(const fs::path& dataDir) {
    std::error_code error;
    fs::path path = fs::weakly_canonical(dataDir, error);
    if (error || !path.is_absolute()) path = fs::absolute(dataDir, error).lexically_normal();
    return path.has_filename() ? path : path.parent_path(); // without a slash at its end
}

// A folder of that name that somebody else made, or can look into, is none of ours.
bool isOursAlone(const fs::path& folder) {
    struct stat info {};
    return ::lstat(folder.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == ::getuid() &&
           (info.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

fs::path shortFolder() {
    if (const char* runtime = std::getenv("XDG_RUNTIME_DIR"); runtime && isOursAlone(runtime)) return runtime;
    const fs::path folder = fmt::format("/tmp/fusefind-{}", ::getuid());
    ::mkdir(folder.c_str(), S_IRWXU); // there already, or refused: the next line tells
    return isOursAlone(folder) ? folder : fs::path();
}

fs::path socketOf(const fs::path& dataDir, const std::string& name) {
    constexpr size_t kDigits = 16;
    const fs::path root = absoluteOf(dataDir);
    const fs::path beside = root / (name + ".socket");
    if (fits(beside)) return beside;
    const auto hash = toHex(hashBytes(std::as_bytes(std::span(root.native())))).substr(0, kDigits);
    const fs::path folder = shortFolder();
    const fs::path elsewhere = folder / fmt::format("fusefind-{}-{}.socket", hash, name);
    // With nowhere to go the name that does not fit is what the system's refusal should be about.
    return !folder.empty() && fits(elsewhere) ? elsewhere : beside;
}

} // namespace

std::filesystem::path workerSocket(const std::filesystem::path& dataDir) {
    return socketOf(dataDir, "worker");
}
std::filesystem::path windowSocket(const std::filesystem::path& dataDir) {
    return socketOf(dataDir, "window");
}

} // namespace fusefind

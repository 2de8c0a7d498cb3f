#include "core/base/data_dir.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <string>

namespace fusefind {

namespace {

Status makeFolder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fail(systemError("cannot create the folder", folder, error.value()));
    return {};
}

std::string lockHolder(int fd) {
    std::array<char, 32> text{};
    const ssize_t count = ::pread(fd, text.data(), text.size() - 1, 0);
    return count > 0 ? std::string(text.data(), static_cast<size_t>(count)) : "unknown";
}

} // namespace

std::filesystem::path DataDir::defaultRoot() {
    if (const char* dataHome = std::getenv("XDG_DATA_HOME"); dataHome && *dataHome == '/')
        return std::filesystem::path(dataHome) / "fusefind";
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home && *home ? home : ".") / ".local" / "share" / "fusefind";
}

Result<DataDir> DataDir::open(const std::filesystem::path& root) {
    for (const auto& folder : {root, root / "models", root / "latents", root / "spaces"})
        FUSEFIND_TRY(makeFolder(folder));
    std::error_code ignored; // a folder we may not chmod is still usable
    std::filesystem::permissions(root, std::filesystem::perms::owner_all, ignored);

    const auto lockFile = root / "lock";
    UniqueFd lock(::open(lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock) return fail(systemError("cannot write in the data directory", root, errno));
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        return fail(ErrorCode::busy, fmt::format("the data directory is in use by process {}", lockHolder(lock.get())),
                    root, "wait for it to finish or choose another --data-dir");
    }
    const std::string pid = std::to_string(::getpid());
    if (::ftruncate(lock.get(), 0) != 0 || ::pwrite(lock.get(), pid.data(), pid.size(), 0) < 0)
        return fail(systemError("cannot write in the data directory", root, errno));
    return DataDir(root, std::move(lock));
}

} // namespace fusefind

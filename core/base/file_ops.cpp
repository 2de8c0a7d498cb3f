#include "core/base/file_ops.h"

#include "core/base/unique_fd.h"

#include <fcntl.h>

#include <atomic>
#include <cerrno>
#include <cstdio>

namespace fusefind {

namespace {
FileOps systemOps;
std::atomic<FileOps*> current{&systemOps};
} // namespace

ssize_t FileOps::write(int fd, const void* data, size_t size) {
    return ::write(fd, data, size);
}
int FileOps::fsync(int fd) {
    return ::fsync(fd);
}
int FileOps::rename(const std::filesystem::path& from, const std::filesystem::path& to) {
    return ::rename(from.c_str(), to.c_str());
}

FileOps& fileOps() {
    return *current.load();
}

Status renameDurably(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (fileOps().rename(from, to) != 0) return fail(systemError("cannot save", to, errno));
    const auto folder = to.parent_path().empty() ? std::filesystem::path(".") : to.parent_path();
    const UniqueFd fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd || fileOps().fsync(fd.get()) != 0) return fail(systemError("cannot save", to, errno));
    return {};
}

ScopedFileOps::ScopedFileOps(FileOps& replacement) : previous_(current.exchange(&replacement)) {}
ScopedFileOps::~ScopedFileOps() {
    current.store(previous_);
}

} // namespace fusefind

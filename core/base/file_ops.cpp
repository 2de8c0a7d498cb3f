#include "core/base/file_ops.h"

#include <unistd.h>

#include <atomic>
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

ScopedFileOps::ScopedFileOps(FileOps& replacement) : previous_(current.exchange(&replacement)) {}
ScopedFileOps::~ScopedFileOps() {
    current.store(previous_);
}

} // namespace fusefind

#pragma once

#include "core/base/result.h"

#include <sys/types.h>

#include <cstddef>
#include <filesystem>

namespace fusefind {

// The seam between us and the disk for everything we write: tests put a full disk or a torn write here.
// Each function behaves and sets errno as the POSIX call of its name.
class FileOps {
public:
    virtual ~FileOps() = default;
    virtual ssize_t write(int fd, const void* data, size_t size);
    virtual int fsync(int fd);
    virtual int rename(const std::filesystem::path& from, const std::filesystem::path& to);
};

FileOps& fileOps();

// Renames a file or folder and makes that last through a power cut.
Status renameDurably(const std::filesystem::path& from, const std::filesystem::path& to);

// Puts `replacement` in place of the system for the life of this object. For tests; not while other threads write.
class ScopedFileOps {
public:
    explicit ScopedFileOps(FileOps& replacement);
    ~ScopedFileOps();
    ScopedFileOps(const ScopedFileOps&) = delete;
    ScopedFileOps& operator=(const ScopedFileOps&) = delete;

private:
    FileOps* previous_;
};

} // namespace fusefind
